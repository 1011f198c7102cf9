import BitestoText
import Foundation

/// Trains the model that decides where the rules leave open whether a sentence ends.
///
/// Logistic regression with AdaGrad over hashed features, deterministic: no random number is drawn,
/// examples are visited in an order that depends on their number only.
struct SegmenterTraining {
  var language = Language.italian
  var files: [String] = []
  /// Files with one sentence a line; "FILE:N" takes the N-th column of a table, from 1.
  var lines: [String] = []
  var output: String?
  var folds = 0
  var epochs = 12
  var logSize = 13
  var lineWeight: Float = 0.05
  var regularization: Float = 1e-2
  /// The weight of the rules' verdict, in logits.
  var prior: Float = 4

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--language": language = Language(rawValue: rest.popFirst() ?? "")
      case "--lines": rest.popFirst().map { lines.append($0) }
      case "-o": output = rest.popFirst()
      case "--folds": folds = rest.popFirst().flatMap(Int.init) ?? 5
      case "--epochs": epochs = rest.popFirst().flatMap(Int.init) ?? epochs
      case "--size": logSize = rest.popFirst().flatMap(Int.init) ?? logSize
      case "--line-weight": lineWeight = rest.popFirst().flatMap(Float.init) ?? lineWeight
      case "--l2": regularization = rest.popFirst().flatMap(Float.init) ?? regularization
      case "--prior": prior = rest.popFirst().flatMap(Float.init) ?? prior
      default: files.append(argument)
      }
    }
  }

  struct Sample {
    var features: [UInt32]
    var isEnd: Bool
    var weight: Float
    /// Which of the named files it is from, nil for lines.
    var file: Int?
    var fold = 0
    var isTerminal = true
    var context = ""
    var rulesSay = false
    var isSure = false
  }

  func run() throws {
    var samples: [Sample] = []
    var missed = [Int](repeating: 0, count: files.count)
    for (number, path) in files.enumerated() {
      let gold = try SegmentationGold(path: path)
      var count = 0
      for paragraph in gold.paragraphs {
        let text = try GoldText(paragraph, language: gold.language)
        let examples = SentenceExamples.examples(in: text.document, ends: text.ends)
        for end in text.ends.subtracting(examples.map(\.end)).sorted()
        where text.isAfterTerminator(end) {
          missed[number] += 1
          if folds > 0 { print(gold.name, "no candidate", text.context(end)) }
        }
        for example in examples {
          samples.append(
            Sample(
              features: example.features, isEnd: example.endsSentence, weight: 1, file: number,
              fold: count / 40 % max(folds, 1), isTerminal: text.isAfterTerminator(example.end),
              context: folds > 0 ? text.context(example.end) : "", rulesSay: example.rulesSay,
              isSure: example.isSure))
          count += 1
        }
      }
    }
    for entry in lines {
      let parts = entry.split(separator: ":")
      let column = parts.count > 1 ? Int(parts[1]).map { $0 - 1 } : nil
      let gold = try SegmentationGold(
        lines: String(parts.first ?? ""), column: column, language: language, perParagraph: 8)
      for paragraph in gold.paragraphs {
        let text = try GoldText(paragraph, language: gold.language)
        for example in SentenceExamples.examples(in: text.document, ends: text.ends)
        where !example.isSure {
          samples.append(
            Sample(
              features: example.features, isEnd: example.endsSentence, weight: lineWeight,
              file: nil, fold: -1))
        }
      }
    }
    FileHandle.standardError.write(Data("\(samples.count) stops\n".utf8))
    if folds > 0 { crossValidate(samples, missed: missed) }
    if let output {
      let model = train(samples) { !$0.isSure }
      try Data(model.bytes).write(to: URL(fileURLWithPath: output))
    }
  }

  private func crossValidate(_ samples: [Sample], missed: [Int]) {
    var counts = [BoundaryCounts](repeating: BoundaryCounts(), count: files.count)
    for (number, count) in missed.enumerated() { counts[number].missed = count }
    for fold in 0..<folds {
      let model = train(samples) { !$0.isSure && $0.fold != fold }
      for sample in samples where sample.fold == fold && sample.isTerminal {
        guard let file = sample.file else { continue }
        let found =
          sample.isSure
          ? sample.rulesSay : model.endsSentence(sample.features, rulesSay: sample.rulesSay)
        counts[file].count(gold: sample.isEnd, found: found)
        if found != sample.isEnd {
          print(files[file].suffix(16), found ? "invented" : "missed  ", sample.context)
        }
      }
    }
    for (number, file) in files.enumerated() {
      print(
        URL(fileURLWithPath: file).lastPathComponent,
        String(
          format:
            "cross-validated terminal f1 %.4f (invented %d, missed %d, of them no candidates %d)",
          counts[number].f1, counts[number].invented, counts[number].missed, missed[number]))
    }
  }

  private func train(_ samples: [Sample], where isUsed: (Sample) -> Bool) -> SentenceModel {
    let used = samples.filter(isUsed)
    let size = 1 << logSize
    let mask = UInt32(size - 1)
    var weights = [Float](repeating: 0, count: size)
    var squares = [Float](repeating: 1e-6, count: size)
    let step = 514_229
    for _ in 0..<epochs {
      var place = 0
      for _ in used.indices {
        place = (place + step) % used.count
        let sample = used[place]
        var sum = sample.rulesSay ? prior : -prior
        for feature in sample.features { sum += weights[Int(feature & mask)] }
        let error = (1 / (1 + exp(-sum)) - (sample.isEnd ? 1 : 0)) * sample.weight
        for feature in sample.features {
          let index = Int(feature & mask)
          let gradient = error + regularization * weights[index]
          squares[index] += gradient * gradient
          weights[index] -= 0.15 * gradient / squares[index].squareRoot()
        }
      }
    }
    let largest = weights.map(abs).max() ?? 1
    let scale = 127 / max(largest, 1e-6)
    return SentenceModel(
      weights: weights.map { Int8(($0 * scale).rounded()) }, prior: Int32((prior * scale).rounded())
    )
  }
}
