import BitestoAlignment
import BitestoMemory
import BitestoText

extension Bitext.Side {
  /// Of its language, as the options want it written.
  func tag(_ options: WritingOptions) -> LanguageTag {
    LanguageTag(options.tag(for: document.language))
  }

  /// The words of an excerpt, or none, in the language of the side.
  func variant(_ excerpt: Excerpt?, _ options: WritingOptions) -> UnitVariant {
    UnitVariant(
      language: tag(options),
      segment: SegmentContent(excerpt.map { String(decoding: $0.text, as: UTF8.self) } ?? ""))
  }
}

extension Excerpt {
  func variant(_ options: WritingOptions) -> UnitVariant { side.variant(self, options) }
}
