import BitestoEmbedding
import BitestoText

/// Aligns texts with their translations, segment by segment.
///
///     let aligner = try SentenceAligner()
///     let source = Bitext.Side(document: italian, segments: Segment.lines(of: italian))
///     let target = Bitext.Side(document: english, segments: Segment.lines(of: english))
///     for unit in aligner.align(source, target).units {
///       print(unit.sourceSegments, unit.targetSegments, unit.confidence)
///     }
///
/// The result is the most probable sequence of beads: one segment for one, one for two, a segment
/// without counterpart and so on, up to five segments in a bead, in the order of both texts. What
/// speaks for a bead is how close the two spans are in meaning (word by word and as sentences,
/// against unrelated spans of the same texts), their lengths and punctuation, and the names, numbers
/// and word stems they share; everything is weighed on one scale of log-odds.
public struct SentenceAligner: Sendable {
  private let encoder: Encoder
  var sentences: any TextVectors
  private let words: WordSource
  private let names: any NameFinder
  private let effort: AlignmentEffort

  /// - Parameters:
  ///   - encoder: reads words that are in no table, and knows how common words are.
  ///   - sentences: the sentence vectors to use instead of the encoder's.
  ///   - words: the word vectors to use instead of the table's and the encoder's; words come in lower
  ///     case.
  ///   - names: finds names in both languages; without it, names count as words.
  public init(
    encoder: Encoder, sentences: (any TextVectors)? = nil, words: (any TextVectors)? = nil,
    names: any NameFinder = NoNames(), effort: AlignmentEffort = .balanced
  ) {
    self.encoder = encoder
    self.sentences = sentences ?? encoder
    self.words = words.map { .vectors($0) } ?? .encoder(encoder)
    self.names = names
    self.effort = effort
  }

  /// With the encoder that is part of the program.
  public init(effort: AlignmentEffort = .balanced) throws(ModelError) {
    try self.init(encoder: .builtIn(), effort: effort)
  }

  /// The alignment of two sides; every segment of both stands in exactly one unit, and an empty
  /// segment always stands alone.
  ///
  /// A unit's confidence is the probability that exactly this bead is right.
  ///
  /// - Complexity: quadratic for short texts and linear for long ones, where the search keeps near
  ///   segments that surely belong together.
  /// - Parameters:
  ///   - pins: beads to keep; those after a ``PinnedBead/conflict(in:sourceCount:targetCount:)`` mean nothing.
  ///   - progress: told now and then how many of how many steps are done.
  public func align(
    _ source: Bitext.Side, _ target: Bitext.Side, pins: [PinnedBead] = [],
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> Bitext {
    align([(source, target)], pins: [pins], progress: progress)[0]
  }

  /// The alignments of several pairs of sides, in order; the same as one by one, but sooner, since the
  /// pairs share the processors.
  ///
  /// - Parameters:
  ///   - pins: by pair, beads to keep.
  ///   - progress: told now and then how many of how many segments are done.
  public func align(
    _ pairs: [(source: Bitext.Side, target: Bitext.Side)], pins: [[PinnedBead]] = [],
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> [Bitext] {
    let total = pairs.reduce(0) { $0 + $1.source.segments.count + $1.target.segments.count }
    progress(0, total)
    var alignment = BlockAlignment(texts: read(pairs, pins: pins), threads: encoder.threads)
    switch effort {
    case .fast:
      alignment.search { progress($0, total) }
    case .balanced:
      alignment.search { progress($0 / 2, total) }
      alignment.lookCloser(vectors: sentences, pairs) { progress((total + $0) / 2, total) }
    case .full:
      alignment.searchWithSentences(vectors: sentences, pairs) { progress($0, total) }
    }
    progress(total, total)
    return zip(pairs, alignment.beads).map { pair, beads in
      let units = beads.map { Self.unit($0, pair.source.segments, pair.target.segments) }
      return Bitext(kind: .alignment, source: pair.source, targets: [pair.target], units: units)
    }
  }

  /// Reads texts; words that are in no table are encoded together.
  func read(
    _ pairs: [(source: Bitext.Side, target: Bitext.Side)], pins: [[PinnedBead]] = []
  ) -> [TextPair] {
    let texts = ReadText.read(
      pairs.flatMap { [$0.source, $0.target] }, words: words, encoder: encoder, names: names)
    return concurrently(pairs.count, threads: encoder.threads) { number in
      TextPair(
        SentenceSide(texts[2 * number]), SentenceSide(texts[2 * number + 1]),
        pins: pins.indices.contains(number) ? pins[number] : [])
    }
  }

  private static func unit(
    _ bead: BeadSearch.Bead, _ source: [Segment], _ target: [Segment]
  ) -> Bitext.Unit {
    Bitext.Unit(
      source: source.range(of: bead.source),
      target: target.range(of: bead.target).map {
        Bitext.Passage(side: 0, range: $0, confidence: bead.confidence)
      },
      confidence: bead.confidence, sourceSegments: bead.source, targetSegments: bead.target)
  }
}
