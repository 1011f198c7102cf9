/// One entry of a translation memory: the same words in several languages.
public struct TranslationUnit: Hashable, Sendable {
  /// `tuid`, `srclang`, dates and so on, in the order of the file.
  public var attributes: [XMLAttribute]
  public var notes: [MemoryNote]
  public var properties: [MemoryProperty]
  /// In the order of the file; a language may come more than once.
  public var variants: [UnitVariant]
  /// Where the unit begins in its file, from 1; 0 for one that comes from no file.
  public var line: Int

  public init(
    attributes: [XMLAttribute] = [], notes: [MemoryNote] = [], properties: [MemoryProperty] = [],
    variants: [UnitVariant] = [], line: Int = 0
  ) {
    self.attributes = attributes
    self.notes = notes
    self.properties = properties
    self.variants = variants
    self.line = line
  }

  /// The value of the first property of a type.
  public func property(_ type: String) -> String? {
    properties.first { $0.type == type }?.text
  }

  /// The variant in a language: one with the very tag, else one with the language alone ("en" for "en-US"),
  /// else one of another region. Of several the last, as in OmegaT.
  public func variant(in language: LanguageTag) -> UnitVariant? {
    variantIndex(in: language, among: variants.indices).map { variants[$0] }
  }

  /// The one of some variants that ``variant(in:)`` would choose.
  func variantIndex(
    in language: LanguageTag, among indices: some BidirectionalCollection<Int>
  ) -> Int? {
    indices.last { variants[$0].language == language }
      ?? indices.last { variants[$0].language.canonical == language.primary }
      ?? indices.last { variants[$0].language.isSameLanguage(as: language) }
  }
}

/// A segment in one language.
public struct UnitVariant: Hashable, Sendable {
  public var language: LanguageTag
  /// Beside the language: dates, makers and so on, in the order of the file.
  public var attributes: [XMLAttribute]
  public var notes: [MemoryNote]
  public var properties: [MemoryProperty]
  public var segment: SegmentContent

  public init(
    language: LanguageTag, attributes: [XMLAttribute] = [], notes: [MemoryNote] = [],
    properties: [MemoryProperty] = [], segment: SegmentContent
  ) {
    self.language = language
    self.attributes = attributes
    self.notes = notes
    self.properties = properties
    self.segment = segment
  }
}

/// What a person has written about a unit.
public struct MemoryNote: Hashable, Sendable {
  public var text: String
  /// The language and the encoding that the text came from.
  public var attributes: [XMLAttribute]

  public init(_ text: String, attributes: [XMLAttribute] = []) {
    self.text = text
    self.attributes = attributes
  }
}

/// What a tool has written about a unit.
public struct MemoryProperty: Hashable, Sendable {
  /// The type of the property that says how sure a unit or a variant is, from 0 to 1.
  public static let confidence = "x-confidence"

  /// Such as "x-project".
  public var type: String
  public var text: String
  /// The language and the encoding that the text came from.
  public var attributes: [XMLAttribute]

  public init(_ type: String, _ text: String, attributes: [XMLAttribute] = []) {
    self.type = type
    self.text = text
    self.attributes = attributes
  }
}
