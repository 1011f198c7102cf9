import BitestoText
import Foundation
import TestSupport
import Testing

/// The finder over the passages of `Passages`, which were not written for it.
struct PassageTests {
  private static let passages = Result {
    try MarkedPassage.all(
      in: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Passages"))
  }

  @Test(
    "finds quotations, speakers and outlets no worse than before",
    arguments: PassageFloor.all.keys.sorted { $0.rawValue < $1.rawValue })
  func keepsFigures(_ language: Language) throws {
    let score = try score(language)
    for (row, floor) in try #require(PassageFloor.all[language]) {
      let counts = score.counts[row] ?? QuotationScore.Counts()
      let misses = (score.misses[row] ?? []).joined(separator: "\n")
      #expect(
        counts.precision >= floor.precision, "\(row.rawValue), precision:\n\(misses)")
      #expect(counts.recall >= floor.recall, "\(row.rawValue), recall:\n\(misses)")
    }
  }

  @Test("names only people and outlets that the passage names")
  func readsKnownNames() throws {
    for passage in try Self.passages.get() {
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

  private func score(_ language: Language) throws -> QuotationScore {
    var finder = QuotationFinder(language: language)
    finder.includesNested = true
    var score = QuotationScore()
    for passage in try Self.passages.get() where passage.document.language == language {
      score.add(
        passage.quotations, found: finder.quotations(in: passage.document), in: passage.document,
        name: passage.name)
    }
    return score
  }
}
