import Foundation

/// Encodings of several bytes a character, which Foundation reads.
enum MultibyteText {
  /// By label, in lower case.
  static let encodings: [String: String.Encoding] = [
    "shift_jis": .shiftJIS, "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP,
  ]
  /// A longer line is refused, so that memory stays bounded.
  private static let longestLine = 16 << 20
  /// One that UTF-8 does not have.
  private static let noByte: UInt8 = 0xFF

  /// The text in UTF-8, a few lines at a time: no character of these encodings goes across a line end, and
  /// none has the byte of one. What has no meaning becomes bytes that UTF-8 does not have.
  static func source(_ source: ByteSource, from encoding: String.Encoding) -> ByteSource {
    var waiting: [UInt8] = []
    return ByteSource {
      while true {
        let piece = try source.next()
        if piece.isEmpty {
          defer { waiting = [] }
          return utf8(waiting, from: encoding)
        }
        guard let end = piece.lastIndex(of: 0x0A) else {
          waiting += piece
          if waiting.count > longestLine {
            throw MemoryError("a line is longer than \(longestLine >> 20) MB; save it as UTF-8")
          }
          continue
        }
        defer { waiting = Array(piece[(end + 1)...]) }
        return utf8(waiting + piece[...end], from: encoding)
      }
    }
  }

  private static func utf8(_ lines: [UInt8], from encoding: String.Encoding) -> [UInt8] {
    if lines.isEmpty { return [] }
    if let text = String(bytes: lines, encoding: encoding) { return Array(text.utf8) }
    var text: [UInt8] = []
    for line in lines.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let readable = String(bytes: line, encoding: encoding) {
        text += readable.utf8
      } else {
        // The tags can be read all the same.
        text += line.map { $0 < 0x80 ? $0 : noByte }
      }
      text.append(0x0A)
    }
    text.removeLast()
    return text
  }
}
