import BitestoEmbedding

/// The alignments of some pairs of texts, found block by block on several threads.
struct BlockAlignment {
  private let texts: [TextPair]
  private let threads: Int
  /// By pair.
  private(set) var beads: [[BeadSearch.Bead]]

  /// A part of one pair to be looked at with sentence vectors.
  private struct Task {
    var pair: Int
    var part: Doubts.Part
  }

  /// Sentences whose vectors are in memory at a time, about.
  private static let batchSentences = 8_192

  init(texts: [TextPair], threads: Int) {
    self.texts = texts
    self.threads = threads
    beads = [[BeadSearch.Bead]](repeating: [], count: texts.count)
  }

  /// Aligns without sentence vectors.
  ///
  /// - Parameter progress: told the number of segments that are done.
  mutating func search(_ progress: (Int) -> Void) {
    let tasks = texts.indices.flatMap { pair in texts[pair].blocks.map { (pair, $0) } }
    var done = 0
    // A few at a time, to tell of progress.
    let step = 256
    for first in stride(from: 0, to: tasks.count, by: step) {
      let slice = tasks[first..<min(first + step, tasks.count)]
      let found = concurrently(slice.count, threads: threads) { [texts] number in
        let (pair, block) = slice[first + number]
        return texts[pair].beads(block, context: nil)
      }
      for ((pair, block), found) in zip(slice, found) {
        beads[pair] += found
        done += block.source.count + block.target.count
      }
      progress(done)
    }
  }

  /// Aligns with sentence vectors.
  mutating func searchWithSentences(
    vectors: any TextVectors, _ pairs: [(source: Bitext.Side, target: Bitext.Side)],
    _ progress: (Int) -> Void
  ) {
    let tasks = texts.indices.flatMap { pair in
      texts[pair].blocks.map { Task(pair: pair, part: Doubts.Part(beads: 0..<0, block: $0)) }
    }
    run(tasks, vectors, pairs, progress)
  }

  /// Aligns again, with sentence vectors, what is in doubt.
  mutating func lookCloser(
    vectors: any TextVectors, _ pairs: [(source: Bitext.Side, target: Bitext.Side)],
    _ progress: (Int) -> Void
  ) {
    let tasks = texts.indices.flatMap { pair in
      Doubts.parts(of: beads[pair]).map { Task(pair: pair, part: $0) }
    }
    run(tasks, vectors, pairs, progress)
  }

  private mutating func run(
    _ tasks: [Task], _ vectors: any TextVectors,
    _ pairs: [(source: Bitext.Side, target: Bitext.Side)], _ progress: (Int) -> Void
  ) {
    var replacements = [[(beads: Range<Int>, found: [BeadSearch.Bead])]](
      repeating: [], count: texts.count)
    var done = 0
    var next = 0
    while next < tasks.count {
      let first = next
      var size = 0
      while next < tasks.count, size < Self.batchSentences {
        size += tasks[next].part.block.source.count + tasks[next].part.block.target.count
        next += 1
      }
      let batch = tasks[first..<next]
      let context = context(of: batch, vectors, pairs)
      let found = concurrently(batch.count, threads: threads) { [texts] number in
        let task = batch[first + number]
        return texts[task.pair].beads(task.part.block, context: context[task.pair])
      }
      for (task, found) in zip(batch, found) {
        replacements[task.pair].append((task.part.beads, found))
      }
      done += size
      progress(done)
    }
    for pair in texts.indices where !replacements[pair].isEmpty {
      beads[pair] = Doubts.replacing(replacements[pair], in: beads[pair])
    }
  }

  /// The sentence vectors of all segments in a batch, by pair.
  private func context(
    of batch: ArraySlice<Task>, _ vectors: any TextVectors,
    _ pairs: [(source: Bitext.Side, target: Bitext.Side)]
  ) -> [Int: (source: SentenceVectors, target: SentenceVectors)] {
    var segments: [Int: (source: [Int], target: [Int])] = [:]
    for task in batch {
      segments[task.pair, default: ([], [])].source += task.part.block.source
      segments[task.pair, default: ([], [])].target += task.part.block.target
    }
    let order = segments.keys.sorted()
    let sentences = order.flatMap { pair in
      (segments[pair]?.source ?? []).map { pairs[pair].source.text($0) }
        + (segments[pair]?.target ?? []).map { pairs[pair].target.text($0) }
    }
    let table = vectors.vectors(of: sentences)
    var context: [Int: (source: SentenceVectors, target: SentenceVectors)] = [:]
    var row = 0
    for pair in order {
      guard let own = segments[pair] else { continue }
      let (middle, end) = (row + own.source.count, row + own.source.count + own.target.count)
      context[pair] = (
        SentenceVectors(
          table.selecting(row..<middle), segments: own.source, count: texts[pair].source.count),
        SentenceVectors(
          table.selecting(middle..<end), segments: own.target, count: texts[pair].target.count)
      )
      row = end
    }
    return context
  }
}

extension Bitext.Side {
  fileprivate func text(_ segment: Int) -> String { document.text(segments[segment].range) }
}
