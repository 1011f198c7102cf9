import BitestoAlignment
import BitestoGlossary
import BitestoText

/// What is known of names before they are read: outlets, speakers, given names.
struct NameHints {
  /// Words in the longest name of an outlet that is looked for.
  static let longestOutlet = 7

  private var outlets: Set<String> = []
  private var outletBeginnings: Set<String> = []
  private var speakers: Set<String> = []
  private var givenNames: Set<String> = []

  /// - Parameter texts: with their quotations.
  init(_ texts: [Bitext.Side], glossary: Glossary) {
    outlets = Set(KnownOutlets.spellings.map { Self.key(Self.words($0)) })
    for text in texts {
      if let outlet = text.outlet { outlets.insert(Self.key(Self.words(outlet))) }
      for quotation in text.quotations {
        if let speaker = quotation.speaker { speakers.insert(Self.key(Self.words(speaker))) }
        // "dai media statali": described, not named.
        for outlet in quotation.outlets where outlet.name.contains(where: \.isUppercase) {
          outlets.insert(Self.key(Self.words(outlet.name)))
        }
      }
    }
    outletBeginnings = Set(
      outlets.compactMap { $0.contains(" ") ? $0.prefix { $0 != " " }.lowercased() : nil })
    for entry in glossary.entries where entry.kind == .person && entry.surname == .last {
      for form in entry.forms {
        let words = Self.words(form.text)
        if words.count > 1, let first = words.first { givenNames.insert(first) }
      }
    }
  }

  /// Adds what is known of a name in folded words.
  func tell(_ words: [String], _ evidence: inout KindEvidence) {
    let key = Self.key(words)
    if outlets.contains(key) { evidence.isOutlet = true }
    if speakers.contains(key) { evidence.isSpeaker = true }
    if words.count > 1, let first = words.first, givenNames.contains(first) {
      evidence.hasGivenName = true
    }
  }

  /// Whether outlets of several words begin with a folded word.
  func mayBeginOutlet(_ word: String) -> Bool { outletBeginnings.contains(word) }

  func isGivenName(_ word: String) -> Bool { givenNames.contains(word) }

  func isOutlet(_ words: [String]) -> Bool { outlets.contains(Self.key(words)) }

  /// The folded words of a name.
  static func words(_ name: String) -> [String] {
    let bytes = Array(name.utf8)
    return bytes.split { $0 == 0x20 || $0 == 0x2E }
      .map { FoldedName.word(WordFolding.key($0)) }.filter { !$0.isEmpty }
  }

  /// The key under which spellings with and without "of" or "di" are one name.
  static func key(_ words: [String]) -> String {
    let telling = words.filter { !joiners.contains($0) }
    return (telling.isEmpty ? words : telling).joined(separator: " ")
  }

  private static let joiners: Set<String> = [
    "of", "the", "di", "del", "della", "dello", "dell", "dei", "degli", "delle", "d",
  ]
}
