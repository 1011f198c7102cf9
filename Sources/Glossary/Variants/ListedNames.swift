import BitestoText

/// Finds what glossaries list for a Cyrillic name: exonyms (*Mosca*), renamings and all else that
/// no rule gives.
struct ListedNames: Sendable {
  private let entries: [Entry]
  /// The entries of each Cyrillic form. `String` equality is canonical: й is й however it is
  /// composed.
  private var numbers: [String: [Int]] = [:]

  /// - Complexity: linear in the glossary.
  init(_ glossary: Glossary) {
    entries = glossary.entries
    for (number, entry) in entries.enumerated() {
      for form in entry.forms where Self.sources.contains(form.language) {
        if numbers[form.text]?.last != number { numbers[form.text, default: []].append(number) }
      }
    }
  }

  /// The Italian and English forms, preferred ones first, then accepted and deprecated ones.
  func variants(of name: String) -> [NameVariant] {
    (numbers[name] ?? []).flatMap { number in
      let entry = entries[number]
      return Self.statuses.flatMap { status in
        Self.targets.flatMap { target in
          entry.forms.filter { $0.status == status && $0.language == target }
            .map { NameVariant(text: $0.text, system: $0.system, entry: entry.id) }
        }
      }
    }
  }

  private static let sources: Set<Language> = [.russian, .ukrainian, .belarusian]
  private static let targets: [Language] = [.italian, .english]
  private static let statuses: [Form.Status] = [.preferred, .accepted, .deprecated]
}
