import BitestoAlignment
import BitestoEmbedding
import BitestoGlossary
import BitestoText
import Foundation

/// How fast reports are indexed, how large the index is, and how long an article takes then.
///
/// The reports are those of a folder, repeated with other names and numbers, so that none is another's copy.
struct ReportIndexBenchmark {
  private var sources = ""
  private var articles: [String] = []
  private var count = 10_000
  private var threads: Int?
  private var index = FileManager.default.temporaryDirectory.path + "/bitesto-bench.index"

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--reports": count = rest.popFirst().flatMap(Int.init) ?? count
      case "--threads": threads = rest.popFirst().flatMap(Int.init)
      case "--index": index = rest.popFirst() ?? index
      default:
        if sources.isEmpty { sources = argument } else { articles.append(argument) }
      }
    }
  }

  func run() throws {
    let encoder = try Encoder.builtIn(threads: threads)
    if !FileManager.default.fileExists(atPath: index) { try build(encoder) }
    let size = try FileManager.default.attributesOfItem(atPath: index)[.size] as? Int ?? 0
    let opening = seconds()
    let index = try ReportIndex(contentsOf: index, encoder: encoder)
    let names = NameIndex(try Glossary.builtIn())
    let pool = ReportPool(index, encoder: encoder, names: names)
    let tracer = try QuoteTracer(pool: pool)
    print(
      "index    ", index.count, "reports ", size / 1_000_000, "MB  opened in",
      format(1_000 * (seconds() - opening)), "ms")
    var times: [Double] = []
    var quotationCount = 0
    for path in try articles.flatMap(files) {
      let document = try Document(contentsOf: path, language: .italian)
      let start = seconds()
      let article = TracedArticle(document, to: pool)
      _ = tracer.trace(article.side, quotations: article.quotations)
      times.append(seconds() - start)
      quotationCount += article.quotations.count
    }
    times.sort()
    guard let most = times.last else { return }
    print(
      "articles ", times.count, " quotations", quotationCount, " median",
      format(1_000 * times[times.count / 2]), "ms  most", format(1_000 * most), "ms")
    print("peak memory", peakMemory() / 1_000_000, "MB")
  }

  private func build(_ encoder: Encoder) throws {
    let bases = try files(sources).map {
      try (path: $0, text: String(contentsOfFile: $0, encoding: .utf8))
    }
    guard !bases.isEmpty else { return }
    try Data().write(to: URL(fileURLWithPath: index))
    guard let output = FileHandle(forWritingAtPath: index) else { return }
    var writer = try ReportIndexWriter(named: index, encoder: encoder) {
      try output.write(contentsOf: $0)
    }
    var changes = TextChanges()
    var sentences = 0
    let wall = seconds()
    let processor = processorTime()
    for number in 0..<count {
      let base = bases[number % bases.count]
      let text = number < bases.count ? base.text : changes.changed(base.text)
      let document = try Document(
        path: "\(number / bases.count)/\((base.path as NSString).lastPathComponent)",
        contents: Array(text.utf8), language: .english)
      let report = Report(document: document, outlet: "Outlet \(number % 50)")
      sentences += report.segments.count
      try writer.add(
        IndexedFile(
          path: document.path, size: UInt64(document.bytes.count),
          checksum: IndexedFile.checksum(of: document.bytes)), reports: [report])
    }
    try writer.finish()
    try output.close()
    let rate = Double(sentences) / (processorTime() - processor)
    print(
      "built    ", sentences, "sentences", format(rate), "a second and core ",
      format(seconds() - wall), "s")
  }

  private func files(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .filter { $0.hasSuffix(".txt") }.map { "\(path)/\($0)" }
  }

  private func format(_ value: Double) -> String { String(format: "%.1f", value) }

  private func seconds() -> Double { ProcessInfo.processInfo.systemUptime }
}
