/// The abbreviations of a language, by what may follow their stop.
///
/// The tables that come with the program stand in Sources/TextData, one file a language; a user's
/// own file has the same form: a word, a tab, its kind, and perhaps a tab and a comment.
public struct Abbreviations: Sendable {
  /// In the order they were given; of two for one word the later one counts.
  public private(set) var entries: [Abbreviation]
  private var exact: WordTable
  private var folded: WordTable

  public init(entries: [Abbreviation]) {
    self.init(entries: entries, areSure: true)
  }

  /// The table that comes with the program, empty when there is none for the language.
  ///
  /// Its entries are evidence that the sentence model weighs; entries that a user adds are certain.
  public static func builtIn(_ language: Language) -> Abbreviations {
    switch language {
    case .italian: italian
    case .english: english
    case .russian, .ukrainian, .belarusian: eastSlavic
    default: Abbreviations(entries: [])
    }
  }

  /// These abbreviations and `more`, which win where both have a word.
  public func adding(_ more: [Abbreviation]) -> Abbreviations {
    var result = self
    for entry in more { result.insert(entry, isSure: true) }
    return result
  }

  private init(entries: [Abbreviation], areSure: Bool) {
    self.entries = []
    self.entries.reserveCapacity(entries.count)
    exact = WordTable(capacity: entries.count)
    folded = WordTable(capacity: entries.count)
    for entry in entries { insert(entry, isSure: areSure) }
  }

  private mutating func insert(_ entry: Abbreviation, isSure: Bool) {
    entries.append(entry)
    let value = entry.kind.code | (isSure ? Self.sureBit : 0)
    let text = entry.text.filter { !$0.isWhitespace }
    if text.lowercased() == text {
      folded.set(.folded(text), to: value)
      if isSure { exact.set(.exact(text), to: value) }
    } else {
      exact.set(.exact(text), to: value)
      exact.set(.exact(text.uppercased()), to: value)
    }
  }

  /// What is known of the word with these hashes.
  @inline(__always)
  func lookUp(exact exactHash: WordHash, folded foldedHash: WordHash) -> Finding? {
    guard let value = exact[exactHash] ?? folded[foldedHash] else { return nil }
    return Finding(
      kind: Abbreviation.Kind(code: value & ~Self.sureBit), isSure: value & Self.sureBit != 0)
  }

  struct Finding {
    var kind: Abbreviation.Kind
    /// A user's own entry, which nothing overrules.
    var isSure: Bool
  }

  private static let sureBit: UInt8 = 0x80
  private static let italian = embedded(.italian)
  private static let english = embedded(.english)
  private static let eastSlavic = embedded(.russian)

  private static func embedded(_ language: Language) -> Abbreviations {
    let name = "abbreviations.\(TextData.tag(language)).tsv"
    let file = AbbreviationFile(path: name)
    let entries = try? file.entries(in: TextData.bytes(name))
    return Abbreviations(entries: entries ?? [], areSure: false)
  }
}

extension Abbreviation.Kind {
  fileprivate var code: UInt8 {
    switch self {
    case .leading: 0
    case .beforeNumber: 1
    case .either: 2
    case .trailing: 3
    }
  }

  fileprivate init(code: UInt8) {
    self =
      switch code {
      case 0: .leading
      case 1: .beforeNumber
      case 2: .either
      default: .trailing
      }
  }
}
