import BitestoText

extension Segment {
  /// One segment for each line of a document, white space at both ends excluded.
  ///
  /// A blank line is an empty segment, so that the n-th segment is the n-th line. A line ends at LF,
  /// CR or CR LF; nothing follows the last line end. Linear.
  public static func lines(of document: Document) -> [Segment] {
    let bytes = document.bytes
    var segments: [Segment] = []
    var paragraph = 0
    var start = 0
    func close(at end: Int) {
      var range = start..<end
      while let last = range.last, isSpace(bytes[last]) { range.removeLast() }
      while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
      if range.isEmpty { range = start..<start }
      while paragraph + 1 < document.paragraphs.count,
        document.paragraphs[paragraph].upperBound <= range.lowerBound
      {
        paragraph += 1
      }
      segments.append(Segment(range: range, paragraph: paragraph, role: .body))
    }
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        if start > index { continue }
        let end = index
        close(at: end)
        start = index + 1
      } else if byte == 0x0D {
        close(at: index)
        start = index + 1
        if start < bytes.count, bytes[start] == 0x0A { start += 1 }
      }
    }
    if start < bytes.count { close(at: bytes.count) }
    return segments
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
