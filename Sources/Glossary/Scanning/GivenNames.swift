import BitestoText

/// Given names in their spellings, to tell a person from others with the same surname.
struct GivenNames: Sendable {
  private var lexicon = Lexicon()
  /// By word: the spellings of one name have one number.
  private var names: [Int32] = []
  private var nameCount: Int32 = 0

  /// The names of `given-name-spellings.tsv`.
  static let builtIn: GivenNames = {
    var names = GivenNames()
    for cells in EmbeddedTable("given-name-spellings.tsv").rows
    where cells.count == 2 {
      names.add(
        cells[1].split(separator: " "), bearer: CaseEndings.Bearer(rawValue: String(cells[0])))
    }
    return names
  }()

  /// The number of the name that a word of a text is a spelling of, in any case; nil when it is
  /// none. `word` must be the last that was read.
  func name(_ word: ScannedWord, _ reader: WordReader) -> Int32? {
    guard let folded = FoldedWord(reader.folded, count: word.length) else { return nil }
    let matches = lexicon.matches(word, folded, reader)
    return matches.count > 0 ? names[Int(matches.numbers[0])] : nil
  }

  /// The number of the name that a form of a glossary has, which is a new one when no table has it.
  /// `word` must be the last that was read.
  mutating func insert(
    _ word: ScannedWord, _ reader: WordReader, declining rows: CaseEndings.Rows?
  ) -> Int32? {
    if let known = name(word, reader) { return known }
    guard let folded = FoldedWord(reader.folded, count: word.length) else { return nil }
    add(word, folded, nameCount, rows)
    nameCount += 1
    return nameCount - 1
  }

  private mutating func add(_ spellings: [Substring], bearer: CaseEndings.Bearer?) {
    for spelling in spellings {
      let bytes = Array(spelling.utf8)
      bytes.withUnsafeBufferPointer { bytes in
        WordReader.withReader(bytes) { reader in
          guard let word = reader.word(at: 0),
            let folded = FoldedWord(reader.folded, count: word.length)
          else { return }
          add(word, folded, nameCount, nil)
          guard let bearer else { return }
          for language in [Language.russian, .ukrainian, .belarusian] {
            add(word, folded, nameCount, CaseEndings.builtIn.rows(language, bearer))
          }
        }
      }
    }
    nameCount += 1
  }

  private mutating func add(
    _ word: ScannedWord, _ folded: FoldedWord, _ name: Int32, _ rows: CaseEndings.Rows?
  ) {
    let number = lexicon.insert(folded)
    if Int(number) == names.count { names.append(name) }
    if word.isCyrillic, let rows { lexicon.decline(number, folded, by: rows) }
  }
}
