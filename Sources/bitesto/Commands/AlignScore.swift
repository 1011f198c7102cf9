import BitestoAlignment
import BitestoCommandLayer
import Foundation

/// `bitesto align --score GOLD`: how well the alignment agrees with known beads.
struct AlignScore {
  private let path: String
  private let gold: [AlignmentScore.Bead]

  /// Reads the known beads.
  ///
  /// - Throws: ``CommandError`` that names the file and the bead.
  init(_ context: CommandContext, path: String) throws {
    self.path = path
    do {
      gold = try AlignmentScore.beads(json: Data(context.read(path)))
    } catch let error as GoldError {
      throw CommandError("\(path): \(error)")
    }
  }

  /// Prints precision, recall and F1, and what reproduces them.
  func write(_ bitext: Bitext, signature: String, _ context: CommandContext) throws {
    let sides = (bitext.source.segments.count, bitext.targets[0].segments.count)
    let outside = gold.firstIndex {
      $0.source.upperBound > sides.0 || $0.target.upperBound > sides.1
    }
    if let outside {
      throw CommandError(
        "\(path): bead \(outside + 1) lies outside the texts",
        notes: ["they have \(sides.0) and \(sides.1) segments; --lines takes every line as one"])
    }
    let score = AlignmentScore(found: bitext.beads, gold: gold)
    func line(_ name: String, _ figures: Double...) -> String {
      name + figures.map { String(format: "  %9.4f", $0) }.joined()
    }
    let lines = [
      "        precision     recall         F1",
      line("strict", score.strictPrecision, score.strictRecall, score.strictF1),
      line("lax   ", score.laxPrecision, score.laxRecall, score.laxF1),
      "beads   \(score.found) found, \(score.known) known",
      signature,
    ]
    for line in lines { try context.output.writeLine(line) }
  }
}
