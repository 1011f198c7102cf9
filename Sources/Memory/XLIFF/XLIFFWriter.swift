import BitestoText

/// Writes XLIFF 1.2 or 2.1 as editors want it, valid by the schemas, UTF-8, a unit at a time.
///
/// A file has two languages: those asked for, or the source language of the header and the first other
/// one. Further segments in the target language are written as alternatives (`alt-trans`, matches), words
/// alone, with their properties `x-confidence` and `x-origin`; other languages are left out. Notes and
/// properties, of units and of sides, are kept, but for the languages and encodings of properties; the
/// property `x-state` becomes the state of the target. Linear; memory does not grow with the file.
public struct XLIFFWriter: UnitWriter {
  public enum Version: String, Sendable {
    /// What every editor opens.
    case v1_2 = "1.2"
    case v2_1 = "2.1"
  }

  /// Units that may wait for the first one with a target.
  private static let mostWaiting = 100

  private let header: MemoryHeader
  private let options: UnitWritingOptions
  private let dialect: any XLIFFDialect.Type
  private var output: ByteOutput
  private var source: LanguageTag?
  private var target: LanguageTag?
  /// Without a target, before the languages are known.
  private var waiting: [XLIFFPair] = []
  private var isOpen = false
  private var hasUnits = false
  private var lastNumber = 0

  /// - Parameter sink: takes the next bytes; what it throws ends the writing.
  public init(
    _ version: Version, header: MemoryHeader, options: UnitWritingOptions = UnitWritingOptions(),
    sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) {
    self.header = header
    self.options = options
    dialect = version == .v1_2 ? XLIFF12.self : XLIFF21.self
    output = ByteOutput(sink: sink)
    source = options.source ?? header.sourceLanguage
    target = options.target
  }

  /// Writes a unit; one without a source, or with targets in other languages only, is passed over.
  @discardableResult
  public mutating func write(_ unit: TranslationUnit) throws -> Bool {
    if source == nil {
      source =
        unit.attributes["srclang"].flatMap { $0.lowercased() == "*all*" ? nil : LanguageTag($0) }
        ?? unit.variants.first?.language
    }
    guard let pair = pair(unit) else { return false }
    if isOpen {
      try write(pair)
    } else if target == nil, pair.target == nil, waiting.count < Self.mostWaiting {
      waiting.append(pair)
    } else {
      target = target ?? pair.target?.language
      try open()
      try write(pair)
    }
    return true
  }

  public mutating func finish() throws {
    if !isOpen { try open() }
    dialect.close(isEmpty: !hasUnits, to: &output)
    try output.finish()
  }

  // MARK: Pairs

  /// The sides of a unit; nil when it has none that belong in the file.
  private mutating func pair(_ unit: TranslationUnit) -> XLIFFPair? {
    guard let source, let own = index(of: source, in: unit.variants.indices, of: unit) else {
      return nil
    }
    let others = unit.variants.indices.filter {
      $0 != own && (unit.variants[$0].language != unit.variants[own].language || target == source)
    }
    var targets: [Int] = []
    if let wanted = target ?? others.first.map({ unit.variants[$0].language }) {
      targets = others.filter { unit.variants[$0].language == wanted }
      if targets.isEmpty {
        targets = others.filter { unit.variants[$0].language.isSameLanguage(as: wanted) }
      }
    }
    if targets.isEmpty, !others.isEmpty { return nil }
    var pair = XLIFFPair(unit, source: unit.variants[own])
    pair.target = targets.first.map { unit.variants[$0] }
    pair.alternatives = targets.dropFirst().map { unit.variants[$0] }
    if !options.keepsCodes {
      pair.source.segment = SegmentContent(pair.source.segment.plainText)
      if let words = pair.target?.segment.plainText {
        pair.target?.segment = SegmentContent(words)
      }
    }
    (pair.id, pair.name) = identify(unit)
    return pair
  }

  private func index(
    of language: LanguageTag, in indices: Range<Int>, of unit: TranslationUnit
  ) -> Int? {
    indices.first { unit.variants[$0].language == language }
      ?? indices.first { unit.variants[$0].language.isSameLanguage(as: language) }
  }

  /// A unique id, and the unit's own name when that is another. An id that begins with "_" stands for no
  /// name at all.
  private mutating func identify(_ unit: TranslationUnit) -> (id: String, name: String?) {
    let name = unit.attributes["tuid"].flatMap { $0.isEmpty ? nil : $0 }
    if let name, let number = Int(name), number > lastNumber, number < 1 << 53,
      String(number) == name
    {
      lastNumber = number
      return (name, nil)
    }
    lastNumber += 1
    return ((name == nil ? "_" : "") + "\(lastNumber)", name)
  }

  // MARK: Output

  private mutating func open() throws {
    isOpen = true
    let file = XLIFFFile(
      header: header, source: tag(source ?? "und"), target: target.map(tag),
      mayHaveTargets: !(waiting.count < Self.mostWaiting), toolVersion: options.toolVersion)
    dialect.open(file, to: &output)
    for pair in waiting { try write(pair) }
    waiting = []
  }

  private mutating func write(_ pair: XLIFFPair) throws {
    hasUnits = true
    var pair = pair
    pair.spell(tag, source: source, target: target)
    dialect.write(pair, to: &output)
    try output.flushIfLarge()
  }

  /// The tag to write for a language: one that the schemas allow.
  private func tag(_ language: LanguageTag) -> String {
    let tag = options.tags[language] ?? language.canonical
    return isLanguageCode(tag) ? tag : "und"
  }
}

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
    _ tag: (LanguageTag) -> String, source fileSource: LanguageTag?, target fileTarget: LanguageTag?
  ) {
    sourceTag = tag(source.language)
    targetTag = target.map { tag($0.language) } ?? ""
    alternativeTags = alternatives.map { tag($0.language) }
    if fileSource.map(tag) != sourceTag { source.attributes[Self.language] = sourceTag }
    if target != nil, fileTarget.map(tag) != targetTag {
      target?.attributes[Self.language] = targetTag
    }
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
  /// How sure an alternative is, from 0 to 100; nil when it does not say.
  var percentage: Double? {
    properties.first { $0.type == "x-confidence" }.flatMap { Double($0.text) }
      .flatMap { (0...1).contains($0) ? $0 * 100 : nil }
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

/// Whether a text is an xsd:language.
private func isLanguageCode(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
  return parts.enumerated().allSatisfy { index, part in
    (1...8).contains(part.count)
      && part.allSatisfy { byte in
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
          || index > 0 && byte >= 0x30 && byte <= 0x39
      }
  }
}
