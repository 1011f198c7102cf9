import BitestoMemory

/// A unit of an Italian and an English text.
func pair(
  _ italian: SegmentContent, _ english: SegmentContent, line: Int = 0,
  _ attributes: [XMLAttribute] = [], properties: [MemoryProperty] = []
) -> TranslationUnit {
  TranslationUnit(
    attributes: attributes, properties: properties,
    variants: [
      UnitVariant(language: "it", segment: italian), UnitVariant(language: "en", segment: english),
    ],
    line: line)
}
