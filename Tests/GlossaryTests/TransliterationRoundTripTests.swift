import BitestoGlossary
import BitestoText
import Testing

/// Words of a language, made at random, without what its transliteration cannot tell apart.
private struct RandomWords {
  var letters: [Character]
  /// Sequences that do not occur in the words.
  var excluded: [String]
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(_ letters: String, excluding excluded: [String]) {
    self.letters = Array(letters)
    self.excluded = excluded
  }

  mutating func next() -> String {
    while true {
      let word = String((0..<(3 + random(10))).map { _ in letters[random(letters.count)] })
      guard !excluded.contains(where: "^\(word)$".contains) else { continue }
      switch random(3) {
      case 0: return word
      case 1: return word.prefix(1).uppercased() + word.dropFirst()
      default: return word.uppercased()
      }
    }
  }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

private struct RoundTrip: Sendable, CustomTestStringConvertible {
  var system: RomanizationSystem
  var language: Language
  var excluded: [String]

  var testDescription: String { "\(system.rawValue) \(language)" }

  static let russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
  static let ukrainian = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’"
  static let belarusian = "абвгґдеёжзійклмнопрстуўфхцчшыьэюя’"

  var letters: String {
    switch language {
    case .russian: Self.russian
    case .ukrainian: Self.ukrainian
    default: Self.belarusian
    }
  }

  /// Every pair of the letters.
  private static func pairs(_ first: String, _ second: String) -> [String] {
    first.flatMap { a in second.map { "\(a)\($0)" } }
  }

  /// What no language has: signs and apostrophes at the edges or one after the other.
  private static let edges = ["^’", "’$", "’’", "^ь", "ьь", "ь’", "’ь", "^ъ", "ъъ", "ъь", "ьъ"]

  /// What Belarusian orthography does not have, and its Latin alphabets cannot write.
  private static let unBelarusian =
    pairs("йі", "аэоуеёюя")
    + pairs("абвгґдеёжійкмопртуўфхчшыэюя", "ь") + pairs("аеёійоуўыэюяь", "’")
    + pairs("’", "абвгґджзійклмнопрстуўфхцчшыэ") + ["цг"]

  static let all: [RoundTrip] = [
    RoundTrip(system: .iso9, language: .russian, excluded: edges),
    RoundTrip(system: .iso9, language: .ukrainian, excluded: edges),
    RoundTrip(system: .iso9, language: .belarusian, excluded: edges),
    RoundTrip(
      system: .scientificItalian, language: .russian,
      excluded: edges + pairs("й", "уа") + ["шч"]),
    RoundTrip(
      system: .scientificH, language: .russian, excluded: edges + pairs("й", "уа") + ["шч"]),
    RoundTrip(
      system: .scientificItalian, language: .ukrainian,
      excluded: pairs("й", "уае") + ["шч", "цг", "’"] + edges),
    RoundTrip(
      system: .scientificH, language: .ukrainian,
      excluded: pairs("й", "уаеі") + ["шч", "цг", "’"] + edges),
    RoundTrip(
      system: .scientificItalian, language: .belarusian,
      excluded: pairs("й", "уа") + ["цг", "’"] + edges),
    RoundTrip(
      system: .scientificH, language: .belarusian,
      excluded: pairs("й", "уа") + ["цг", "’"] + edges),
    RoundTrip(system: .alaLC, language: .russian, excluded: edges + ["шч"]),
    RoundTrip(system: .belarusNational2007, language: .belarusian, excluded: edges + unBelarusian),
    RoundTrip(
      system: .lacinka, language: .belarusian,
      excluded: edges + unBelarusian + pairs("ь", "аэоуі").map { "л\($0)" }
        + ["ллл", "лль"]),
  ]
}

@Suite struct `The way back from Latin letters` {
  @Test(arguments: RoundTrip.all)
  private func `gives the source`(trip: RoundTrip) throws {
    let there = try #require(Transliterator(trip.system, language: trip.language))
    let back = try #require(
      Transliterator(trip.system, language: trip.language, direction: .toCyrillic))
    var words = RandomWords(trip.letters, excluding: trip.excluded)
    for _ in 0..<3000 {
      let word = words.next()
      let latin = there.transliterated(word)
      #expect(back.transliterated(latin) == word, "\(latin)")
    }
  }

  @Test func `is tested for every system that has one`() {
    let tested = Set(RoundTrip.all.map { "\($0.system) \($0.language)" })
    let all = RomanizationSystem.allCases.flatMap { system in
      system.reversibleLanguages.map { "\(system) \($0)" }
    }
    #expect(tested == Set(all))
  }
}
