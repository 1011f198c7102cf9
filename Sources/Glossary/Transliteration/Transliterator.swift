import BitestoText
import Foundation

/// Writes the Cyrillic names of one language in Latin letters by one system, or restores them.
///
/// What is no letter of the language stays as it is, in the place where it is. Capitals follow the
/// letters around them (Щука, Shchuka; ЩУКА, SHCHUKA). Texts come out composed (NFC). In words with
/// Cyrillic letters, Latin letters that look like Cyrillic ones of the language are read as these.
///
/// Linear in the text.
public struct Transliterator: Sendable {
  public enum Direction: String, Sendable {
    case toLatin = "latin"
    case toCyrillic = "cyrillic"
  }

  private static let common: Range<UInt32> = 0x400..<0x500

  private let rules: [LetterRule]
  /// The rules that begin with each of the common letters, in the order in which they are tried.
  private let commonRules: [Range<Int>]
  private let otherRules: [UInt32: Range<Int>]
  private let alphabet: Set<UInt32>
  private let readsSigns: Bool

  /// Nil when the system is not for the language, or has no way back and that is asked for; see
  /// ``RomanizationSystem/languages`` and ``RomanizationSystem/reversibleLanguages``.
  public init?(
    _ system: RomanizationSystem, language: Language, direction: Direction = .toLatin
  ) {
    let tables = RomanizationTable.builtIn
    guard let rules = tables.rules(system.rawValue, language, direction) else { return nil }
    let alphabet = direction == .toLatin ? tables.alphabet(language) : []
    self.init(rules, alphabet: alphabet, readsSigns: direction == .toCyrillic)
  }

  init(_ rules: LetterRules, alphabet: Set<UInt32>, readsSigns: Bool = false) {
    var all: [LetterRule] = []
    var ranges: [UInt32: Range<Int>] = [:]
    for (letter, group) in rules.byFirstLetter() {
      ranges[letter] = all.count..<all.count + group.count
      all += group
    }
    self.rules = all
    commonRules = Self.common.map { ranges[$0] ?? 0..<0 }
    otherRules = ranges.filter { !Self.common.contains($0.key) }
    self.alphabet = alphabet
    self.readsSigns = readsSigns
  }

  /// The text in the letters of the other script.
  public func transliterated(_ text: String) -> String {
    transliterated(spelled(text))
  }

  /// The text as the rules look at it, to be given to every transliterator of the same language.
  func spelled(_ text: String) -> SpelledText {
    SpelledText(text, alphabet: alphabet, signs: readsSigns)
  }

  func transliterated(_ text: SpelledText) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.places.count * 2)
    var index = 0
    while index < text.places.count {
      if let number = rule(at: index, in: text) {
        result += form(of: number, at: text.places[index])
        index += rules[number].letters.count
      } else {
        result.append(contentsOf: UTF8.encode(text.places[index].typed) ?? .init())
        index += 1
      }
    }
    let string = String(decoding: result, as: UTF8.self)
    return text.hasMarks ? string.precomposedStringWithCanonicalMapping : string
  }

  /// The number of the first rule that holds at a place; how many there are is up to the table.
  private func rule(at index: Int, in text: SpelledText) -> Int? {
    let place = text.places[index]
    guard place.letter != 0 else { return nil }
    let candidates =
      Self.common.contains(place.letter)
      ? commonRules[Int(place.letter - Self.common.lowerBound)]
      : otherRules[place.letter] ?? 0..<0
    return candidates.first { number in
      let end = index + rules[number].letters.count
      guard end <= text.places.count,
        rules[number].before?.contains(place.before) ?? true,
        rules[number].after?.contains(text.places[end - 1].after) ?? true
      else { return false }
      for offset in 1..<max(1, rules[number].letters.count)
      where text.places[index + offset].letter != rules[number].letters[offset] {
        return false
      }
      return true
    }
  }

  /// What a rule gives, in the case of its place.
  private func form(of number: Int, at place: SpelledText.Place) -> [UInt8] {
    let (before, after) = (place.caseBefore, place.caseAfter)
    switch place.letterCase {
    case .lower: return rules[number].lower
    case .upper:
      let isUpper = after == .none ? before == .upper : after == .upper
      return isUpper ? rules[number].upper : rules[number].capitalized
    case .none:
      return before == .upper && after != .lower ? rules[number].upper : rules[number].lower
    }
  }
}
