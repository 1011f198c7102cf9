import BitestoText

/// Reads a Moses pair: two files of plain text, line N of one the translation of line N of the other.
///
/// Lines empty in both are passed over. Linear; memory holds a line of each.
public struct MosesUnitReader: UnitReader {
  public let header: MemoryHeader
  public var encodingName: String { source.encodingName }

  private var source: TextLines
  private var target: TextLines
  private let languages: (source: LanguageTag, target: LanguageTag)

  /// - Throws: ``MemoryError`` when the options do not say the languages.
  public init(
    source: ByteSource, target: ByteSource, options: UnitReadingOptions
  ) throws {
    languages = try options.languages(of: "a Moses pair")
    header = MemoryHeader(attributes: [XMLAttribute("srclang", languages.source.canonical)])
    self.source = try TextLines(source)
    self.target = try TextLines(target)
  }

  /// - Throws: ``MemoryError`` at the end of the shorter file when the other is longer.
  public mutating func next() throws -> UnitItem? {
    while true {
      switch (try source.next(), try target.next()) {
      case (nil, nil): return nil
      case (let one?, let other?):
        if let fault = one.fault ?? other.fault {
          return .problem(
            MemoryProblem(.unreadableUnit, line: one.number, "unit left out: \(fault)"))
        }
        if one.text.isEmpty, other.text.isEmpty { continue }
        return .unit(
          TranslationUnit(
            variants: [
              variant(languages.source, one.text), variant(languages.target, other.text),
            ], line: one.number))
      case (let one?, nil): throw try unequal(more: one.number, source: true)
      case (nil, let other?): throw try unequal(more: other.number, source: false)
      }
    }
  }

  private func variant(_ language: LanguageTag, _ text: ArraySlice<UInt8>) -> UnitVariant {
    UnitVariant(
      language: language, segment: SegmentContent(String(decoding: text, as: UTF8.self)))
  }

  /// The error for files of different length, once both have been counted.
  private mutating func unequal(more number: Int, source isSource: Bool) throws -> MemoryError {
    var last = number
    while let line = isSource ? try source.next() : try target.next() { last = line.number }
    let counts = isSource ? (last, number - 1) : (number - 1, last)
    return MemoryError(
      "the \(languages.source) file has \(counts.0) lines, the \(languages.target) file "
        + "\(counts.1); they must have as many")
  }
}

/// Writes a Moses pair. Line ends, tabs and control characters in a text become spaces, since a line is
/// all the format has. Linear; memory does not grow with the files.
public struct MosesUnitWriter: UnitWriter {
  private var chooser: SideChooser
  private var source: ByteOutput
  private var target: ByteOutput

  /// - Parameters:
  ///   - sinks: of the source file and of the target file.
  public init(
    _ header: MemoryHeader, options: UnitWritingOptions,
    sinks: (source: UnitFormat.Sink, target: UnitFormat.Sink)
  ) {
    chooser = SideChooser(header, options)
    source = ByteOutput(sink: sinks.source)
    target = ByteOutput(sink: sinks.target)
  }

  public var losses: UnitLosses { chooser.losses }

  /// - Throws: ``MemoryError`` when a third language comes and none was asked for; what a sink throws.
  public mutating func write(_ unit: TranslationUnit) throws -> Bool {
    guard let sides = try chooser.sides(of: unit) else { return false }
    chooser.countLineLosses(unit, sides)
    source.oneLine(sides.source.segment.plainText)
    source.raw(0x0A)
    target.oneLine(sides.target.segment.plainText)
    target.raw(0x0A)
    try source.flushIfLarge()
    try target.flushIfLarge()
    return true
  }

  public mutating func finish() throws {
    try source.finish()
    try target.finish()
  }
}
