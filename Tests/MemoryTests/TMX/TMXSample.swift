import BitestoMemory
import Testing

/// Memories as text, and what is read of them.
enum TMXSample {
  /// A memory of units between its first lines and its last.
  static func memory(
    _ body: String, declaration: String = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    doctype: String = "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">"
  ) -> String {
    "\(declaration)\n\(doctype)\n<tmx version=\"1.4\"><header srclang=\"it\"/><body>\n\(body)\n"
      + "</body></tmx>\n"
  }

  static func unit(_ italian: String, _ english: String) -> String {
    "<tu><tuv xml:lang=\"it\"><seg>\(italian)</seg></tuv>"
      + "<tuv xml:lang=\"en\"><seg>\(english)</seg></tuv></tu>"
  }

  struct Contents: Equatable {
    var header: MemoryHeader
    /// Languages and words.
    var units: [[String]] = []
    var lines: [Int] = []
    /// Rules and lines.
    var problems: [String] = []
    var messages: [String] = []
  }

  static func read(_ text: String) throws -> Contents {
    try read(ByteSource(Array(text.utf8)))
  }

  static func read(_ source: ByteSource) throws -> Contents {
    var reader = try TMXReader(source)
    var contents = Contents(header: reader.header)
    while let item = try reader.next() {
      switch item {
      case .unit(let unit):
        contents.units.append(unit.variants.map { "\($0.language) \($0.segment.plainText)" })
        contents.lines.append(unit.line)
      case .problem(let problem):
        contents.problems.append("\(problem.rule.rawValue) \(problem.line)")
        contents.messages.append(problem.message)
      }
    }
    return contents
  }

  /// A source that gives a few bytes at a time.
  static func pieces(_ bytes: [UInt8], of size: Int) -> ByteSource {
    var rest = bytes[...]
    return ByteSource {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
  }
}
