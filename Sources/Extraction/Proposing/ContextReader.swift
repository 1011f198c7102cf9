import BitestoText

/// Reads the words around places of texts, and their lines.
struct ContextReader {
  /// Code points on either side.
  private static let reach = 32

  private let document: Document
  /// The bytes at which lines begin.
  private let lines: [Int]

  init(_ document: Document) {
    self.document = document
    var lines = [0]
    for (offset, byte) in document.bytes.enumerated() where byte == 0x0A {
      lines.append(offset + 1)
    }
    self.lines = lines
  }

  func context(of range: Range<Int>) -> Proposal.Context {
    guard !range.isEmpty else { return Proposal.Context(path: document.path, line: nil, text: "") }
    let line = lines.partitioningIndex { $0 > range.lowerBound }
    let next = document.paragraphs.partitioningIndex { $0.upperBound > range.lowerBound }
    let paragraph =
      document.paragraphs.indices.contains(next) ? document.paragraphs[next] : range
    let start = wordStart(before: range.lowerBound, limit: paragraph.lowerBound)
    let end = wordEnd(after: range.upperBound, limit: paragraph.upperBound)
    let text = document.text(start..<end).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return Proposal.Context(
      path: document.path, line: max(1, line),
      text: (start > paragraph.lowerBound ? "… " : "") + text
        + (end < paragraph.upperBound ? " …" : ""))
  }

  /// The start of a word at most so many bytes before an offset.
  private func wordStart(before offset: Int, limit: Int) -> Int {
    guard offset - limit > Self.reach else { return min(limit, offset) }
    let bytes = document.bytes[(offset - Self.reach)..<offset]
    return bytes.firstIndex(of: 0x20).map { $0 + 1 } ?? offset
  }

  private func wordEnd(after offset: Int, limit: Int) -> Int {
    guard limit - offset > Self.reach else { return max(limit, offset) }
    let bytes = document.bytes[offset..<(offset + Self.reach)]
    return bytes.lastIndex(of: 0x20) ?? offset
  }
}
