import BitestoAlignment
import BitestoGlossary

/// Compares names as ``NameComparer`` does; where it is unsure, what is left of them when vowels, doubled letters
/// and the habits of transliterations are gone.
///
/// Proposals are read by a person before they become entries, so that a doubtful pair may be proposed together,
/// with all its spellings in sight.
struct SoundComparison {
  private let comparer = NameComparer.builtIn

  /// What all spellings of a word have in common: only names whose words agree in it are compared.
  func block(_ word: String) -> String {
    let sounds = NameSpelling.sounds(SlavicStem.of(word).replacing("x", with: "ks"))
    guard let first = sounds.first else { return word }
    let rest = sounds.dropFirst().filter { !Self.vowels.contains($0) }
    // An initial vowel is written in many ways: Yevgeny, Evgenij.
    let start = Self.vowels.contains(first) ? UInt8(ascii: "a") : first
    return String(decoding: [start] + rest, as: UTF8.self)
  }

  /// Whether two names of a person, in folded words, are spellings of one name. The given names agree, letter for letter or in their consonants, an initial with what it stands for;
  /// and so do the surnames.
  func isSame(_ a: [String], _ b: [String]) -> Bool {
    guard let (given, surname) = ends(a), let (otherGiven, otherSurname) = ends(b) else {
      return a == b
    }
    switch comparer.compare(a.joined(separator: " "), b.joined(separator: " ")).verdict {
    case .same: return true
    case .different: return false
    case .unsure: break
    }
    guard surname == otherSurname || block(surname) == block(otherSurname) else { return false }
    if given == otherGiven { return true }
    if given.count == 1 || otherGiven.count == 1 { return given.first == otherGiven.first }
    let sound = block(given)
    return sound.utf8.count > 1 && sound == block(otherGiven)
  }

  private func ends(_ words: [String]) -> (String, String)? {
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    return (first, last)
  }

  private static let vowels = Set("aeiou".utf8)
}
