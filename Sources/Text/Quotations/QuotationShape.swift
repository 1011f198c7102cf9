/// What the words of a quotation look like from outside.
struct QuotationShape {
  let startsUpper: Bool
  let words: Int
  let endsLikeSentence: Bool
  /// Ends in a sign that separates it from an attribution after it: , ! ? or a dash.
  let endsInStop: Bool
  /// Most of its longer words begin with a capital letter.
  let looksLikeTitle: Bool
  /// Brackets that the reporter put in; "[...]" leaves words out and is none.
  let insertions: [Range<Int>]

  init(document: Document, content: Range<Int>) {
    let bytes = document.bytes
    var index = content.lowerBound
    while index < content.upperBound, !Scalar.isWordPart(bytes.scalar(at: index)) {
      index = bytes.offset(after: index)
    }
    startsUpper = Scalar.isUpper(bytes.scalar(at: index)) || Scalar.isDigit(bytes.scalar(at: index))
    words = bytes[content].count { $0 == 0x20 } + 1
    let last = bytes.scalar(before: content.upperBound)
    endsLikeSentence = last == 0x2E || last == 0x21 || last == 0x3F || last == 0x2026
    endsInStop = last == 0x2C || last == 0x21 || last == 0x3F || Scalar.isDash(last)
    looksLikeTitle = Self.looksLikeTitle(bytes, content)
    insertions = Self.insertions(bytes, content)
  }

  private static func looksLikeTitle(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    var long = 0
    var capitalized = 0
    var start = content.lowerBound
    while start < content.upperBound {
      var end = start
      while end < content.upperBound, bytes[end] != 0x20 { end += 1 }
      if end - start > 3 {
        long += 1
        if Scalar.isUpper(bytes.scalar(at: start)) { capitalized += 1 }
      }
      start = end + 1
    }
    return long > 1 && capitalized * 2 > long
  }

  /// The longest insertion that counts as one, in bytes.
  private static let longestInsertion = 200

  private static func insertions(_ bytes: [UInt8], _ content: Range<Int>) -> [Range<Int>] {
    var insertions: [Range<Int>] = []
    var open: Int?
    for index in content {
      if bytes[index] == 0x5B {
        open = index
      } else if bytes[index] == 0x5D, let start = open {
        open = nil
        if index - start < longestInsertion, !isEllipsis(bytes, (start + 1)..<index) {
          insertions.append(start..<(index + 1))
        }
      }
    }
    return insertions
  }

  private static func isEllipsis(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let value = bytes.scalar(at: index)
      if value != 0x2E, value != 0x2026, !Scalar.isSpace(value) { return false }
      index = bytes.offset(after: index)
    }
    return true
  }
}
