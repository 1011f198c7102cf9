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

  private let rules: [UInt32: [LetterRule]]
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
    self.rules = rules.byFirstLetter()
    self.alphabet = alphabet
    self.readsSigns = readsSigns
  }

  /// The text in the letters of the other script.
  public func transliterated(_ text: String) -> String {
    let text = SpelledText(text, alphabet: alphabet, signs: readsSigns)
    var result = ""
    var index = 0
    while index < text.typed.count {
      if let rule = rule(at: index, in: text) {
        result += Self.result(of: rule, at: index, in: text)
        index += rule.letters.count
      } else {
        result.unicodeScalars.append(text.typed[index])
        index += 1
      }
    }
    return result.precomposedStringWithCanonicalMapping
  }

  /// The first rule that holds at a place; their number is bounded by the table.
  private func rule(at index: Int, in text: SpelledText) -> LetterRule? {
    guard text.letters[index] != 0 else { return nil }
    return rules[text.letters[index]]?.first { rule in
      let end = index + rule.letters.count
      guard end <= text.letters.count, rule.letters[...] == text.letters[index..<end][...],
        rule.before?.contains(text.before[index]) ?? true
      else { return false }
      return rule.after?.contains(text.after[end - 1]) ?? true
    }
  }

  private static func result(of rule: LetterRule, at index: Int, in text: SpelledText) -> String {
    let (before, after) = (text.caseBefore[index], text.caseAfter[index])
    switch text.cases[index] {
    case .lower: return rule.lower
    case .upper:
      let isUpper = after == .none ? before == .upper : after == .upper
      return isUpper ? rule.upper : rule.capitalized
    case .none: return before == .upper && after != .lower ? rule.upper : rule.lower
    }
  }
}
