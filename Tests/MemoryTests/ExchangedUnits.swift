import BitestoMemory
import Testing

/// Units written in a format and read back.
enum ExchangedUnits {
  static let italianEnglish = MemoryHeader(attributes: [XMLAttribute("srclang", "it")])

  /// A unit of two sides.
  static func unit(
    _ source: SegmentContent, _ target: SegmentContent, properties: [MemoryProperty] = [],
    notes: [MemoryNote] = []
  ) -> TranslationUnit {
    TranslationUnit(
      notes: notes, properties: properties,
      variants: [
        UnitVariant(language: "it", segment: source), UnitVariant(language: "en", segment: target),
      ])
  }

  /// What a format writes.
  static func text(
    _ format: UnitFormat, _ units: [TranslationUnit], header: MemoryHeader = italianEnglish,
    options: UnitWritingOptions = UnitWritingOptions()
  ) throws -> (text: String, losses: UnitLosses) {
    var bytes: [UInt8] = []
    let make = try #require(format.writer)
    var writer = try make(header, options) { bytes += $0 }
    for unit in units { _ = try writer.write(unit) }
    try writer.finish()
    return (String(decoding: bytes, as: UTF8.self), writer.losses)
  }

  /// What a format reads, problems apart.
  static func read(
    _ format: UnitFormat, _ text: String, options: UnitReadingOptions = UnitReadingOptions()
  ) throws -> (units: [TranslationUnit], problems: [String], header: MemoryHeader) {
    try read(format, ByteSource(Array(text.utf8)), options: options)
  }

  static func read(
    _ format: UnitFormat, _ source: ByteSource, options: UnitReadingOptions = UnitReadingOptions()
  ) throws -> (units: [TranslationUnit], problems: [String], header: MemoryHeader) {
    let make = try #require(format.reader)
    var reader = try make(source, options)
    let found = try all(&reader)
    return (found.units, found.problems, reader.header)
  }

  static func all(
    _ reader: inout any UnitReader
  ) throws -> (units: [TranslationUnit], problems: [String]) {
    var units: [TranslationUnit] = []
    var problems: [String] = []
    while let item = try reader.next() {
      switch item {
      case .unit(let unit): units.append(unit)
      case .problem(let problem): problems.append(problem.description)
      }
    }
    return (units, problems)
  }

  /// The two sides of units as plain text.
  static func sides(_ units: [TranslationUnit]) -> [[String]] {
    units.map { $0.variants.map(\.segment.plainText) }
  }
}
