extension TranslationUnit {
  /// A hash that units have in common when they say the same in the same languages: segments with their
  /// codes, in whatever order the variants stand. Notes, properties and attributes don't count.
  public var exactHash: UInt64 {
    hash { variant, hasher in
      hasher.combine(variant.language.canonical)
      hasher.combine(variant.segment)
    }
  }

  /// A hash that units have in common when their properties are the same as well.
  public var contentHash: UInt64 {
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
  public var nearHash: UInt64 {
    hash { variant, hasher in
      hasher.combine(String(variant.language.primary))
      hasher.combine(NearText.key(variant.segment.plainText))
    }
  }

  private func hash(_ add: (UnitVariant, inout UnitHasher) -> Void) -> UInt64 {
    let hashes = variants.map { variant in
      var hasher = UnitHasher()
      add(variant, &hasher)
      return hasher.value
    }
    var hasher = UnitHasher()
    for hash in hashes.sorted() { hasher.combine(hash) }
    return hasher.value
  }
}

extension UnitVariant {
  /// A hash of the language and the segment with its codes.
  public var exactHash: UInt64 {
    var hasher = UnitHasher()
    hasher.combine(language.canonical)
    hasher.combine(segment)
    return hasher.value
  }
}

extension UnitHasher {
  /// Adds the words of a segment and its codes.
  public mutating func combine(_ segment: SegmentContent) {
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
