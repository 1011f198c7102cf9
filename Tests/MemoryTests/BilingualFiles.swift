import BitestoMemory
import Testing

/// The text that a format writes for units.
func written(
  _ units: [TranslationUnit], _ format: UnitFormat, header: MemoryHeader = MemoryHeader(),
  options: UnitWritingOptions = UnitWritingOptions()
) throws -> String {
  let collector = ByteCollector()
  let start = try #require(format.writer)
  var writer = try start(header, options) { collector.bytes += $0 }
  for unit in units { _ = try writer.write(unit) }
  try writer.finish()
  return try #require(String(validating: collector.bytes, as: UTF8.self))
}

/// What a file holds.
struct FileContents {
  var header: MemoryHeader
  var units: [TranslationUnit] = []
  var problems: [MemoryProblem] = []

  init(_ text: String, _ format: UnitFormat) throws {
    let start = try #require(format.reader)
    var reader = try start(ByteSource(Array(text.utf8)), UnitReadingOptions())
    header = reader.header
    while let item = try reader.next() {
      switch item {
      case .unit(var unit):
        // Where a unit stands is no part of what it says.
        unit.line = 0
        units.append(unit)
      case .problem(let problem): problems.append(problem)
      }
    }
  }

  /// The words of each unit, one string for each variant.
  var words: [[String]] { units.map { $0.variants.map(\.segment.plainText) } }
}

private final class ByteCollector {
  var bytes: [UInt8] = []
}
