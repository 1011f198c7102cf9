import BitestoText

/// Writes XLIFF 1.2 or 2.1 as editors want it, valid by the schemas, UTF-8, a unit at a time.
///
/// A file has two languages: those asked for, or the source language of the header and the first other
/// one. Further segments in the target language, and those in any with the property `x-origin`, are
/// alternatives (`alt-trans`, matches): words alone, with what `x-origin` and `x-confidence` say. Other
/// languages are left out. Notes and properties, of units and of sides, are kept, but for the languages
/// and encodings of properties; the property `x-state` becomes the state of the target. Linear; memory
/// does not grow with the file.
public struct XLIFFWriter: UnitWriter {
  public enum Version: String, Sendable {
    /// What every editor opens.
    case version12 = "1.2"
    case version21 = "2.1"
  }

  /// Units that may wait for the first one with a target.
  private static let mostWaiting = 100

  public private(set) var losses = UnitLosses()
  private let header: MemoryHeader
  private let options: UnitWritingOptions
  private let dialect: any XLIFFDialect.Type
  private var output: ByteOutput
  private var source: LanguageTag?
  private var target: LanguageTag?
  /// Without a target, before the languages are known.
  private var waiting: [XLIFFPair] = []
  /// As the file states them, once it is open.
  private var fileTags: (source: String, target: String?) = ("", nil)
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
    dialect = version == .version12 ? XLIFF12.self : XLIFF21.self
    output = ByteOutput(sink: sink)
    source = options.source ?? header.sourceLanguage
    target = options.target
  }

  /// Writes a unit; one without a source, or with targets in other languages only, is passed over.
  @discardableResult
  public mutating func write(_ unit: TranslationUnit) throws -> Bool {
    if source == nil {
      source = LanguageTag(srclang: unit.attributes["srclang"]) ?? unit.variants.first?.language
    }
    guard let pair = pair(unit) else { return false }
    if isOpen {
      try write(pair)
    } else if target == nil, pair.target == nil, waiting.count < Self.mostWaiting {
      waiting.append(pair)
    } else {
      target = target ?? pair.target?.language
      try open(isAtEnd: false)
      try write(pair)
    }
    return true
  }

  public mutating func finish() throws {
    if !isOpen { try open(isAtEnd: true) }
    dialect.close(isEmpty: !hasUnits, to: &output)
    try output.finish()
  }

  // MARK: Pairs

  /// The sides of a unit; nil when it has none that belong in the file.
  private mutating func pair(_ unit: TranslationUnit) -> XLIFFPair? {
    guard let source, let own = unit.variantIndex(in: source, among: unit.variants.indices) else {
      losses.leaveOut("no variant in \(source?.canonical ?? "any language")")
      return nil
    }
    let others = unit.variants.indices.filter {
      $0 != own && (unit.variants[$0].language != unit.variants[own].language || target == source)
    }
    let offered = others.filter { unit.variants[$0].origin != nil }
    let candidates = others.filter { unit.variants[$0].origin == nil }
    var chosen: Int?
    var further: [Int] = []
    if let wanted = target ?? candidates.first.map({ unit.variants[$0].language }) {
      chosen = unit.variantIndex(in: wanted, among: candidates)
      let isExact = chosen.map { unit.variants[$0].language == wanted } ?? false
      further = candidates.filter {
        let language = unit.variants[$0].language
        return $0 != chosen && (isExact ? language == wanted : language.isSameLanguage(as: wanted))
      }
    }
    if chosen == nil, !candidates.isEmpty {
      losses.leaveOut("no variant in \(target?.canonical ?? "another language")")
      return nil
    }
    let written = (chosen == nil ? 1 : 2) + further.count + offered.count
    if written < unit.variants.count { losses.lose(.variants) }
    var pair = XLIFFPair(unit, source: unit.variants[own])
    pair.attributes = options.retagged(pair.attributes)
    pair.target = chosen.map { unit.variants[$0] }
    pair.alternatives = (further + offered).map { unit.variants[$0] }
    if !options.keepsCodes {
      let hasCodes = pair.source.segment.hasCodes || pair.target?.segment.hasCodes ?? false
      if hasCodes { losses.lose(.codes) }
      pair.source.segment = SegmentContent(pair.source.segment.plainText)
      if let words = pair.target?.segment.plainText {
        pair.target?.segment = SegmentContent(words)
      }
    }
    (pair.id, pair.name) = identify(unit)
    return pair
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

  private mutating func open(isAtEnd: Bool) throws {
    isOpen = true
    fileTags = (tag(source ?? "und"), target.map(tag))
    let file = XLIFFFile(
      header: header, source: fileTags.source, target: fileTags.target, mayHaveTargets: !isAtEnd,
      toolVersion: options.toolVersion)
    dialect.open(file, to: &output)
    for pair in waiting { try write(pair) }
    waiting = []
  }

  private mutating func write(_ pair: XLIFFPair) throws {
    hasUnits = true
    var pair = pair
    let (source, target) = (source, target)
    let tags = fileTags
    pair.spell(source: tags.source, target: tags.target) { language in
      if language == source { return tags.source }
      if language == target, let tag = tags.target { return tag }
      return tag(language)
    }
    dialect.write(pair, to: &output)
    try output.flushIfLarge()
  }

  /// The tag to write for a language: one that the schemas allow.
  private func tag(_ language: LanguageTag) -> String {
    let tag = options.tags[language] ?? language.canonical
    return LanguageTag.isAllowedByXML(tag) ? tag : "und"
  }
}
