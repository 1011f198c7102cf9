/// Why a file of abbreviations cannot be read; its description says where, what, and what to do.
public struct AbbreviationError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Fault: Equatable, Sendable {
    case notUTF8
    /// No tab, so no kind.
    case missingKind(word: String)
    case unknownKind(String)
    case emptyWord
    /// The stop that ends the word was written, too.
    case finalStop(word: String)
    /// The word stands on an earlier line already, with another kind.
    case contradiction(word: String, earlierLine: Int)
  }

  public var path: String
  /// From 1.
  public var line: Int
  public var fault: Fault

  public var description: String {
    let kinds = Abbreviation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let what =
      switch fault {
      case .notUTF8: "this is not UTF-8; save the file as plain text in UTF-8"
      case .missingKind(let word):
        "“\(word)” has no kind; put a tab and one of \(kinds) after it"
      case .unknownKind(let kind): "there is no kind “\(kind)”; use one of \(kinds)"
      case .emptyWord: "there is no word before the tab; write the abbreviation there"
      case .finalStop(let word): "“\(word)” ends in a stop; leave the last stop out"
      case .contradiction(let word, let earlierLine):
        "“\(word)” stands on line \(earlierLine) with another kind; keep one of the two lines"
      }
    return "\(path):\(line): \(what)"
  }
}

extension Abbreviations {
  /// Reads a user's own table: on each line a word without its last stop, a tab, a kind
  /// (``Abbreviation/Kind``), and perhaps a tab and a comment. Lines that are empty or begin with
  /// "#" say nothing. Linear.
  ///
  /// - Throws: ``AbbreviationError`` for the first line that is wrong.
  public init(parsing contents: [UInt8], path: String) throws(AbbreviationError) {
    let file = AbbreviationFile(path: path)
    self.init(entries: try file.entries(in: contents))
  }
}

struct AbbreviationFile {
  let path: String

  func entries(in contents: some BidirectionalCollection<UInt8>) throws(AbbreviationError)
    -> [Abbreviation]
  {
    var entries: [Abbreviation] = []
    var seen: [String: (line: Int, kind: Abbreviation.Kind)] = [:]
    var number = 0
    let lines = contents.withoutByteOrderMark
      .split(separator: 0x0A, omittingEmptySubsequences: false)
    for bytes in lines {
      number += 1
      var line = bytes
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty || line.first == 0x23 { continue }
      guard let entry = try entry(in: line, number: number) else { continue }
      if let earlier = seen[entry.text] {
        if earlier.kind == entry.kind { continue }
        throw error(number, .contradiction(word: entry.text, earlierLine: earlier.line))
      }
      seen[entry.text] = (number, entry.kind)
      entries.append(entry)
    }
    return entries
  }

  private func entry(
    in line: some BidirectionalCollection<UInt8>, number: Int
  ) throws(AbbreviationError) -> Abbreviation? {
    guard EncodingCheck.firstFault(in: Array(line)) == nil else { throw error(number, .notUTF8) }
    let text = String(decoding: line, as: UTF8.self)
    if text.allSatisfy(\.isWhitespace) { return nil }
    let fields = text.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    let word = Self.trimmed(fields[0])
    guard fields.count > 1 else { throw error(number, .missingKind(word: word)) }
    if word.isEmpty { throw error(number, .emptyWord) }
    if word.hasSuffix(".") { throw error(number, .finalStop(word: word)) }
    let name = Self.trimmed(fields[1])
    guard let kind = Abbreviation.Kind(rawValue: name) else {
      throw error(number, name.isEmpty ? .missingKind(word: word) : .unknownKind(name))
    }
    return Abbreviation(text: word, kind: kind)
  }

  private func error(_ line: Int, _ fault: AbbreviationError.Fault) -> AbbreviationError {
    AbbreviationError(path: path, line: line, fault: fault)
  }

  private static func trimmed(_ field: Substring) -> String {
    var word = field.drop { $0.isWhitespace }
    while word.last?.isWhitespace == true { word.removeLast() }
    return String(word)
  }
}
