import BitestoGlossary
import BitestoText

/// Which form of an entry a house writes.
struct PreferredForms {
  let glossary: Glossary
  let style: Style?

  /// The form to write, in the chosen style or else in that of newspapers.
  func form(of entry: Int, in language: Language) -> Form? {
    let entry = glossary.entries[entry]
    return entry.preferredForm(in: language, style: style ?? .press)
      ?? entry.preferredForm(in: language, style: .any)
      ?? entry.forms.first { $0.language == language && $0.status == .preferred }
  }

  /// What stands for a name: the surname alone where the text has the surname alone.
  func words(_ form: Form, for use: NameUse) -> String {
    guard use.isSurname else { return form.text }
    return glossary.entries[use.entry].surname(of: form) ?? form.text
  }
}
