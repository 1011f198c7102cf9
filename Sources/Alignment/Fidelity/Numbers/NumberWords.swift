import BitestoText

/// What number words of a language mean.
struct NumberWords: Sendable {
  enum Meaning: Sendable {
    /// Adds up: "twenty", "duecento".
    case value(Double)
    /// Multiplies what stands before: "hundred", "milioni".
    case multiplier(Double)
    case ordinal(Double)
    /// May stand for any of these numbers, or for none.
    case loose([Double])
  }

  private let meanings: [String: Meaning]
  private let language: Language

  static func of(_ language: Language) -> NumberWords {
    language == .italian ? italian : english
  }

  /// - Parameter word: in lower case.
  func meaning(of word: String) -> Meaning? {
    if let meaning = meanings[word] { return meaning }
    guard word.utf8.count <= 40 else { return nil }
    if language == .italian { return ItalianNumerals.meaning(of: word) }
    let parts = word.split(separator: "-")
    guard parts.count == 2, case .value(let tens)? = meanings[String(parts[0])] else { return nil }
    switch meanings[String(parts[1])] {
    case .value(let ones) where tens >= 20 && ones < 10: return .value(tens + ones)
    case .ordinal(let ones) where tens >= 20 && ones < 10: return .ordinal(tens + ones)
    case .loose(let ones) where tens >= 20 && Self.isOrdinal(parts[1]):
      return .ordinal(tens + (ones.first ?? 0))
    case .ordinal(let below) where tens < 20 && below < 20: return .value(tens).loosened(below)
    case .multiplier(let factor): return .value(tens * factor)
    default: return .loose([tens])
    }
  }

  /// "first" and "second" alone are more than numbers.
  private static func isOrdinal(_ word: Substring) -> Bool { word == "first" || word == "second" }

  private init(_ language: Language, _ table: [(String, Meaning)]) {
    self.language = language
    var meanings: [String: Meaning] = [:]
    for (words, meaning) in table {
      for word in words.split(separator: " ") { meanings[String(word)] = meaning }
    }
    self.meanings = meanings
  }

  private static func counted(_ words: String, from first: Int, by step: Int = 1)
    -> [(String, Meaning)]
  {
    words.split(separator: " ").enumerated().map {
      (String($1), Meaning.value(Double(first + step * $0)))
    }
  }

  private static func ordered(_ words: String, from first: Int) -> [(String, Meaning)] {
    words.split(separator: " ").enumerated().map {
      ($1.split(separator: "/").joined(separator: " "), Meaning.ordinal(Double(first + $0)))
    }
  }

  private static let english = NumberWords(
    .english,
    counted(
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
      fifteen sixteen seventeen eighteen nineteen
      """, from: 0)
      + counted("twenty thirty forty fifty sixty seventy eighty ninety", from: 20, by: 10)
      + counted(
        "twenties thirties forties fifties sixties seventies eighties nineties", from: 20, by: 10)
      + ordered(
        """
        fourth fifth/fifths sixth/sixths seventh/sevenths eighth/eighths ninth tenth/tenths eleventh \
        twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth \
        twentieth
        """, from: 4)
      + [
        ("third thirds", .ordinal(3)), ("thirtieth", .ordinal(30)), ("hundred", .multiplier(100)),
        ("thousand", .multiplier(1e3)), ("million mln", .multiplier(1e6)),
        ("billion bn", .multiplier(1e9)), ("trillion tn", .multiplier(1e12)),
        ("dozen", .multiplier(12)), ("score", .loose([20])),
        ("one first once single a an", .loose([1])),
        ("second secondly both couple pair twice double doubled doubling twin", .loose([2])),
        ("three-time thrice triple tripled treble trio", .loose([3])),
        ("quadruple quartet", .loose([4])), ("half halves halved", .loose([0.5, 50, 30])),
        ("quarter quarters quarter-hour", .loose([4, 0.25, 25, 15])),
        ("fortnight", .loose([14, 15, 2])), ("decade", .loose([10])), ("century", .loose([100])),
        ("noon midday", .loose([12])), ("midnight", .loose([0, 12, 24])),
      ])

  private static let italian = NumberWords(
    .italian,
    ordered(
      """
      quarto/quarta/quarti/quarte quinto/quinta/quinti/quinte sesto/sesta/sesti/seste \
      settimo/settima/settimi/settime ottavo/ottava/ottavi/ottave nono/nona/noni \
      decimo/decima/decimi/decime undicesimo/undicesima dodicesimo/dodicesima \
      tredicesimo/tredicesima quattordicesimo/quattordicesima quindicesimo/quindicesima \
      sedicesimo/sedicesima diciassettesimo/diciassettesima diciottesimo/diciottesima \
      diciannovesimo/diciannovesima ventesimo/ventesima
      """, from: 4)
      + [
        ("terzo terza terzi terze", .ordinal(3)), ("trentesimo trentesima", .ordinal(30)),
        ("uno un una un' primo prima primi prime singolo singola volta", .loose([1])),
        (
          """
          secondo seconda secondi seconde entrambi entrambe ambedue doppio doppia coppia paio \
          raddoppiare raddoppiato raddoppiata raddoppierà duo duplice
          """, .loose([2])
        ),
        ("triplo tripla triplicare triplicato trio", .loose([3])), ("quartetto", .loose([4])),
        ("sei", .loose([6])), ("mille", .loose([1000])),
        ("mezzo mezza mezz' metà dimezzare dimezzato", .loose([0.5, 50, 30])),
        ("mila", .multiplier(1e3)), ("milione milioni mln", .multiplier(1e6)),
        ("miliardo miliardi mld", .multiplier(1e9)),
        ("bilione bilioni", .multiplier(1e12)), ("dozzina", .loose([12, 10])),
        ("dozzine", .multiplier(12)), ("decina", .loose([10, 12])),
        ("quindicina", .loose([15, 14])), ("ventina", .loose([20])), ("trentina", .loose([30])),
        ("quarantina", .loose([40])), ("cinquantina", .loose([50])), ("centinaio", .loose([100])),
        ("migliaio", .loose([1000])), ("decennio", .loose([10])), ("secolo", .loose([100])),
        ("mezzogiorno", .loose([12])), ("mezzanotte", .loose([0, 12, 24])),
      ])
}

extension NumberWords.Meaning {
  /// "two-thirds": both numbers, loosely.
  fileprivate func loosened(_ other: Double) -> Self {
    if case .value(let value) = self { return .loose([value, other, value / other]) }
    return self
  }
}
