import BitestoMemory
import Foundation

/// Times reading and writing of translation memories.
struct MemoryBenchmark {
  private static let runs = 3
  /// Units that are kept to be written again.
  private static let mostKept = 100_000

  let files: [String]

  /// Prints for each memory its size, its units, and the speeds in MB of the file a second.
  func run() throws {
    for file in files {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
      var (count, problems) = (0, 0)
      let reading = try speed {
        (count, problems) = (0, 0)
        try read(bytes) { item in
          if case .unit = item { count += 1 } else { problems += 1 }
          return true
        }
        return bytes.count
      }
      var units: [TranslationUnit] = []
      try read(bytes) { item in
        if case .unit(let unit) = item { units.append(unit) }
        return units.count < Self.mostKept
      }
      let writing = try speed {
        var size = 0
        var writer = try TMXWriter(header: MemoryHeader()) { size += $0.count }
        for unit in units { try writer.write(unit) }
        try writer.finish()
        return size
      }
      print(
        file,
        String(
          format: "%.1f MB  %d units  %d problems  read %.0f MB/s  write %.0f MB/s",
          Double(bytes.count) / 1e6, count, problems, reading, writing))
    }
  }

  /// - Parameter take: whether there shall be more.
  private func read(_ bytes: [UInt8], _ take: (UnitItem) -> Bool) throws {
    var reader = try TMXReader(ByteSource(bytes))
    while let item = try reader.next(), take(item) {}
  }

  /// In MB a second of processor time, so that other programs don't count; the best of three.
  ///
  /// - Parameter body: does the work and returns its bytes.
  private func speed(_ body: () throws -> Int) rethrows -> Double {
    var best = 0.0
    for _ in 0..<Self.runs {
      let start = processorTime()
      let size = try body()
      best = max(best, Double(size) / 1e6 / (processorTime() - start))
    }
    return best
  }
}
