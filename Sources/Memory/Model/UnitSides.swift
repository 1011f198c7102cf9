extension TranslationUnit {
  /// Which variant the others are translations of: the one in the language that the unit says, else in the
  /// one given (as ``variant(in:)`` chooses), else the first.
  ///
  /// - Parameter source: what the header, or a person, says.
  /// - Returns: nil for a unit without variants.
  public func sourceIndex(_ source: LanguageTag?) -> Int? {
    for case let language? in [LanguageTag(srclang: attributes["srclang"]), source] {
      if let found = variantIndex(in: language, among: variants.indices) { return found }
    }
    return variants.isEmpty ? nil : 0
  }

  /// The source with each of its translations; empty for a unit of one variant. Further variants in the
  /// very language of the source count only where there is no other language.
  package func sides(_ source: LanguageTag?) -> [(source: UnitVariant, target: UnitVariant)] {
    guard let index = sourceIndex(source) else { return [] }
    let own = variants[index]
    let others = variants.indices.filter { variants[$0].language != own.language }
    let targets = others.isEmpty ? variants.indices.filter { $0 != index } : others
    return targets.map { (own, variants[$0]) }
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
