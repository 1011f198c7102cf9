import BitestoAlignment
import BitestoEmbedding
import BitestoGlossary
import BitestoText
import Foundation

/// Fits the aligner's weights (Sources/AlignmentData/alignment-weights.tsv): maximum conditional
/// likelihood with an L2 penalty, deterministic.
///
/// It learns from folders of documents with known beads, from noisy versions of the clean ones among
/// them, and from noisy versions of parallel lines.
struct AlignerTraining {
  private var folders: [String] = []
  private var tables: [String] = []
  private var output: String?
  private var folds = 0
  /// Noisy versions of each clean document.
  private var versions = 1
  private var penalty = 0.005

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--pairs": rest.popFirst().map { tables.append($0) }
      case "--folds": folds = rest.popFirst().flatMap(Int.init) ?? 5
      case "--versions": versions = rest.popFirst().flatMap(Int.init) ?? versions
      case "--l2": penalty = rest.popFirst().flatMap(Double.init) ?? penalty
      case "-o": output = rest.popFirst()
      default: folders.append(argument)
      }
    }
  }

  private struct Sample {
    var example: AlignmentExample
    var document: String
    var collection: String
  }

  private enum Evidence: CaseIterable {
    case words, context

    var name: String { self == .words ? "words only" : "with sentence vectors" }
  }

  func run() throws {
    let samples = try samples()
    print("\(samples.count) texts, \(samples.reduce(0) { $0 + $1.example.gold.count }) beads")
    var weights: [Evidence: [Double]] = [:]
    for evidence in Evidence.allCases {
      let start = [Double](repeating: 0, count: BeadFeatures.scalarCount)
      let fitted = fit(samples, evidence, from: start)
      if folds > 1 { crossValidate(samples, evidence, from: fitted) }
      weights[evidence] = fitted
    }
    if let output, let words = weights[.words], let context = weights[.context] {
      try AlignmentWeightsTable.text(words: words, context: context)
        .write(toFile: output, atomically: true, encoding: .utf8)
    }
  }

  private func samples() throws -> [Sample] {
    let aligner = try SentenceAligner(
      encoder: .builtIn(), names: NameIndex(Glossary.builtIn()), effort: .full)
    var golds: [GoldAlignment] = []
    for folder in folders {
      golds += try GoldAlignment.folder(folder, languages: (.italian, .english))
    }
    var clean = golds.filter(\.isClean)
    for table in tables { clean += try GoldAlignment.table(table, lines: 24, most: 80) }
    for (number, document) in clean.enumerated() {
      let other = clean[(number + clean.count / 2) % clean.count]
      for version in 0..<versions {
        var noise = AlignmentNoise(seed: UInt64(number * versions + version + 1))
        var noisy = noise.applied(to: document, strangers: (other.source, other.target))
        noisy.collection = "noisy \(document.collection)"
        golds.append(noisy)
      }
    }
    let examples = concurrently(golds.count, threads: 1) { number -> AlignmentExample? in
      let gold = golds[number]
      guard let sides = try? gold.sides((.italian, .english)) else { return nil }
      return AlignmentExample(aligner, sides.source, sides.target, gold: gold.beads)
    }
    return zip(golds, examples).compactMap { gold, example in
      example.map {
        Sample(example: $0, document: gold.document, collection: gold.collection)
      }
    }
  }

  private func fit(
    _ samples: [Sample], _ evidence: Evidence, from start: [Double]
  ) -> [Double] {
    let fixed = Set(evidence == .words ? AlignmentExample.contextFeatures : [])
    let threads = ProcessInfo.processInfo.activeProcessorCount
    return QuasiNewton().minimum(from: start) { weights in
      let parts = concurrently(samples.count, threads: threads) { number in
        samples[number].example.likelihood(AlignmentWeights(weights))
      }
      var value = 0.0
      var gradient = weights.map { penalty * Double(samples.count) * $0 }
      value = zip(weights, gradient).reduce(0) { $0 + $1.0 * $1.1 / 2 }
      for part in parts {
        value -= part.value
        for index in gradient.indices { gradient[index] -= part.gradient[index] }
      }
      for index in fixed { gradient[index] = 0 }
      return (value, gradient)
    }
  }

  /// Judges every text with weights fitted without all versions of its document.
  ///
  /// - Parameter start: where the fits begin; the minimum is the same from everywhere, as the function
  ///   is convex.
  private func crossValidate(_ samples: [Sample], _ evidence: Evidence, from start: [Double]) {
    let documents = Array(Set(samples.map(\.document))).sorted()
    var foldOf: [String: Int] = [:]
    for (number, document) in documents.enumerated() { foldOf[document] = number % folds }
    var scores: [String: BeadScore] = [:]
    for fold in 0..<folds {
      let weights = AlignmentWeights(
        fit(samples.filter { foldOf[$0.document] != fold }, evidence, from: start))
      for sample in samples where foldOf[sample.document] == fold {
        scores[sample.collection, default: BeadScore()]
          .count(sample.example.found(weights), gold: sample.example.gold)
      }
    }
    print("\n\(evidence.name), on documents left out (\(folds) folds)")
    for (collection, score) in scores.sorted(by: { $0.key < $1.key }) {
      print(
        String(
          format: "  strict F1 %.4f  wrong %3d  ECE %.4f  ", score.strictF1, score.wrong,
          score.calibrationError) + collection)
    }
    let all = scores.values.reduce(BeadScore(), +)
    print(String(format: "  strict F1 %.4f  ECE %.4f  all", all.strictF1, all.calibrationError))
    print("  confidence   beads   mean    right")
    for row in all.reliability {
      print(
        String(
          format: "  %.1f to %.1f  %6d  %.3f   %.3f", Double(row.tenth) / 10,
          Double(row.tenth + 1) / 10, row.count, row.confidence, row.right))
    }
  }
}

extension AlignmentWeights {
  fileprivate init(_ weights: [Double]) {
    var values = BeadFeatures.zero
    for (index, weight) in weights.enumerated() { values[index] = Float(weight) }
    self.init(values: values)
  }
}
