import BitestoGlossary
import BitestoText

/// What the glossary says about the form that stands in a place: whether it may be written at all,
/// and whether it is the one of the chosen style.
struct FormRules {
  /// A rule that has something to say.
  struct Verdict {
    var rule: CheckRule
    /// What to write instead.
    var form: Form?
    var message: String
  }

  let glossary: Glossary
  let style: Style?

  private var preferred: PreferredForms { PreferredForms(glossary: glossary, style: style) }

  /// nil when the form may stand.
  func verdict(on use: NameUse, in text: CheckedText) -> Verdict? {
    let language = text.language
    let own = use.exact.filter { $0.form.language == language }
    if !own.isEmpty { return replaced(use, own, language) ?? offStyle(use, own, language) }
    let bare = use.bare.filter { $0.form.language == language }
    if use.exact.isEmpty || bare.contains(where: { hasMore($0, than: use) && $0.form.isAllowed }) {
      return bare.isEmpty ? nil : lostMarks(use, bare, language)
    }
    let foreign = use.exact.filter(\.form.isLatin)
    guard !foreign.isEmpty else { return nil }
    return foreignName(use, foreign, in: text) ?? offStyle(use, foreign, language)
  }

  // MARK: Status

  private func replaced(_ use: NameUse, _ own: [KnownForm], _ language: Language) -> Verdict? {
    let status = own.map(\.form.status)
    guard status.allSatisfy({ $0 == .deprecated || $0 == .forbidden }) else { return nil }
    let form = preferred.form(of: use.entry, in: language)
    if status.contains(.forbidden) {
      return Verdict(
        rule: .forbiddenForm, form: form, message: "\(marked(use.words)) is forbidden")
    }
    if let whole = use.bare.first(where: { hasMore($0, than: use) && $0.form.isAllowed }),
      let lost = lostMarks(use, [whole], language)
    {
      return lost
    }
    if glossary.entries[use.entry].kind == .place, isForeign(use, own, language) {
      return Verdict(
        rule: .wrongExonym, form: form,
        message: "\(marked(use.words)) is not how \(language.name) names the place")
    }
    return Verdict(
      rule: .deprecatedForm, form: form, message: "\(marked(use.words)) is deprecated")
  }

  /// Whether a form comes from another language: one has it, it was transliterated, or a note says
  /// so.
  private func isForeign(_ use: NameUse, _ own: [KnownForm], _ language: Language) -> Bool {
    use.exact.contains { $0.form.language != language }
      || own.contains { $0.form.system != nil || $0.form.note.hasPrefix("from ") }
  }

  private func foreignName(
    _ use: NameUse, _ foreign: [KnownForm], in text: CheckedText
  ) -> Verdict? {
    let entry = glossary.entries[use.entry]
    guard entry.kind == .place, !entry.isAdjectivePlace,
      let form = preferred.form(of: use.entry, in: text.language),
      !NameSurroundings(use.range, in: text).areForeign
    else { return nil }
    return Verdict(
      rule: .wrongExonym, form: form,
      message: "\(marked(use.words)) is the name in another language")
  }

  // MARK: Diacritics

  private func lostMarks(
    _ use: NameUse, _ bare: [KnownForm], _ language: Language
  ) -> Verdict? {
    guard let whole = bare.first(where: { hasMore($0, than: use) && $0.form.isAllowed }) else {
      // More marks than any form has: a spelling that nobody listed.
      let form = bare.first { $0.form.isAllowed }
      return form.map {
        Verdict(
          rule: .unknownVariant, form: nil,
          message: "\(marked(use.words)) looks like \(marked($0.words))")
      }
    }
    let chosen =
      style == nil
      ? whole.form : preferred.form(of: use.entry, in: language) ?? whole.form
    return Verdict(
      rule: .lostDiacritics, form: chosen,
      message: "\(marked(use.words)) has lost its diacritics")
  }

  private func hasMore(_ form: KnownForm, than use: NameUse) -> Bool {
    form.key != use.key && marks(form.key) > marks(use.key)
      && use.words.unicodeScalars.allSatisfy {
        $0.isASCII || $0.value == 0x2019 || $0.value == 0xAD
      }
  }

  private func marks(_ key: String) -> Int { key.unicodeScalars.count { !$0.isASCII } }

  // MARK: Style

  private func offStyle(
    _ use: NameUse, _ forms: [KnownForm], _ language: Language
  ) -> Verdict? {
    guard let style, style != .any,
      let form = glossary.entries[use.entry].preferredForm(in: language, style: style),
      !forms.contains(where: {
        $0.form.language == language && $0.form.style == style && $0.form.isAllowed
      })
    else { return nil }
    let words = preferred.words(form, for: use)
    guard SpellingKey.exact(words) != use.key else { return nil }
    let (shape, other) = (NameShape(use.words), NameShape(words))
    switch glossary.entries[use.entry].kind {
    case .person:
      guard shape.mayBeSpelling(of: other) else { return nil }
    case .place, .organization, .term:
      // A longer name or an abbreviation is no other spelling.
      guard shape.skeletons.count == other.skeletons.count, !shape.isAcronym, !other.isAcronym,
        form.style == style || shape.isSpelledLike(other)
      else { return nil }
      if glossary.entries[use.entry].kind == .term, shape.isInflected(other) { return nil }
    }
    return Verdict(
      rule: .offStyle, form: form,
      message: "\(marked(use.words)) is not the \(style.rawValue) form")
  }
}

/// Words between the marks that messages use.
func marked(_ words: String) -> String {
  "“\(words.split { $0.isWhitespace }.joined(separator: " "))”"
}

extension Language {
  /// As an English sentence names it.
  var name: String {
    switch self {
    case .italian: "Italian"
    case .english: "English"
    default: "the language of this text"
    }
  }
}

extension Form {
  var isAllowed: Bool { status == .preferred || status == .accepted }

  /// Whether it is written in Latin letters.
  var isLatin: Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
  }
}

extension Entry {
  fileprivate var isAdjectivePlace: Bool { relations.contains { $0.kind == .adjectiveOf } }
}
