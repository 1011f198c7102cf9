import Foundation

/// How far the length of a translation is from what one expects (after Gale and Church 1993, on code points
/// and a logarithmic scale).
struct LengthDeviation {
  /// Code points that say what one says in Italian, measured on NTREX-128.
  private static let relative: [Substring: Double] = [
    "it": 1, "en": 0.855, "ru": 0.95, "uk": 0.92,
  ]
  /// The spread between languages of which nothing is known, where characters may be syllables or words.
  private static let unknownSpread = 0.5
  private static let knownSpread = 0.12
  /// Makes short segments, whose lengths say little, spread more.
  private static let shortSpread = 2.5

  private let language: LanguageTag
  private let length: Double

  /// Measures a source, once for all its translations. Linear.
  init(from source: UnitVariant) {
    language = source.language
    length = Self.length(source.segment.plainText)
  }

  /// The deviation in standard deviations, negative for a translation that is short; nil when a side is
  /// empty. Linear in the translation.
  func of(_ target: UnitVariant) -> Double? {
    let (s, t) = (length, Self.length(target.segment.plainText))
    guard s > 0, t > 0 else { return nil }
    let expected = Self.relative[language.primary].flatMap { source in
      Self.relative[target.language.primary].map { $0 / source }
    }
    let spread = expected == nil ? Self.unknownSpread : Self.knownSpread
    let difference = log(t / s) - log(expected ?? 1)
    return difference / (spread * spread + Self.shortSpread / (s + t)).squareRoot()
  }

  /// In code points: bytes that do not continue one.
  private static func length(_ text: String) -> Double {
    Double(text.utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
  }
}
