import BitestoGlossary
import BitestoText
import Foundation

/// An entry made of a candidate.
struct Draft {
  let candidate: Candidate
  let entry: Entry
  let isKnown: Bool
  /// Whether the texts spell a known name in a way that its entry lacks.
  let hasNewForms: Bool

  /// A new entry. Every form is accepted: which of them becomes preferred, and that it is an entry at all, is for
  /// a person to say.
  init(of candidate: Candidate, ids: inout EntryIDs) {
    self.candidate = candidate
    isKnown = false
    hasNewForms = true
    var entry = Entry(id: "", kind: candidate.kind, gender: candidate.gender)
    let languages = candidate.languages.sorted { Self.rank($0) < Self.rank($1) }
    for language in languages { entry.forms += Self.forms(of: candidate, in: language) }
    if candidate.kind == .person { entry.forms += TransliteratedForms.of(entry.forms) }
    if candidate.kind == .person, candidate.evidence.standsBySurname { entry.surname = .last }
    let best =
      candidate.fullest(in: .english) ?? candidate.fullest(in: .italian)
      ?? candidate.spellings.first
    entry.id = ids.next(for: best?.text ?? "", isPerson: candidate.kind == .person)
    self.entry = entry
  }

  /// An entry of a glossary, with the spellings that it lacks.
  init(of candidate: Candidate, known: Entry, seen: [Candidate.Spelling]) {
    self.candidate = candidate
    isKnown = true
    var entry = known
    entry.comments = []
    for index in entry.forms.indices { entry.forms[index].comments = [] }
    var isNew = false
    for spelling in seen where known.kind != .person || spelling.words.count > 1 {
      let isListed = entry.forms.contains {
        $0.language == spelling.language && NameHints.words($0.text) == spelling.words
      }
      guard !isListed else { continue }
      entry.forms.append(
        Form(language: spelling.language, text: spelling.text, note: "found in the texts"))
      isNew = true
    }
    hasNewForms = isNew
    self.entry = entry
  }

  private static func forms(of candidate: Candidate, in language: Language) -> [Form] {
    var own = candidate.spellings.filter { $0.language == language }
    if candidate.kind == .person, own.contains(where: { $0.words.count > 1 }) {
      own.removeAll { $0.words.count == 1 }
    }
    // "PUTIN" of a headline is no spelling of its own.
    let inCapitals = own.filter { isInCapitals($0.text) && $0.words.count > 1 }
    if inCapitals.count < own.count { own.removeAll(where: inCapitals.contains) }
    if own.allSatisfy({ isInCapitals($0.text) && $0.words.count > 1 }) {
      for index in own.indices {
        let same = candidate.spellings.first {
          $0.words == own[index].words && !isInCapitals($0.text)
        }
        own[index].text = same?.text ?? own[index].text.capitalized
      }
    }
    guard language == .italian || language == .english else {
      return own.map {
        Form(language: language, text: $0.text, note: "as found, perhaps inflected")
      }
    }
    let styled = candidate.kind == .person
    let marked = styled ? own.first { hasMarks($0.text) } : nil
    let plain = own.first { $0 != marked } ?? own.first
    return own.map { spelling in
      var form = Form(language: language, text: spelling.text)
      if spelling == plain {
        form.style = styled ? .press : .any
        form.note = "proposed as preferred"
      } else if spelling == marked {
        form.style = .scientific
        form.note = "proposed as preferred"
      }
      return form
    }
  }

  private static func isInCapitals(_ text: String) -> Bool {
    !text.contains(where: \.isLowercase)
  }

  /// Letters of the scholars' transliteration.
  private static func hasMarks(_ text: String) -> Bool {
    text.precomposedStringWithCanonicalMapping.contains { "čšžėŠŽČ".contains($0) }
  }

  private static func rank(_ language: Language) -> String {
    switch language {
    case .italian: "0"
    case .english: "1"
    default: language.rawValue
    }
  }
}

/// Hands out ids that no entry has.
struct EntryIDs {
  private var taken: Set<String>
  private var lastNumber: [String: Int] = [:]

  init(taken: [String]) {
    self.taken = Set(taken)
  }

  /// A person's surname, with the given name when another bears it; the whole name of anything else.
  mutating func next(for name: String, isPerson: Bool) -> String {
    let words = NameHints.words(name).map(Self.identifier).filter { !$0.isEmpty }
    var wishes = [words.joined(separator: "-")]
    if isPerson, words.count > 1, let last = words.last {
      wishes = [last, ([last] + words.dropLast()).joined(separator: "-")]
    }
    for wish in wishes where !wish.isEmpty && taken.insert(wish).inserted { return wish }
    let wish = wishes.last.flatMap { $0.isEmpty ? nil : $0 } ?? "entry"
    var number = lastNumber[wish] ?? 2
    while !taken.insert("\(wish)-\(number)").inserted { number += 1 }
    lastNumber[wish] = number
    return "\(wish)-\(number)"
  }

  /// Latin letters, digits and hyphens of a folded word.
  private static func identifier(_ word: String) -> String {
    let latin = word.applyingTransform(.toLatin, reverse: false) ?? word
    return FoldedName.word(latin).lowercased().filter { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
  }
}
