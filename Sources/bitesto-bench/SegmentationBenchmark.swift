import BitestoFormats
import BitestoText
import Foundation

/// Scores the segmenter against texts whose sentences are known, and times it.
struct SegmentationBenchmark {
  var files: [String] = []
  var isVerbose = false
  var usesModel = true
  var rules: SRXRules?

  init(arguments: [String]) throws {
    var arguments = arguments[...]
    while let argument = arguments.popFirst() {
      switch argument {
      case "--srx":
        guard let path = arguments.popFirst() else { continue }
        rules = try SRXRules(
          path: path, contents: Array(Data(contentsOf: URL(fileURLWithPath: path))))
      case "--verbose", "-v": isVerbose = true
      case "--rules": usesModel = false
      default: files.append(argument)
      }
    }
  }

  func run() throws {
    for file in files {
      if file.hasSuffix(".tsv") {
        try GoldenRules(path: file, isVerbose: isVerbose).run()
      } else if file.hasSuffix(".txt") {
        try time(file)
      } else {
        try score(SegmentationGold(path: file))
      }
    }
  }

  private func score(_ gold: SegmentationGold) throws {
    var (all, terminal) = (BoundaryCounts(), BoundaryCounts())
    var bytes: [UInt8] = []
    let segments = try segmenter(gold.language)
    for paragraph in gold.paragraphs {
      let text = try GoldText(paragraph, language: gold.language)
      bytes += text.document.bytes + [0x0A]
      var found = Set(
        segments(text.document).map { text.trimmedEnd(byte: $0.range.upperBound) })
      found.remove(text.trimmedEnd(byte: text.document.bytes.count))
      for end in found.union(text.ends).sorted() {
        let (isGold, isFound) = (text.ends.contains(end), found.contains(end))
        all.count(gold: isGold, found: isFound)
        let isTerminal = text.isAfterTerminator(end)
        if isTerminal { terminal.count(gold: isGold, found: isFound) }
        if isVerbose, isTerminal, isGold != isFound {
          print("\(gold.name) \(isGold ? "missed  " : "invented") \(text.context(end))")
        }
      }
    }
    let (reading, splitting) = try megabytesPerSecond(bytes, gold.language, segments)
    print(
      gold.name.padding(toLength: 20, withPad: " ", startingAt: 0),
      String(
        format: "f1 %.4f  terminal f1 %.4f  invented %d missed %d  split %.0f MB/s  read %.0f MB/s",
        all.f1, terminal.f1, terminal.invented, terminal.missed, splitting, reading))
  }

  /// What splits documents: the rules of `--srx`, or the segmenter.
  private func segmenter(_ language: Language) throws -> (Document) -> [Segment] {
    if let rules {
      return try SRXSegmenter(rules, language: language.rawValue).segments
    }
    var segmenter = Segmenter(language: language)
    if !usesModel { segmenter.model = nil }
    return segmenter.segments
  }

  /// The speed on running text, its name beginning with the language.
  private func time(_ path: String) throws {
    let url = URL(fileURLWithPath: path)
    let name = url.deletingPathExtension().lastPathComponent
    let language = Language(rawValue: String(name.prefix(2)))
    let clock = ContinuousClock()
    var segments: (Document) -> [Segment] = { _ in [] }
    let compiling = try clock.measure { segments = try segmenter(language) }
    let (reading, splitting) = try megabytesPerSecond(
      Array(Data(contentsOf: url)), language, segments)
    print(
      name.padding(toLength: 20, withPad: " ", startingAt: 0),
      String(
        format: "compile %.0f ms  split %.1f MB/s  read %.0f MB/s",
        compiling / .milliseconds(1), splitting, reading))
  }

  /// Reading and splitting, over enough copies of the text to take a while.
  private func megabytesPerSecond(
    _ bytes: [UInt8], _ language: Language, _ segments: (Document) -> [Segment]
  ) throws -> (reading: Double, splitting: Double) {
    var copies: [UInt8] = []
    while copies.count < 8_000_000 { copies += bytes }
    let clock = ContinuousClock()
    var reading = Duration.seconds(1_000)
    var splitting = Duration.seconds(1_000)
    for _ in 0..<3 {
      var document: Document?
      reading = min(
        reading,
        try clock.measure {
          document = try Document(path: "-", contents: copies, language: language)
        })
      guard let document else { continue }
      splitting = min(splitting, clock.measure { _ = segments(document).count })
    }
    let megabytes = Double(copies.count) / 1e6
    return (megabytes / (reading / .seconds(1)), megabytes / (splitting / .seconds(1)))
  }
}

/// The golden rules of pragmatic_segmenter, quotations kept whole and wrapped lines joined as they ask.
private struct GoldenRules {
  let path: String
  let isVerbose: Bool

  func run() throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
    var counts: [String: (right: Int, all: Int)] = [:]
    for line in lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 7, fields[3] == "1" else { continue }
      let text = fields[5].replacingOccurrences(of: "\\n", with: "\n")
        .replacingOccurrences(of: "\\t", with: "\t")
        .replacingOccurrences(of: "\\r", with: "\r")
      let expected = fields[6].components(separatedBy: " ||| ")
      let found = try sentences(text, Language(rawValue: fields[0]))
      let isRight = found.map(squeezed) == expected.map(squeezed)
      counts[fields[0], default: (0, 0)].all += 1
      if isRight { counts[fields[0], default: (0, 0)].right += 1 }
      if isVerbose, !isRight {
        print("\(fields[0]) \(fields[1]) \(fields[2])\n  found    \(found)\n  expected \(expected)")
      }
    }
    for (language, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("golden rules \(language): \(count.right) of \(count.all)")
    }
  }

  private func sentences(_ text: String, _ language: Language) throws -> [String] {
    let document = try Document(path: "-", contents: Array(text.utf8), language: language)
    let segmenter = Segmenter(
      language: language, splitsInQuotations: false, joinsWrappedLines: true)
    return segmenter.segments(of: document).map { document.text($0.range) }
  }

  private func squeezed(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
