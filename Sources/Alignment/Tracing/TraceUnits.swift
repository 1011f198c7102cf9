import BitestoText

extension QuoteTracer {
  /// How sure the pieces of a quotation must be to stand for it, or to join its passage.
  private static let leastPiece = 0.7
  /// A passage that has less of a quotation's words may be one of several.
  private static let partlyCovered = 0.75
  /// Words outside of quotations that make a sentence one of the article's own.
  private static let ownWords = 5
  private static let ownShare = 0.35

  /// Links the quotations of an article. Every quotation gets a unit, without a target when nothing in
  /// the pool is likely enough.
  ///
  /// - Parameter includingSentences: whether the article's own sentences are traced in the same way; their
  ///   units have no quotation.
  /// - Complexity: a product of short vectors for each pair of a quotation and a passage of the pool, and the
  ///   encoding of the article's sentences and of the likeliest clauses and runs for each quotation.
  public func trace(
    _ article: Bitext.Side, quotations: [Quotation], includingSentences: Bool = false
  ) -> Bitext {
    let (scored, view) = score(article, quotations: quotations, sharing: nil)
    var units = scored.map { unit($0, $1, in: article.document) }
    join(&units, scored, in: article, view)
    if includingSentences {
      units = units.interleaved(with: sentenceUnits(article, quotations))
    }
    var bitext = pool.bitext(article, units)
    bitext.markNearCopies()
    return bitext
  }

  /// The likeliest passage, and those of other reports that have the same words. That the article credits
  /// one outlet makes it the source; it does not make the others' words different.
  private func unit(
    _ quotation: Quotation, _ scored: [ScoredCandidate], in article: Document
  ) -> Bitext.Unit {
    guard let best = scored.first, best.confidence >= minimumConfidence else {
      return Bitext.Unit(
        source: quotation.content, target: nil, confidence: 1 - (scored.first?.confidence ?? 0),
        quotation: quotation)
    }
    var passages: [Bitext.Passage] = []
    for item in scored where item.likeness >= minimumConfidence {
      guard !passages.contains(where: { $0.side == item.report }) else { continue }
      passages.append(passage(item, of: quotation, in: article))
    }
    return Bitext.Unit(
      source: quotation.content, target: passage(best, of: quotation, in: article),
      confidence: best.confidence,
      alternatives: passages.filter { $0.side != best.report }, quotation: quotation)
  }

  /// Where a candidate's words stand. What is not between marks of its own is cut to the words that match.
  private func passage(
    _ item: ScoredCandidate, of quotation: Quotation, in article: Document
  ) -> Bitext.Passage {
    var range = item.range
    if item.candidate.shape != .quoted {
      range = lexicon.trimmed(
        range, in: pool.reports[item.report].document, to: quotation.content, in: article)
      if let marks = pool.reports[item.report].quotation(overlapping: range),
        range.lowerBound == marks.marked.lowerBound, range.upperBound <= marks.marked.upperBound
      {
        range = range.clamped(to: marks.content)
      }
    }
    return Bitext.Passage(side: item.report, range: range, confidence: item.confidence)
  }

  /// Gives quotations that are put together from several passages all of them: those whose pieces stand
  /// surely in different places, where no one passage has nearly all the words.
  private func join(
    _ units: inout [Bitext.Unit], _ scored: [(Quotation, [ScoredCandidate])],
    in article: Bitext.Side, _ view: ArticleView?
  ) {
    var pieces: [(unit: Int, quotation: Quotation)] = []
    for (index, (quotation, candidates)) in scored.enumerated() {
      let covered = units[index].target == nil ? 0 : candidates.first?.features.covered ?? 0
      guard covered < Self.partlyCovered else { continue }
      for range in QuotationPieces.pieces(of: quotation, in: article) {
        var piece = quotation
        (piece.content, piece.marked) = (range, range)
        pieces.append((index, piece))
      }
    }
    guard !pieces.isEmpty else { return }
    let found = score(article, quotations: pieces.map(\.quotation), sharing: view).scored
    for (piece, (_, candidates)) in zip(pieces, found) {
      guard let best = candidates.first,
        best.confidence >= max(Self.leastPiece, minimumConfidence)
      else { continue }
      units[piece.unit].joined.append(
        passage(best, of: piece.quotation, in: article.document))
    }
    for index in units.indices { units[index].settleJoined() }
  }

  /// The sentences of an article that say more than the quotations in them.
  private func sentenceUnits(
    _ article: Bitext.Side, _ quotations: [Quotation]
  ) -> [Bitext.Unit] {
    var marked: [Range<Int>] = []
    for quotation in quotations where quotation.marked.lowerBound >= marked.last?.upperBound ?? 0 {
      marked.append(quotation.marked)
    }
    let sentences = article.segments.filter { segment in
      guard segment.role != .boilerplate else { return false }
      var own = 0
      var all = 0
      Tokenizer(language: article.document.language)
        .forEachToken(in: article.document.bytes, segment.range) { token in
          guard token.kind == .word || token.kind == .number else { return }
          all += 1
          let next = marked.partitioningIndex { $0.upperBound > token.range.lowerBound }
          if next == marked.count || !marked[next].overlaps(token.range) { own += 1 }
        }
      return own >= Self.ownWords && Double(own) >= Self.ownShare * Double(all)
    }
    let traced = sentences.map {
      Quotation(kind: .indirect, content: $0.range, marked: $0.range)
    }
    return score(article, quotations: traced).map { sentence, scored in
      var unit = unit(sentence, scored, in: article.document)
      unit.quotation = nil
      return unit
    }
  }
}

extension Bitext.Unit {
  /// Keeps of the passages of a quotation's pieces, in their order, those that stand in different places,
  /// with the target in the place of the piece it has.
  fileprivate mutating func settleJoined() {
    var kept: [Bitext.Passage] = []
    var rest = target
    for var passage in joined {
      if let known = rest, known.side == passage.side, known.range.overlaps(passage.range) {
        (passage, rest) = (known, nil)
      }
      let isKnown = kept.contains { $0.side == passage.side && $0.range.overlaps(passage.range) }
      if !isKnown { kept.append(passage) }
    }
    if let rest { kept.insert(rest, at: 0) }
    joined = []
    guard kept.count > 1 else { return }
    if target == nil { confidence = kept.reduce(1) { min($0, $1.confidence) } }
    target = kept[0]
    joined = Array(kept.dropFirst())
    alternatives.removeAll { passage in joined.contains { $0.side == passage.side } }
  }
}

extension [Bitext.Unit] {
  /// With other units at their places in the source; ``Quotation/continues`` goes on naming the same
  /// quotation by its place in the list.
  fileprivate func interleaved(with others: [Bitext.Unit]) -> [Bitext.Unit] {
    let all = (enumerated().map { (Int?.some($0), $1) } + others.map { (nil, $0) }).sorted {
      ($0.1.source?.lowerBound ?? 0, $0.0 ?? -1) < ($1.1.source?.lowerBound ?? 0, $1.0 ?? -1)
    }
    var places = [Int](repeating: 0, count: count)
    for (place, (index, _)) in all.enumerated() {
      if let index { places[index] = place }
    }
    return all.map { _, unit in
      var unit = unit
      if let continued = unit.quotation?.continues, places.indices.contains(continued) {
        unit.quotation?.continues = places[continued]
      }
      return unit
    }
  }
}
