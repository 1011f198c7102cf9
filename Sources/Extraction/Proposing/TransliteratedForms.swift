import BitestoGlossary
import BitestoText

/// Italian forms by rule for names that the texts have in Cyrillic letters only.
enum TransliteratedForms {
  private static let variants = NameVariants()
  private static let systems: [(Style, RomanizationSystem)] = [
    (.press, .pressItalian), (.scientific, .scientificItalian),
  ]

  /// The forms to add to those of a person, the press form first; none of a style that an Italian form has.
  ///
  /// The most frequent Cyrillic form is taken for the name's first case. Linear in the forms.
  static func of(_ forms: [Form]) -> [Form] {
    let italian = forms.filter { $0.language == .italian }
    guard
      let name = forms.first(where: {
        $0.text.contains(" ") && Language.ofCyrillicName($0.text) != nil
      }),
      let language = name.language.isEastSlavic ? name.language : Language.ofCyrillicName(name.text)
    else { return [] }
    let found = variants.variants(of: name.text, language: language)
    var seen = Set(italian.map(\.text))
    return systems.compactMap { style, system in
      guard !italian.contains(where: { $0.style == style }),
        let variant = found.first(where: { $0.system == system && !$0.isPlain }),
        seen.insert(variant.text).inserted
      else { return nil }
      return Form(
        language: .italian, text: variant.text, style: style, system: system,
        note: "transliterated from \(name.text)")
    }
  }
}

extension Language {
  fileprivate var isEastSlavic: Bool { [.russian, .ukrainian, .belarusian].contains(self) }
}
