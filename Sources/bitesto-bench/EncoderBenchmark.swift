import BitestoEmbedding
import Foundation

/// Times the encoder over a file of lines and writes what a comparison needs.
struct EncoderBenchmark {
  var lines = ""
  var options: [String: String] = [:]
  var words = false

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--words": words = true
      case let name where name.hasPrefix("--"): options[name] = rest.popFirst()
      default: lines = argument
      }
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let text = try String(contentsOfFile: lines, encoding: .utf8)
    var texts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if texts.last == "" { texts.removeLast() }
    if words {
      var seen: Set<Substring> = []
      texts = texts.flatMap { $0.split(separator: " ") }.filter { seen.insert($0).inserted }
        .map(String.init)
    }
    let threads = options["--threads"].flatMap(Int.init)
    var encoder: Encoder?
    let load = try clock.measure {
      if let model = options["--model"] {
        encoder = try Encoder(contentsOf: model, threads: threads)
      } else {
        encoder = try Encoder.builtIn(threads: threads)
      }
    }
    guard let encoder else { return }
    if let path = options["--tokens"] {
      let tokens = texts.map { encoder.tokenize($0).map(String.init).joined(separator: " ") + "\n" }
      try tokens.joined().write(toFile: path, atomically: true, encoding: .utf8)
    }
    var vectors = VectorTable(count: 0, width: Encoder.width)
    let start = processorTime()
    let encode = clock.measure { vectors = encoder.encode(texts) }
    let processor = processorTime() - start
    if let path = options["--vectors"] {
      try vectors.values.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: path))
    }
    let seconds = encode / .seconds(1)
    print(
      """
      kernels \(Encoder.kernelName)  load \(format(load / .milliseconds(1))) ms  \
      texts \(texts.count)  \(format(Double(texts.count) / seconds)) a second  \
      wall \(String(format: "%.4f", seconds)) s  cpu \(String(format: "%.4f", processor)) s  \
      peak memory \(peakMemory() / 1_000_000) MB
      """)
  }

  private func format(_ value: Double) -> String { String(format: "%.1f", value) }
}
