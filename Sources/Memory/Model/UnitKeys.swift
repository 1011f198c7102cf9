extension TranslationUnit {
  /// A hash that units have in common when they say the same in the same languages: segments with their
  /// codes, in whatever order the variants stand. Notes, properties and attributes don't count.
  var exactHash: UInt64 {
    hash(\.exactHash)
  }

  /// A hash that units have in common when their properties are the same as well.
  var contentHash: UInt64 {
    var hasher = UnitHasher()
    hasher.combine(exactHash)
    for property in properties {
      hasher.combine(property.type)
      hasher.combine(property.text)
    }
    return hasher.value
  }

  /// A hash that units have in common when their words are the same (``NearText``), in the same languages of
  /// whatever region.
  var nearHash: UInt64 {
    hash { variant in
      var hasher = UnitHasher()
      hasher.combine(String(variant.language.primary))
      hasher.combine(NearText.key(variant.segment.plainText))
      return hasher.value
    }
  }

  /// One hash of those of the variants, in whatever order they stand.
  private func hash(_ hashOfVariant: (UnitVariant) -> UInt64) -> UInt64 {
    var hasher = UnitHasher()
    for hash in variants.map(hashOfVariant).sorted() { hasher.combine(hash) }
    return hasher.value
  }
}

extension UnitVariant {
  /// A hash of the language and the segment with its codes.
  var exactHash: UInt64 {
    var hasher = UnitHasher()
    hasher.combine(language.canonical)
    hasher.combine(segment)
    return hasher.value
  }
}

extension UnitHasher {
  /// Adds the words of a segment and its codes.
  mutating func combine(_ segment: SegmentContent) {
    combine(UInt64(segment.pieces.count))
    for piece in segment.pieces {
      switch piece {
      case .text(let text): combine(text)
      case .code(let code):
        combine(code.kind.rawValue)
        // The order of attributes means nothing.
        for attribute in code.attributes.sorted(by: { $0.name < $1.name }) {
          combine(attribute.name)
          combine(attribute.value)
        }
        combine(code.content)
      }
    }
  }
}
