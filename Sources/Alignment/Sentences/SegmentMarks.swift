/// What the punctuation of a segment tells about its place: translations begin and end alike, hold as
/// many sentences, and ask as many questions.
struct SegmentMarks {
  /// Sentences in the segment, an unfinished one at the end left out.
  var sentences: Int = 0
  var quotationMarks: Int = 0
  /// Question and exclamation marks.
  var questions: Int = 0
  var beginsInLowerCase = false
  /// Whether it ends as sentences do (closing marks may follow).
  var isFinished = false
  /// Whether it is the first of its paragraph.
  var beginsParagraph = true
  /// Where further sentences begin, in bytes from the segment's start.
  var sentenceStarts: [Int32] = []
  /// Where commas and their like stand, too.
  var pauses: [Int32] = []

  /// Linear in the range.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { read($0, range) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var hasBegun = false
    /// Letters and digits in a row, up to here.
    var run = 0
    /// Behind a stop, with nothing but closing marks and spaces since.
    var stop: (run: Int, isSure: Bool, hasSpace: Bool)?
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      var length = 1
      switch byte {
      case 0x2E, 0x21, 0x3F:
        if byte != 0x2E { questions += 1 }
        stop = (run, byte != 0x2E, false)
        run = 0
      case 0x20, 0x09, 0x0A, 0x0D:
        stop?.hasSpace = true
        run = 0
      case 0x22:
        quotationMarks += 1
        run = 0
      case 0x27, 0x28, 0x29, 0x5D:
        run = 0
      case 0xC2 where index + 1 < range.upperBound && [0xAB, 0xBB].contains(bytes[index + 1]):
        quotationMarks += 1
        length = 2
      case 0xE2 where index + 2 < range.upperBound && bytes[index + 1] == 0x80:
        length = 3
        switch bytes[index + 2] {
        case 0x9C...0x9F: quotationMarks += 1
        case 0xA6:
          stop = (run, false, false)
          run = 0
        case 0x98, 0x99: break
        default:
          stop = nil
          pauses.append(Int32(index + length - range.lowerBound))
        }
      default:
        let isLower = byte >= 0x61 && byte <= 0x7A
        let isLetter = isLower || (byte >= 0x41 && byte <= 0x5A) || byte >= 0xC3
        let isWord = isLetter || byte >= 0x80 || (byte >= 0x30 && byte <= 0x39)
        if isWord {
          if let before = stop, before.hasSpace, !isLower, before.isSure || before.run > 2 {
            sentences += 1
            sentenceStarts.append(Int32(index - range.lowerBound))
          }
          if !hasBegun { beginsInLowerCase = isLower }
          hasBegun = true
          run += 1
        } else {
          run = 0
          if byte == 0x2C || byte == 0x3A || byte == 0x3B {
            pauses.append(Int32(index + 1 - range.lowerBound))
          }
        }
        stop = nil
      }
      index += length
    }
    isFinished = stop != nil
    if isFinished { sentences += 1 }
  }
}
