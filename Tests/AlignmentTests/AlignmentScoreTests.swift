import BitestoAlignment
import Foundation
import Testing

@Suite struct AlignmentScoreTests {
  private func beads(_ json: String) throws -> [AlignmentScore.Bead] {
    try AlignmentScore.beads(json: Data(json.utf8))
  }

  @Test func `a merge that lacks a segment is wrong by the strict count and right by the lax one`()
    throws
  {
    let gold = try beads("[[[0], [0]], [[1, 2], [1]], [[3], []]]")
    let found = try beads("[[[0], [0]], [[1], [1]], [[2], []], [[3], []]]")
    let score = AlignmentScore(found: found, gold: gold)
    #expect((score.found, score.known, score.right) == (2, 2, 1))
    #expect((score.strictPrecision, score.strictRecall, score.strictF1) == (0.5, 0.5, 0.5))
    #expect((score.laxPrecision, score.laxRecall, score.laxF1) == (1, 1, 1))
  }

  @Test func `scores add up`() throws {
    let right = AlignmentScore(found: try beads("[[[0], [0]]]"), gold: try beads("[[[0], [0]]]"))
    let wrong = AlignmentScore(found: try beads("[[[0], [1]]]"), gold: try beads("[[[0], [0]]]"))
    #expect((right + wrong).strictF1 == 0.5)
    #expect(AlignmentScore().strictF1 == 0)
  }

  @Test(arguments: [
    ("{}", GoldError.notBeads), ("[[[0], [0]], [[1]]]", .notTwoSides(bead: 2)),
    ("[[[0, 2], [0]]]", .notConsecutive(bead: 1)), ("[[[-1], [0]]]", .notConsecutive(bead: 1)),
  ])
  func `what is no list of beads is refused with its place`(json: String, error: GoldError) {
    #expect(throws: error) { try beads(json) }
  }
}
