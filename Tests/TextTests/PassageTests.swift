import BitestoText
import Foundation
import TestSupport
import Testing

/// The finder over the passages of `Passages`, which were not written for it.
struct PassageTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Passages")
  private static let passages = Result { try MarkedPassage.all(in: folder) }
  private static let heldOut = Result {
    try MarkedPassage.all(in: folder.appendingPathComponent("held-out"))
  }

  @Test(
    "finds quotations, speakers and outlets no worse than before",
    arguments: PassageFloor.all.keys.sorted { $0.rawValue < $1.rawValue })
  func keepsFigures(_ language: Language) throws {
    let score = score(try Self.passages.get(), in: language)
    for (row, floor) in try #require(PassageFloor.all[language]) {
      let counts = score.counts[row] ?? QuotationScore.Counts()
      let misses = (score.misses[row] ?? []).joined(separator: "\n")
      #expect(
        counts.precision >= floor.precision, "\(row.rawValue), precision:\n\(misses)")
      #expect(counts.recall >= floor.recall, "\(row.rawValue), recall:\n\(misses)")
    }
  }

  /// Says which figures fell, not what was missed: nobody is to change rules by these passages.
  @Test("does no worse than before on passages it was not developed on")
  func keepsHeldOutFigures() throws {
    let score = score(try Self.heldOut.get(), in: .italian)
    for (row, floor) in PassageFloor.heldOut {
      let counts = score.counts[row] ?? QuotationScore.Counts()
      #expect(counts.precision >= floor.precision, "held-out, \(row.rawValue), precision")
      #expect(counts.recall >= floor.recall, "held-out, \(row.rawValue), recall")
    }
  }

  @Test("names only people and outlets that the passage names")
  func readsKnownNames() throws {
    for passage in try Self.passages.get() + Self.heldOut.get() {
      let text = passage.document.text(0..<passage.document.bytes.count).lowercased()
      for quotation in passage.quotations {
        let names = [quotation.speaker, quotation.addressee] + quotation.outlets.map(\.name)
        for name in names.compactMap(\.self) {
          let isNamed = name.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
          #expect(isNamed, "\(passage.name): \(name)")
        }
      }
    }
  }

  private func score(_ passages: [MarkedPassage], in language: Language) -> QuotationScore {
    var finder = QuotationFinder(language: language)
    finder.nesting = .all
    var score = QuotationScore()
    for passage in passages where passage.document.language == language {
      score.add(
        passage.quotations, found: finder.quotations(in: passage.document), in: passage.document,
        name: passage.name)
    }
    return score
  }
}
