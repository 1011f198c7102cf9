import BitestoMemory
import Foundation

/// Times reading and writing of translation memories.
struct MemoryBenchmark {
  let files: [String]

  /// Prints for each memory its size, its units, and the speeds in MB of the file a second.
  func run() throws {
    for file in files {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
      let clock = ContinuousClock()
      var units: [TranslationUnit] = []
      var (reading, writing) = (Duration.seconds(1_000), Duration.seconds(1_000))
      var (problems, written) = (0, 0)
      for _ in 0..<3 {
        units = []
        problems = 0
        var count = 0
        let time = try clock.measure {
          var reader = try TMXReader(ByteSource(bytes))
          while let item = try reader.next() {
            switch item {
            case .unit(let unit):
              count += 1
              if count <= 100_000 { units.append(unit) }
            case .problem: problems += 1
            }
          }
        }
        reading = min(reading, time)
        written = 0
        writing = min(
          writing,
          try clock.measure {
            var writer = try TMXWriter(header: MemoryHeader()) { written += $0.count }
            for unit in units { try writer.write(unit) }
            try writer.finish()
          })
      }
      print(
        file,
        String(
          format: "%.1f MB  %d units  %d problems  read %.0f MB/s  write %.0f MB/s",
          Double(bytes.count) / 1e6, units.count, problems,
          Double(bytes.count) / 1e6 / (reading / .seconds(1)),
          Double(written) / 1e6 / (writing / .seconds(1))))
    }
  }
}
