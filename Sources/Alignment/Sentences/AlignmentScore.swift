import Foundation

/// How well an alignment agrees with known beads.
///
/// Strict: a bead is right when exactly it is known. Lax: when it shares a pair of segments with a
/// known one. Segments without counterpart do not count (as in Bleualign's and hunalign's evaluations;
/// vecalign counts them in precision).
public struct AlignmentScore: Hashable, Sendable {
  /// Segments that stand for each other, as ranges of indices; one side may be empty.
  public struct Bead: Hashable, Sendable {
    public var source: Range<Int>
    public var target: Range<Int>

    public init(source: Range<Int>, target: Range<Int>) {
      self.source = source
      self.target = target
    }
  }

  /// Beads with both sides that were found, and that are known.
  public private(set) var found = 0
  public private(set) var known = 0
  /// Beads that were found and are known.
  public private(set) var right = 0
  /// Found beads that share a pair of segments with a known one, and the other way about.
  public private(set) var touching = 0
  public private(set) var touched = 0

  public init() {}

  /// Linear in the beads and their segments.
  public init(found: [Bead], gold: [Bead]) {
    let found = found.filter(Self.isPair)
    let gold = gold.filter(Self.isPair)
    let known = Set(gold)
    let (foundPairs, goldPairs) = (Self.pairs(found), Self.pairs(gold))
    self.found = found.count
    self.known = gold.count
    right = found.count { known.contains($0) }
    touching = found.count { !Self.pairs([$0]).isDisjoint(with: goldPairs) }
    touched = gold.count { !Self.pairs([$0]).isDisjoint(with: foundPairs) }
  }

  private static func isPair(_ bead: Bead) -> Bool { !bead.source.isEmpty && !bead.target.isEmpty }

  private static func pairs(_ beads: [Bead]) -> Set<SIMD2<Int32>> {
    Set(
      beads.flatMap { bead in
        bead.source.flatMap { row in bead.target.map { SIMD2(Int32(row), Int32($0)) } }
      })
  }

  public static func + (a: AlignmentScore, b: AlignmentScore) -> AlignmentScore {
    var sum = a
    sum.found += b.found
    sum.known += b.known
    sum.right += b.right
    sum.touching += b.touching
    sum.touched += b.touched
    return sum
  }

  public var strictPrecision: Double { Self.share(right, of: found) }
  public var strictRecall: Double { Self.share(right, of: known) }
  public var strictF1: Double { Self.f1(strictPrecision, strictRecall) }
  public var laxPrecision: Double { Self.share(touching, of: found) }
  public var laxRecall: Double { Self.share(touched, of: known) }
  public var laxF1: Double { Self.f1(laxPrecision, laxRecall) }

  private static func share(_ part: Int, of all: Int) -> Double {
    all == 0 ? 0 : Double(part) / Double(all)
  }

  private static func f1(_ precision: Double, _ recall: Double) -> Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// Reads known beads: a JSON list of `[[source indices], [target indices]]`, indices from 0.
  ///
  /// - Throws: ``GoldError``.
  public static func beads(json: Data) throws(GoldError) -> [Bead] {
    guard let lists = try? JSONDecoder().decode([[[Int]]].self, from: json) else {
      throw .notBeads
    }
    var beads: [Bead] = []
    for (number, sides) in lists.enumerated() {
      guard sides.count == 2 else { throw .notTwoSides(bead: number + 1) }
      guard let source = range(sides[0]), let target = range(sides[1]) else {
        throw .notConsecutive(bead: number + 1)
      }
      beads.append(Bead(source: source, target: target))
    }
    return beads
  }

  private static func range(_ indices: [Int]) -> Range<Int>? {
    guard let first = indices.first else { return 0..<0 }
    let isRun = zip(indices, first...).allSatisfy { $0 == $1 }
    return isRun && first >= 0 ? first..<(first + indices.count) : nil
  }
}

/// What can be wrong with a file of known beads; every case says where.
public enum GoldError: Error, Equatable, CustomStringConvertible {
  case notBeads
  case notTwoSides(bead: Int)
  case notConsecutive(bead: Int)

  public var description: String {
    switch self {
    case .notBeads:
      "not a list of beads: expected JSON such as [[[0], [0]], [[1, 2], [1]]]"
    case .notTwoSides(let bead):
      "bead \(bead) has not two sides: expected [[source indices], [target indices]]"
    case .notConsecutive(let bead):
      "bead \(bead): expected indices that follow each other, from 0 on"
    }
  }
}

extension Bitext {
  /// The beads of an alignment.
  public var beads: [AlignmentScore.Bead] {
    units.map { AlignmentScore.Bead(source: $0.sourceSegments, target: $0.targetSegments) }
  }
}
