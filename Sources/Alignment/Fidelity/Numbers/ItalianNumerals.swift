/// Italian number words written as one: "duemilacinquecento", "ventenne".
enum ItalianNumerals {
  /// What a word in lower case means, nil when it is no number.
  static func meaning(of word: String) -> NumberWords.Meaning? {
    // "vent'anni"
    let whole = word.hasSuffix("'") ? String(word.dropLast()) : word
    if let value = value(of: whole) { return .value(value) }
    if let years = periods.first(where: { word.hasPrefix($0.0) }),
      periodEndings.contains(where: { word.dropFirst(years.0.count) == $0 })
    {
      return .loose([years.1])
    }
    if ordinalEndings.contains(where: word.hasSuffix) {
      let stem = String(word.dropLast(5))
      if let value = value(ofStem: stem) { return .ordinal(value) }
    }
    guard word.hasSuffix("enne") || word.hasSuffix("enni") else { return nil }
    let stem = String(word.dropLast(4))
    return value(ofStem: stem).map { .loose([$0]) }
  }

  /// The value of a cardinal that has lost its last vowel.
  private static func value(ofStem stem: String) -> Double? {
    ["", "a", "e", "i", "o"].lazy.compactMap { value(of: stem + $0) }.first
  }

  /// "ventunesimo", "cinquantatreesima".
  private static let ordinalEndings = ["esimo", "esima", "esimi", "esime"]

  /// The value of a cardinal above one. Linear in the word.
  static func value(of word: String) -> Double? {
    var rest = Substring(word)
    var total = 0.0
    var current = 0.0
    /// What may be added next is below this.
    var room = 100.0
    while !rest.isEmpty {
      guard let (part, value) = parts.first(where: { rest.hasPrefix($0.0) }) else { return nil }
      rest = rest.dropFirst(part.count)
      if value == 1000 {
        guard total == 0 else { return nil }
        total = max(current, 1) * 1000
        current = 0
        room = 100
      } else if value == 100 {
        guard current < 10 else { return nil }
        current = max(current, 1) * 100
        room = 100
      } else {
        guard value < room else { return nil }
        current += value
        room = value >= 20 ? 10 : 0
      }
    }
    return total + current > 1 ? total + current : nil
  }

  /// "quinquennale", "ventennio".
  private static let periods: [(String, Double)] = [
    ("bi", 2), ("tri", 3), ("quadri", 4), ("quinqu", 5), ("sess", 6), ("sett", 7), ("dec", 10),
    ("vent", 20), ("trent", 30), ("quarant", 40), ("cinquant", 50), ("cent", 100),
  ]
  private static let periodEndings = ["ennale", "ennali", "ennio", "enni", "enario", "enaria"]

  /// The longest first where one begins another.
  private static let parts: [(String, Double)] = [
    ("diciassette", 17), ("diciannove", 19), ("quattordici", 14), ("quindici", 15),
    ("tredici", 13), ("diciotto", 18), ("undici", 11), ("dodici", 12), ("sedici", 16),
    ("dieci", 10), ("venti", 20), ("vent", 20), ("trenta", 30), ("trent", 30), ("quaranta", 40),
    ("quarant", 40), ("cinquanta", 50), ("cinquant", 50), ("sessanta", 60), ("sessant", 60),
    ("settanta", 70), ("settant", 70), ("ottanta", 80), ("ottant", 80), ("novanta", 90),
    ("novant", 90), ("cento", 100), ("cent", 100), ("mila", 1000), ("mille", 1000), ("due", 2),
    ("tre", 3), ("tré", 3), ("quattro", 4), ("cinque", 5), ("sei", 6), ("sette", 7),
    ("otto", 8), ("nove", 9), ("uno", 1), ("un", 1),
  ]
}
