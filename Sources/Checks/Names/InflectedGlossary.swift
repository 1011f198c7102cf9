import BitestoGlossary
import BitestoText

/// A glossary whose terms have their inflected forms, too, with the status of the form that they
/// are of.
struct InflectedGlossary: Sendable {
  fileprivate struct Key: Hashable {
    var entry: Int
    var language: Language
    var key: String
  }

  /// Entries in the same order as in the glossary that it was made of.
  let glossary: Glossary
  private let kinds: [Key: Inflection.Kind]

  init(_ glossary: Glossary) {
    var kinds: [Key: Inflection.Kind] = [:]
    var entries = glossary.entries
    for index in entries.indices where entries[index].kind == .term {
      let forms = entries[index].forms
      for form in forms {
        for inflection in Inflection.all(of: form.text, in: form.language) {
          let key = Key(index, form.language, inflection.text)
          if kinds[key] == nil { kinds[key] = inflection.kind }
          Self.add(inflection.text, of: form, to: &entries[index])
        }
        // "foreign minister" for "Foreign Minister".
        if form.isLatin, Self.isTitle(form.text) {
          Self.add(form.text.lowercased(), of: form, to: &entries[index])
        }
      }
      for form in entries[index].forms {
        for text in Inflection.articulations(of: form.text, in: form.language) {
          Self.add(text, of: form, to: &entries[index])
        }
      }
    }
    self.kinds = kinds
    let file = GlossaryFile(path: "", entries: entries)
    self.glossary = (try? Glossary(files: [file])) ?? glossary
  }

  /// Whether words are of small letters after their first one, so that their capitals are a habit
  /// only.
  private static func isTitle(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count > 1 && text.contains(where: \.isUppercase)
      && words.allSatisfy { $0.dropFirst().allSatisfy { !$0.isUppercase } }
  }

  private static func add(_ text: String, of form: Form, to entry: inout Entry) {
    guard !entry.forms.contains(where: { $0.language == form.language && $0.text == text }) else {
      return
    }
    var inflected = form
    inflected.text = text
    // There is one preferred form of a language and style.
    if inflected.status == .preferred { inflected.status = .accepted }
    entry.forms.append(inflected)
  }

  /// A form of a term in the number and gender that a text has there; nil when it is as listed.
  func form(_ form: Form, like use: NameUse) -> String? {
    guard let kind = kinds[Key(use.entry, form.language, use.words)] else { return nil }
    return Inflection.all(of: form.text, in: form.language).first { $0.kind == kind }?.text
  }
}

extension InflectedGlossary.Key {
  fileprivate init(_ entry: Int, _ language: Language, _ text: String) {
    self.init(entry: entry, language: language, key: SpellingKey.exact(text))
  }
}
