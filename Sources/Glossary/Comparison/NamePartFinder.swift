/// Finds out which word of a name is the given name, the patronymic and the surname.
struct NamePartFinder: Sendable {
  let givenNames: GivenNameTable
  private let patronymicEndings: [[UInt8]]

  init(givenNames: GivenNameTable, sounds: SoundTable) {
    self.givenNames = givenNames
    patronymicEndings = ["íč", "ĭč", "vna", "wna", "ŭna", "íčna"]
      .map { $0.map(sounds.number) }
  }

  func parts(
    of words: [WordKey]
  ) -> (person: NameKey.Person, givenNames: [GivenNameTable.Listing])? {
    switch words.count {
    case 2: return parts(of: words, first: 0, second: 1, patronymic: nil)
    case 3:
      // Given name, patronymic, surname; or surname, given name, patronymic.
      if isPatronymic(words[1]) || words[1].isInitial && words[0].isInitial {
        let listings = givenNames.listings(of: words[0])
        guard !listings.isEmpty || words[0].isInitial else { return nil }
        return (NameKey.Person(given: 0, surname: 2, patronymic: 1), listings)
      }
      guard isPatronymic(words[2]) || words[2].isInitial else { return nil }
      let listings = givenNames.listings(of: words[1])
      guard !listings.isEmpty || words[1].isInitial else { return nil }
      return (NameKey.Person(given: 1, surname: 0, patronymic: 2), listings)
    default: return nil
    }
  }

  private func parts(
    of words: [WordKey], first: Int, second: Int, patronymic: Int?
  ) -> (person: NameKey.Person, givenNames: [GivenNameTable.Listing]) {
    let usual = NameKey.Person(given: first, surname: second, patronymic: patronymic)
    let reversed = NameKey.Person(given: second, surname: first, patronymic: patronymic)
    if words[first].isInitial { return (usual, []) }
    if words[second].isInitial { return (reversed, []) }
    let listings = givenNames.listings(of: words[first])
    if !listings.isEmpty { return (usual, listings) }
    let others = givenNames.listings(of: words[second])
    return others.isEmpty ? (usual, []) : (reversed, others)
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
