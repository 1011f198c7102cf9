/// A name as it is compared: its words read as sounds, and what part each has. Made once for a name
/// by ``NameComparer/key(of:)`` and compared as often as needed.
public struct NameKey: Sendable {
  /// The parts of a person's name, as positions of words.
  struct Person: Sendable {
    var given: Int
    /// More than one for *Kara-Murza* and *Nechuy-Levytsky*.
    var surname: Range<Int>
    var patronymic: Int?
  }

  /// As it was given.
  public let name: String
  let words: [WordKey]
  /// The given names of the table that the word at ``Person/given`` may be.
  let givenNames: [GivenNameTable.Listing]
  /// nil for one word, and for several of which none is known as a given name.
  let person: Person?
  /// The glossary's entries that bear this name.
  let entries: [Int]

  /// A word as the name has it.
  func text(of word: WordKey) -> String { word.range.map { String(name[$0]) } ?? name }

  /// Whether the given name is known or an initial, so that this is a person for certain.
  var isSurelyPerson: Bool {
    guard let person else { return false }
    return !givenNames.isEmpty || words[person.given].isInitial
  }
}
