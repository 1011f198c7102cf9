import BitestoText
import CGlossaryData

/// What the ends of East Slavic names become in the cases (`case-endings.tsv`): *Путин*, *Путина*,
/// *Путиным*.
struct CaseEndings: Sendable {
  static let builtIn = CaseEndings(ScanningTable(bitesto_case_endings()))

  /// Whose name is declined: it decides whether *Нетребко* or *Мицкевич* is.
  enum Bearer: String {
    case man
    case woman
    case thing

    init(_ entry: Entry) {
      self = entry.kind != .person ? .thing : entry.gender == .feminine ? .woman : .man
    }
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

  private struct Row {
    var language: Language
    /// nil for every bearer.
    var bearer: Bearer?
    /// Folded; empty for any consonant.
    var base: [UInt8]
  }

  private var rows: [Row] = []
  /// Folded, packed as ``FoldedWord/chunk(at:)`` packs them.
  private var endings: [[UInt64]] = []
  /// Rows by the last byte of their base, 0 for those of consonants; the longest base first.
  private var rowsByLast: [[Int]] = Array(repeating: [], count: 256)

  init(_ table: ScanningTable) {
    for cells in table.rows.dropFirst() where cells.count == 4 {
      rows.append(
        Row(
          language: Language(tag: String(cells[0])) ?? .russian,
          bearer: Bearer(rawValue: String(cells[1])),
          base: cells[2] == "*" ? [] : Self.folded(cells[2])))
      endings.append(
        cells[3].split(separator: " ").map { $0 == "-" ? 0 : Self.packed(Self.folded($0)) })
    }
    for (number, row) in rows.enumerated() { rowsByLast[Int(row.base.last ?? 0)].append(number) }
    for last in rowsByLast.indices {
      rowsByLast[last].sort { rows[$0].base.count > rows[$1].base.count }
    }
  }

  /// How a Cyrillic word declines as the name of `bearer`; nil when it does not.
  func declension(of word: FoldedWord, in language: Language, bearer: Bearer) -> Declension? {
    guard word.count >= 2 else { return nil }
    let last = word.bytes[word.count - 1]
    return row(rowsByLast[Int(last)], for: word, language, bearer)
      ?? (Self.isVowel(word.bytes[word.count - 2], last)
        ? nil : row(rowsByLast[0], for: word, language, bearer))
  }

  private func row(
    _ candidates: [Int], for word: FoldedWord, _ language: Language, _ bearer: Bearer
  ) -> Declension? {
    for number in candidates {
      let row = rows[number]
      let stemLength = word.count - row.base.count
      guard row.bearer == nil || row.bearer == bearer, stemLength >= 4, row.language == language,
        word.bytes[stemLength...].elementsEqual(row.base)
      else { continue }
      return Declension(stemLength: stemLength, paradigm: number)
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
