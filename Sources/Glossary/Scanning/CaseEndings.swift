import BitestoText

/// What the ends of East Slavic names become in the cases (`case-endings.tsv`): *Путин*, *Путина*,
/// *Путиным*.
struct CaseEndings: Sendable {
  static let builtIn = CaseEndings(EmbeddedTable("case-endings.tsv"))

  /// Whose name is declined: it decides whether *Нетребко* or *Мицкевич* is.
  enum Bearer: String, CaseIterable {
    case man
    case woman
    case thing

    init(_ entry: Entry) {
      self = entry.kind != .person ? .thing : entry.gender == .feminine ? .woman : .man
    }
  }

  /// The rows that names in one language and of one kind of bearer decline by.
  struct Rows {
    fileprivate var list: Int
  }

  /// How one word declines.
  struct Declension {
    /// Bytes of the folded word that no case changes.
    var stemLength: Int
    /// A row of the table.
    var paradigm: Int
  }

  /// The longest ending, in bytes.
  static let longest = 8

  private static let languages: [Language] = [.russian, .ukrainian, .belarusian]

  /// Folded; empty for any consonant.
  private var bases: [[UInt8]] = []
  /// Folded, packed as ``FoldedWord/chunk(at:)`` packs them.
  private var endings: [[UInt64]] = []
  /// By language and bearer the rows by the last byte of their base, 0 for those of consonants; the
  /// longest base first.
  private var lists: [[[Int]]]

  init(_ table: EmbeddedTable) {
    let bearers = Bearer.allCases
    lists = Array(
      repeating: Array(repeating: [], count: 256), count: Self.languages.count * bearers.count)
    for cells in table.rows where cells.count == 4 {
      let base = cells[2] == "*" ? [] : Self.folded(cells[2])
      for (number, bearer) in bearers.enumerated()
      where cells[1] == "any" || cells[1] == bearer.rawValue {
        guard let language = Self.languages.firstIndex(where: { $0.rawValue == cells[0] }) else {
          continue
        }
        lists[language * bearers.count + number][Int(base.last ?? 0)].append(bases.count)
      }
      bases.append(base)
      endings.append(
        cells[3].split(separator: " ").map { $0 == "-" ? 0 : Self.packed(Self.folded($0)) })
    }
    for list in lists.indices {
      for last in lists[list].indices {
        lists[list][last].sort { bases[$0].count > bases[$1].count }
      }
    }
  }

  /// What names in a language decline by; nil when they don't.
  func rows(_ language: Language, _ bearer: Bearer) -> Rows? {
    guard let number = Self.languages.firstIndex(of: language),
      let position = Bearer.allCases.firstIndex(of: bearer)
    else { return nil }
    return Rows(list: number * Bearer.allCases.count + position)
  }

  /// How a Cyrillic word declines; nil when it does not.
  func declension(of word: FoldedWord, by rows: Rows) -> Declension? {
    guard word.count >= 2 else { return nil }
    let last = word.bytes[word.count - 1]
    return declension(of: word, rows, Int(last))
      ?? (Self.isVowel(word.bytes[word.count - 2], last) ? nil : declension(of: word, rows, 0))
  }

  private func declension(of word: FoldedWord, _ rows: Rows, _ last: Int) -> Declension? {
    for number in lists[rows.list][last] {
      let stemLength = word.count - bases[number].count
      if stemLength >= 4, word.bytes[stemLength...].elementsEqual(bases[number]) {
        return Declension(stemLength: stemLength, paradigm: number)
      }
    }
    return nil
  }

  /// A paradigm has an ending; 0 is none at all.
  func paradigm(_ paradigm: Int, has ending: UInt64) -> Bool { endings[paradigm].contains(ending) }

  func endings(of paradigm: Int) -> [UInt64] { endings[paradigm] }

  /// A vowel or a sign: no ending is put behind it.
  private static func isVowel(_ first: UInt8, _ second: UInt8) -> Bool {
    vowels.contains(UInt16(first) << 8 | UInt16(second))
  }

  private static let vowels: [UInt16] = "аеєиіоуыэюяьъ".map { vowel in
    vowel.utf8.reduce(0) { $0 << 8 | UInt16($1) }
  }

  private static func folded(_ text: Substring) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let character = FoldedCharacter.of(scalar.value)
      return [character.first, character.second]
    }
  }

  private static func packed(_ units: [UInt8]) -> UInt64 {
    units.prefix(longest).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
