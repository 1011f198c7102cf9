import BitestoText

/// A given name with its forms in the East Slavic languages and the Latin forms that are more than
/// a transliteration of them.
public struct GivenName: Hashable, Sendable {
  /// nil for a name that both women and men bear.
  public let gender: Entry.Gender?
  /// The usual form first: Аляксандр; Александр; Олександр.
  public let belarusian: [String]
  public let russian: [String]
  public let ukrainian: [String]
  /// Forms in Latin letters that no transliteration gives: Alexander.
  public let latin: [String]
  /// Forms that only rulers, popes, saints and old writers bear in Italian or English: Alessandro.
  public let traditional: [String]
  /// The names, in Russian, that this one may stand for or come from: Саша of Александр. It is not
  /// the same name.
  public let near: [String]

  /// The forms in a language, the usual one first; Latin ones for Italian and English.
  public func forms(in language: Language) -> [String] {
    switch language {
    case .belarusian: belarusian
    case .russian: russian
    case .ukrainian: ukrainian
    default: latin
    }
  }

  init(_ row: [Substring]) {
    func forms(_ cell: Substring) -> [String] { cell.split(separator: "|").map(String.init) }
    gender = Entry.Gender(rawValue: String(row[0]))
    belarusian = forms(row[1])
    russian = forms(row[2])
    ukrainian = forms(row[3])
    latin = forms(row[4])
    traditional = forms(row[5])
    near = forms(row[6])
  }
}
