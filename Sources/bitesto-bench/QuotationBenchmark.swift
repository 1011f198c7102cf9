import BitestoText
import Foundation

/// Times the quotation finder over a text, repeated to 8 MB, on one core.
struct QuotationBenchmark {
  let path: String
  let language: Language

  func run() throws {
    let once = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var bytes = once
    while !once.isEmpty, bytes.count < 8_000_000 { bytes += once }
    let document = try Document(path: path, contents: bytes, language: language)
    var segments: [Segment] = []
    var quotations: [Quotation] = []
    let sentenceTime = fastest {
      segments = Segmenter(language: language).segments(of: document)
    }
    let quotationTime = fastest {
      quotations = QuotationFinder(language: language).quotations(in: document, segments: segments)
    }
    let rate = { (seconds: Double) in
      (Double(bytes.count) / seconds / 1e6).formatted(.number.precision(.fractionLength(1)))
    }
    print(
      """
      text        \(bytes.count) bytes, \(segments.count) segments, \(quotations.count) quotations
      sentences   \(rate(sentenceTime)) MB/s
      quotations  \(rate(quotationTime)) MB/s
      both        \(rate(sentenceTime + quotationTime)) MB/s
      """)
  }

  /// The fastest of three runs, in seconds.
  private func fastest(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<3).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
  }
}
