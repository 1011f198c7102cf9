extension TranslationUnit {
  /// Which variant the others are translations of: the one in the language that the unit says, else in the
  /// one given, else the first.
  ///
  /// - Parameter source: what the header, or a person, says.
  /// - Returns: nil for a unit without variants.
  public func sourceIndex(_ source: LanguageTag?) -> Int? {
    let said = attributes["srclang"].flatMap {
      $0.isEmpty || $0.lowercased() == "*all*" ? nil : LanguageTag($0)
    }
    for language in [said, source] {
      guard let language else { continue }
      let found =
        variants.firstIndex { $0.language == language }
        ?? variants.firstIndex { $0.language.isSameLanguage(as: language) }
      if let found { return found }
    }
    return variants.isEmpty ? nil : 0
  }

  /// The source with each of its translations; empty for a unit of one variant.
  public func sides(_ source: LanguageTag?) -> [(source: UnitVariant, target: UnitVariant)] {
    guard let index = sourceIndex(source) else { return [] }
    return variants.indices.filter { $0 != index }.map { (variants[index], variants[$0]) }
  }

  /// When the unit was last changed: the latest date of it and its variants, as TMX writes dates
  /// (``MemoryDate``), so that they compare as texts; nil when there is none.
  public var latestDate: String? {
    let attributes = [self.attributes] + variants.map(\.attributes)
    return attributes.compactMap { attributes in
      ["changedate", "creationdate"].compactMap {
        attributes[$0].flatMap(MemoryDate.normalized)
      }.max()
    }.max()
  }
}
