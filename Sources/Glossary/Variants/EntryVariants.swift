extension NameVariants {
  /// Shorter single words are too often other words: *Rim*, *Pensa*.
  private static let fewestLetters = 6

  /// Latin forms in which the Cyrillic name of a person or a place may be printed and which its entry does not
  /// list.
  ///
  /// None for entries without a form by the scientific system: their names are not Slavic, and *Рим* is *Rome*.
  public func forms(of entry: Entry) -> [String] {
    guard entry.kind == .person || entry.kind == .place,
      entry.forms.contains(where: { $0.style == .scientific })
    else { return [] }
    var known = Set(entry.forms.map(\.text))
    return entry.forms.filter { $0.status == .preferred }.flatMap { form in
      variants(of: form.text, language: form.language).map(\.text)
    }.filter { text in
      (text.contains(" ") || text.count >= Self.fewestLetters) && known.insert(text).inserted
    }
  }
}
