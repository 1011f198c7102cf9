import BitestoGlossary
import BitestoText

/// A place where a text names an entry, and which of its forms stands there.
struct NameUse: Sendable {
  /// The number of the text.
  var text: Int
  /// Into ``Glossary/entries``.
  var entry: Int
  /// UTF-8 bytes.
  var range: Range<Int>
  /// The words, signs that are not seen left out.
  var words: String
  /// ``SpellingKey/exact(_:)`` of the words.
  var key: String
  /// The forms that are spelled so.
  var exact: [KnownForm]
  /// The forms that are spelled so but for their diacritics.
  var bare: [KnownForm]

  /// Whether only the surname stands there.
  var isSurname: Bool { (exact.isEmpty ? bare : exact).allSatisfy(\.isSurname) }

  /// The words as the glossary has them, whatever capitals the text uses.
  var listedWords: String { exact.first?.words ?? words }

  /// The part that a person's forms with and without given name share.
  var surnameKey: String {
    exact.first { !$0.isSurname }?.surnameKey ?? exact.first?.surnameKey ?? key
  }
}

/// A form of an entry, or the surname in it, ready to be compared.
struct KnownForm: Sendable {
  var form: Form
  var isSurname: Bool
  /// What a text has where this form is used.
  var words: String
  var key: String
  var bareKey: String
  /// Of a person's full form the key of the surname in it.
  var surnameKey: String?
}

/// The forms of entries by their keys, worked out when they are first asked for.
struct KnownForms {
  private let glossary: Glossary
  private var forms: [Int: [KnownForm]] = [:]

  init(_ glossary: Glossary) {
    self.glossary = glossary
  }

  /// The forms of an entry, full ones first.
  mutating func of(_ entry: Int) -> [KnownForm] {
    if let known = forms[entry] { return known }
    let owner = glossary.entries[entry]
    var full: [KnownForm] = []
    var surnames: [KnownForm] = []
    for form in owner.forms {
      let surname = owner.surname(of: form)
      let surnameKey = surname.map(SpellingKey.exact)
      full.append(
        KnownForm(
          form: form, isSurname: false, words: form.text, key: SpellingKey.exact(form.text),
          bareKey: SpellingKey.bare(form.text), surnameKey: surnameKey))
      guard let surname, let surnameKey else { continue }
      surnames.append(
        KnownForm(
          form: form, isSurname: true, words: surname, key: surnameKey,
          bareKey: SpellingKey.bare(surname), surnameKey: surnameKey))
    }
    forms[entry] = full + surnames
    return full + surnames
  }
}
