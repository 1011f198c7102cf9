/// What a translation memory says about itself.
public struct MemoryHeader: Hashable, Sendable {
  /// Of the TMX format, such as "1.4"; nil when the file does not say.
  public var version: String?
  /// `srclang`, `creationtool`, dates and so on, in the order of the file.
  public var attributes: [XMLAttribute]
  public var notes: [MemoryNote]
  public var properties: [MemoryProperty]
  /// The definitions of characters in a private encoding (`ude`).
  public var encodings: [UserDefinedEncoding]

  public init(
    version: String? = nil, attributes: [XMLAttribute] = [], notes: [MemoryNote] = [],
    properties: [MemoryProperty] = [], encodings: [UserDefinedEncoding] = []
  ) {
    self.version = version
    self.attributes = attributes
    self.notes = notes
    self.properties = properties
    self.encodings = encodings
  }

  /// The language that the units were translated from; nil when it is any ("*all*") or not said.
  public var sourceLanguage: LanguageTag? { LanguageTag(srclang: attributes["srclang"]) }
}

/// Characters of a private encoding (TMX 1.4b, `ude` and `map`).
public struct UserDefinedEncoding: Hashable, Sendable {
  /// `name` and `base`.
  public var attributes: [XMLAttribute]
  /// The attributes of each `map`.
  public var maps: [[XMLAttribute]]

  public init(attributes: [XMLAttribute] = [], maps: [[XMLAttribute]] = []) {
    self.attributes = attributes
    self.maps = maps
  }
}
