/// A person as a document presents them: full name, office, gender.
struct Person {
  enum Gender { case masculine, feminine }

  let name: String
  /// The words of their office and of the appositions beside the name: "ministro", "difesa".
  var description: [WordKey] = []
  var gender: Gender?

  /// Nil for words that tell neither.
  static func gender(of classes: WordClasses) -> Gender? {
    switch (classes.contains(.masculine), classes.contains(.feminine)) {
    case (true, false): .masculine
    case (false, true): .feminine
    default: nil
    }
  }

  /// What the ending of an Italian, Slavic or English given name or noun suggests.
  static func gender(ending bytes: some BidirectionalCollection<UInt8>) -> Gender? {
    let word = WordFolding.key(bytes)
    if masculineInA.contains(word) { return .masculine }
    if feminineInO.contains(word) { return .feminine }
    if word.hasSuffix("essa") || word.hasSuffix("trice") { return .feminine }
    if word.hasSuffix("tore") { return .masculine }
    if word.hasSuffix("ista") { return nil }
    return switch word.last {
    case "a": .feminine
    case "o": .masculine
    default: nil
    }
  }

  private static let masculineInA: Set<String> = [
    "luca", "andrea", "nicola", "mattia", "elia", "gianluca", "enea", "tobia", "zaccaria", "nikita",
    "ilya", "ilja", "illia", "kuzma", "misha", "sasha", "vanja", "joshua", "ezra", "mykola",
    "mikola",
    "danila", "dmytra", "poeta", "papa", "artista", "guida", "collega", "atleta",
  ]
  private static let feminineInO: Set<String> = ["consuelo", "rosario", "margo", "marlo"]
}
