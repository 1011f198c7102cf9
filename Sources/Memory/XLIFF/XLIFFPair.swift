import BitestoText

/// What stands before the units.
struct XLIFFFile {
  var header: MemoryHeader
  var source: String
  var target: String?
  /// Whether targets may come although their language is not known.
  var mayHaveTargets: Bool
  var toolVersion: String

  /// The name of the file that the words come from, and the other properties.
  var original: String? { header.properties.first { $0.type == Self.originalProperty }?.text }
  var properties: [MemoryProperty] {
    guard let index = header.properties.firstIndex(where: { $0.type == Self.originalProperty })
    else { return header.properties }
    var others = header.properties
    others.remove(at: index)
    return others
  }

  /// The type of the property for the name of the file that the words come from.
  static let originalProperty = "x-source"
  static let tool = "bitesto"
}

/// A unit in two languages.
struct XLIFFPair {
  /// One of a unit and its sides.
  enum Side: String, CaseIterable {
    case unit, source, target
  }

  var id = ""
  /// What the unit is called beside its id.
  var name: String?
  /// Without the name.
  var attributes: [XMLAttribute]
  var notes: [MemoryNote]
  var properties: [MemoryProperty]
  var source: UnitVariant
  var target: UnitVariant?
  var alternatives: [UnitVariant] = []
  /// The languages as they are written.
  var sourceTag = ""
  var targetTag = ""
  var alternativeTags: [String] = []
  /// Nil as long as no unit has a target.
  private var targetOfFile: String?

  init(_ unit: TranslationUnit, source: UnitVariant) {
    attributes = unit.attributes
    attributes["tuid"] = nil
    notes = unit.notes
    properties = unit.properties
    self.source = source
  }

  /// Settles the spellings of the languages. One that is not that of the file is an attribute of the
  /// side, too, where a format has no other place for it.
  mutating func spell(
    source fileSource: String, target fileTarget: String?, _ tag: (LanguageTag) -> String
  ) {
    sourceTag = tag(source.language)
    targetTag = target.map { tag($0.language) } ?? ""
    alternativeTags = alternatives.map { tag($0.language) }
    targetOfFile = fileTarget
    if fileSource != sourceTag { source.attributes[Self.language] = sourceTag }
    if target != nil, fileTarget != targetTag { target?.attributes[Self.language] = targetTag }
  }

  /// The alternatives, with their language if it is not that of the targets: such are only to be looked at.
  var offers: [(variant: UnitVariant, foreign: String?)] {
    zip(alternatives, alternativeTags).map { ($0, $1 == targetOfFile ? nil : $1) }
  }

  /// The attribute of a side for a language that is not that of its file.
  static let language = "xml:lang"

  func attributes(of side: Side) -> [XMLAttribute] {
    switch side {
    case .unit: attributes
    case .source: source.attributes
    case .target: target?.attributes ?? []
    }
  }

  func properties(of side: Side) -> [MemoryProperty] {
    switch side {
    case .unit: properties
    case .source: source.properties
    case .target: target?.properties ?? []
    }
  }

  func notes(of side: Side) -> [MemoryNote] {
    switch side {
    case .unit: notes
    case .source: source.notes
    case .target: target?.notes ?? []
    }
  }

  /// Whether the spaces of a side are more than one between words.
  var isSpaced: Bool { source.segment.isSpaced || target?.segment.isSpaced ?? false }

  /// Takes the property out that says whether the unit may be translated: "no", or nil.
  mutating func takeTranslate() -> String? {
    guard let index = properties.firstIndex(where: { $0.type == "x-translate" && $0.text == "no" })
    else { return nil }
    properties.remove(at: index)
    return "no"
  }
}

/// What one version of XLIFF writes otherwise than another.
protocol XLIFFDialect {
  static func open(_ file: XLIFFFile, to output: inout ByteOutput)
  static func write(_ pair: XLIFFPair, to output: inout ByteOutput)
  static func close(isEmpty: Bool, to output: inout ByteOutput)
}

extension UnitVariant {
  /// How sure an alternative is, in per cent, 100 for what is certain; nil when it does not say.
  var percentage: Int? {
    properties.first { $0.type == MemoryProperty.confidence }.flatMap { Double($0.text) }
      .flatMap { (0...1).contains($0) ? $0 == 1 ? 100 : min(99, Int(($0 * 100).rounded())) : nil }
  }

  /// Where an alternative was found.
  var origin: String? { properties.first { $0.type == "x-origin" }?.text }
}

extension SegmentContent {
  fileprivate var isSpaced: Bool {
    var wasSpace = true
    return hasSpaces(&wasSpace) || wasSpace && !pieces.isEmpty
  }

  private func hasSpaces(_ wasSpace: inout Bool) -> Bool {
    for piece in pieces {
      switch piece {
      case .text(let text):
        for byte in text.utf8 {
          if byte == 0x20 ? wasSpace : isSpace(byte) { return true }
          wasSpace = byte == 0x20
        }
      case .code(let code) where code.kind == .highlight:
        if code.content.hasSpaces(&wasSpace) { return true }
      case .code: wasSpace = false
      }
    }
    return false
  }
}
