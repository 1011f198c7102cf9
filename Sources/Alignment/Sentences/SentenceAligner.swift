import BitestoEmbedding
import BitestoText

/// Aligns a text with its translation, segment by segment.
///
/// The result is the most probable sequence of beads: one segment for one, one for two, a segment
/// without counterpart and so on, up to five segments in a bead, in the order of both texts. What
/// speaks for a bead is how close the two spans are in meaning (word by word and as sentences,
/// against unrelated spans of the same texts), their lengths, and the names, numbers and word stems
/// they share; everything is weighed on one scale of log-odds.
public struct SentenceAligner: Sendable {
  private let encoder: Encoder
  private let words: WordVectors
  private let surface: SurfaceEvidence
  private let weights: AlignmentWeights

  /// - Parameter names: finds names in both languages; without it, names count as words.
  public init(encoder: Encoder, words: WordVectors? = nil, names: any NameFinder = NoNames()) {
    self.encoder = encoder
    let words = words ?? WordVectors(encoder: encoder)
    self.words = words
    surface = SurfaceEvidence(words: words, names: names)
    weights = .standard
  }

  /// The alignment of two sides; every segment of both stands in exactly one unit, and an empty
  /// segment always stands alone.
  ///
  /// A unit's confidence is the probability that exactly this bead is right.
  ///
  /// - Complexity: the encoder's work is linear in the texts. The search is quadratic for short
  ///   texts and linear for long ones, where it keeps near segments that surely belong together.
  /// - Parameter progress: told now and then how many of how many steps are done.
  public func align(
    _ source: Bitext.Side, _ target: Bitext.Side,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> Bitext {
    let total = source.segments.count + target.segments.count
    progress(0, total)
    let s = SentenceSide(source, encoder: encoder, words: words, surface: surface)
    progress(s.count, total)
    let t = SentenceSide(target, encoder: encoder, words: words, surface: surface)
    progress(total, total)
    let words = SpanCosines(s.words, t.words, prior: .words)
    let context = SpanCosines(s.context, t.context, prior: .context)
    var corridor = Corridor(source: s.count, target: t.count)
    if corridor.cellCount > Corridor.smallLattice {
      let anchors = Anchors(s, t, words: words, context: context).found()
      corridor = Corridor(source: s.count, target: t.count, anchors: anchors)
    }
    let scorer = BeadScorer(
      s, t, words: words, context: context, corridor: corridor, weights: weights)
    let search = BeadSearch(s, t, corridor: corridor, scorer: scorer, weights: weights)
    let units = search.beads().map { bead in
      Bitext.Unit(
        source: Self.range(bead.source, of: source.segments),
        target: Self.range(bead.target, of: target.segments).map {
          Bitext.Passage(side: 0, range: $0, confidence: bead.confidence)
        },
        confidence: bead.confidence, sourceSegments: bead.source, targetSegments: bead.target)
    }
    return Bitext(kind: .alignment, source: source, targets: [target], units: units)
  }

  /// From the beginning of the first segment to the end of the last; nil for none.
  private static func range(_ indices: Range<Int>, of segments: [Segment]) -> Range<Int>? {
    guard let first = indices.first, let last = indices.last else { return nil }
    return segments[first].range.lowerBound..<segments[last].range.upperBound
  }
}
