/// A habit of writing Slavic names, which gives letters their sounds.
public enum ReadingFamily: String, CaseIterable, Sendable {
  case cyrillic
  /// The English-language press, passports, BGN/PCGN, the Ukrainian system of 2010.
  case english
  /// Scientific transliteration, ISO 9, Łacinka.
  case slavic
  /// Scientific transliteration with its marks lost: Porosenko for Porošenko.
  case bare
  case italian
  case french
  case german
  case polish

  /// What a reading costs when nothing in the word is typical of the family.
  var unlikelihood: UInt16 {
    switch self {
    case .cyrillic, .english, .slavic: 0
    case .italian, .french, .german, .polish: 45
    // Rogozin is not Rogozhin, unless something says that marks are lost.
    case .bare: 115
    }
  }
}
