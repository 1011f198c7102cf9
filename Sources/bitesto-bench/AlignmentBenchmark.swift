import BitestoAlignment
import BitestoEmbedding
import BitestoGlossary
import BitestoText
import Foundation

/// Accuracy and speed of the aligner over folders of documents with known beads: NNN.it.txt,
/// NNN.en.txt, a segment a line, and NNN.gold.json.
struct AlignmentBenchmark {
  private var folders: [String] = []
  private var efforts: [AlignmentEffort] = []
  private var languages = (Language.italian, Language.english)
  private var model: String?
  private var threads: Int?
  private var isVerbose = false

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--effort":
        rest.popFirst().flatMap(AlignmentEffort.init).map { efforts.append($0) }
      case "--languages":
        let tags = rest.popFirst()?.split(separator: ",").map(String.init) ?? []
        if tags.count == 2 {
          languages = (Language(rawValue: tags[0]), Language(rawValue: tags[1]))
        }
      case "--model": model = rest.popFirst()
      case "--threads": threads = rest.popFirst().flatMap(Int.init)
      case "--verbose": isVerbose = true
      default: folders.append(argument)
      }
    }
    if efforts.isEmpty { efforts = AlignmentEffort.allCases }
  }

  func run() throws {
    let encoder =
      try model.map { try Encoder(contentsOf: $0, threads: threads) }
      ?? Encoder.builtIn(threads: threads)
    let names = NameIndex(try Glossary.builtIn())
    print("| folder | effort | strict P | strict R | strict F1 | lax F1 | ECE | sentences/s |")
    print("|---|---|---|---|---|---|---|---|")
    for folder in folders {
      let golds = try GoldAlignment.folder(folder, languages: languages)
      let sides = try golds.map { try $0.sides(languages) }
      for effort in efforts {
        let aligner = SentenceAligner(encoder: encoder, names: names, effort: effort)
        let clock = ContinuousClock()
        let start = clock.now
        let bitexts = aligner.align(sides)
        let seconds = Double((clock.now - start) / .milliseconds(1)) / 1000
        var score = BeadScore()
        for (gold, bitext) in zip(golds, bitexts) {
          score.count(
            zip(bitext.beads, bitext.units).map { ($0, $1.confidence) }, gold: gold.beads)
          if isVerbose { printErrors(gold, bitext.beads) }
        }
        let lines = sides.reduce(0) { $0 + $1.source.segments.count }
        let name = URL(fileURLWithPath: folder).lastPathComponent
        let beads = score.beads
        print(
          "| \(name) | \(effort.rawValue) | "
            + [
              beads.strictPrecision, beads.strictRecall, beads.strictF1, beads.laxF1,
              score.calibrationError,
            ].map { String(format: "%.4f", $0) }.joined(separator: " | ")
            + " | \(Int(Double(lines) / seconds)) |")
      }
    }
  }

  private func printErrors(_ gold: GoldAlignment, _ found: [AlignmentScore.Bead]) {
    func isPair(_ bead: AlignmentScore.Bead) -> Bool {
      !bead.source.isEmpty && !bead.target.isEmpty
    }
    let (found, known) = (Set(found.filter(isPair)), Set(gold.beads.filter(isPair)))
    for (word, beads) in [
      ("missed", known.subtracting(found)), ("invented", found.subtracting(known)),
    ] {
      for bead in beads.sorted(by: { $0.source.lowerBound < $1.source.lowerBound }) {
        print(gold.document, word, Array(bead.source), Array(bead.target))
      }
    }
  }
}
