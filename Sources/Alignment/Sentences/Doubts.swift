/// The parts of an alignment that deserve a closer look.
struct Doubts {
  /// Beads that follow each other, and what they cover.
  struct Part {
    var beads: Range<Int>
    var block: Block
  }

  /// Beads below this confidence are in doubt; those beside them are looked at again, too.
  private static let leastConfidence = 0.98
  /// Segments of both sides in a part at most.
  private static let longestPart = 400

  /// Linear in the beads.
  static func parts(of beads: [BeadSearch.Bead]) -> [Part] {
    var runs: [Range<Int>] = []
    for (index, bead) in beads.enumerated() where bead.confidence < leastConfidence {
      let start = index > 0 && !beads[index - 1].isPinned ? index - 1 : index
      let isLast = index + 1 == beads.count || beads[index + 1].isPinned
      let run = start..<(index + (isLast ? 1 : 2))
      if let last = runs.last, run.lowerBound <= last.upperBound,
        index - last.lowerBound < longestPart
      {
        runs[runs.count - 1] = last.lowerBound..<run.upperBound
      } else {
        runs.append(max(run.lowerBound, runs.last?.upperBound ?? 0)..<run.upperBound)
      }
    }
    return runs.filter { !$0.isEmpty }.map { run in
      let (first, last) = (beads[run.lowerBound], beads[run.upperBound - 1])
      return Part(
        beads: run,
        block: Block(
          first.source.lowerBound..<last.source.upperBound,
          first.target.lowerBound..<last.target.upperBound))
    }
  }

  /// The beads with those of some parts, in order, replaced.
  static func replacing(
    _ parts: [(beads: Range<Int>, found: [BeadSearch.Bead])], in beads: [BeadSearch.Bead]
  ) -> [BeadSearch.Bead] {
    var result: [BeadSearch.Bead] = []
    var next = 0
    for part in parts {
      result += beads[next..<part.beads.lowerBound]
      result += part.found
      next = part.beads.upperBound
    }
    return result + beads[next...]
  }
}
