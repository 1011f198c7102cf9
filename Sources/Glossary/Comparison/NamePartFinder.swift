/// Finds out which word of a name is the given name, the patronymic and the surname.
struct NamePartFinder: Sendable {
  let givenNames: GivenNameTable
  /// Names of more words are no person's.
  private static let mostWords = 5
  private let patronymicEndings: [[UInt8]]

  init(givenNames: GivenNameTable, sounds: SoundTable) {
    self.givenNames = givenNames
    patronymicEndings = ["íč", "ĭč", "vna", "wna", "ŭna", "íčna"]
      .map { $0.map(sounds.number) }
  }

  typealias Parts = (person: NameKey.Person, givenNames: [GivenNameTable.Listing])

  /// The parts of a name of several words; nil when it may be no person's.
  func parts(of words: [WordKey]) -> Parts? {
    guard (2...Self.mostWords).contains(words.count) else { return nil }
    if words.count == 2 { return partsOfTwo(words) }
    let last = words.count - 1
    // Given name, patronymic, surname; or surname, given name, patronymic.
    if isPatronymic(words[1]) || words[1].isInitial && words[0].isInitial,
      let listings = givenNames(words[0])
    {
      return (NameKey.Person(given: 0, surname: 2..<words.count, patronymic: 1), listings)
    }
    if isPatronymic(words[last]) || words[last].isInitial,
      let listings = givenNames(words[last - 1])
    {
      let person = NameKey.Person(given: last - 1, surname: 0..<last - 1, patronymic: last)
      return (person, listings)
    }
    if let listings = givenNames(words[0]) {
      return (NameKey.Person(given: 0, surname: 1..<words.count), listings)
    }
    return givenNames(words[last]).map {
      (NameKey.Person(given: last, surname: 0..<last), $0)
    }
  }

  /// The given name comes first unless only the second word is one.
  private func partsOfTwo(_ words: [WordKey]) -> Parts {
    let usual = NameKey.Person(given: 0, surname: 1..<2)
    let reversed = NameKey.Person(given: 1, surname: 0..<1)
    if let listings = givenNames(words[0]) { return (usual, listings) }
    if let listings = givenNames(words[1]) { return (reversed, listings) }
    return (usual, [])
  }

  /// The names of the table that a word may be, none of them for an initial; nil when the word is
  /// neither.
  private func givenNames(_ word: WordKey) -> [GivenNameTable.Listing]? {
    if word.isInitial { return [] }
    let listings = givenNames.listings(of: word)
    return listings.isEmpty ? nil : listings
  }

  private func isPatronymic(_ word: WordKey) -> Bool {
    word.readings.indices.contains { reading in
      let sounds = word.sounds[word.range(of: reading)]
      return patronymicEndings.contains {
        sounds.count > $0.count + 2 && sounds.suffix($0.count) == $0[...]
      }
    }
  }
}
