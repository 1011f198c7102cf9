import BitestoText
import Foundation

/// Times the taking of text out of pages.
struct HTMLBenchmark {
  let files: [String]

  /// Prints for each page its size, the words taken out of it and the speed, in MB of the page a second.
  func run() throws {
    for file in files {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
      let clock = ContinuousClock()
      let repetitions = max(1, 16_000_000 / max(bytes.count, 1))
      var best = Duration.seconds(1_000)
      var words = 0
      for _ in 0..<3 {
        let time = try clock.measure {
          for _ in 0..<repetitions {
            let page = try Document(path: file, html: bytes, language: .italian)
            words = page.bytes.count { $0 == 0x20 || $0 == 0x0A } + 1
          }
        }
        best = min(best, time)
      }
      let megabytes = Double(bytes.count * repetitions) / 1e6
      print(
        file,
        String(
          format: "%.1f KB  %d words  %.0f MB/s", Double(bytes.count) / 1e3, words,
          megabytes / (best / .seconds(1))))
    }
  }
}
