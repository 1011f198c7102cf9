import BitestoEmbedding
import BitestoText

/// Encodes the passages of reports, a batch at a time, into ``PassageRows``.
struct PassageRowsBuilder {
  /// Passages that are encoded together: bounds the memory of their float vectors.
  private static let batch = 4_096

  let passages: PassageEncoder
  private(set) var places: [UInt32] = []
  private(set) var starts: [UInt32] = [0]
  private(set) var whole = QuantizedRows()
  private(set) var words = QuantizedRows()
  private(set) var sketches = QuantizedRows()
  private var waiting: [PassageEncoder.Passage] = []

  init(passages: PassageEncoder) {
    self.passages = passages
  }

  /// Adds the sentences and quotations of a report.
  mutating func add(_ report: Report) {
    let candidates = CandidateFinder(report: report, index: 0).sentencesAndQuotations()
    for candidate in candidates {
      places += PassageRows.place(candidate)
      waiting.append((report.document, candidate.range))
    }
    starts.append(UInt32(places.count / PassageRows.placeWidth))
    if waiting.count >= Self.batch { encode() }
  }

  /// Adds rows that another pool has.
  mutating func add(_ rows: Range<Int>, of other: PassageRows) {
    encode()
    let width = PassageRows.placeWidth
    places += other.places[(rows.lowerBound * width)..<(rows.upperBound * width)]
    starts.append(UInt32(places.count / width))
    whole.add(other.whole, rows)
    words.add(other.words, rows)
    sketches.add(other.sketches, rows)
  }

  /// Hands over the bytes of the sentence vectors that are there, and forgets them.
  mutating func takeWhole() -> [Int8] {
    defer { whole.values.removeAll(keepingCapacity: true) }
    return whole.values
  }

  /// Encodes what waits for its batch.
  mutating func encode() {
    // A report can be longer than a batch.
    for first in stride(from: 0, to: waiting.count, by: Self.batch) {
      let (whole, words) = passages.tables(
        of: Array(waiting[first..<min(waiting.count, first + Self.batch)]))
      let rows = 0..<whole.count
      self.whole.add(whole, rows)
      self.words.add(words, rows)
      sketches.add(passages.encoder.sketch.sketches(whole: whole, words: words), rows)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// The rows of all reports; the builder must have kept their sentence vectors.
  consuming func finished() -> PassageRows {
    encode()
    return PassageRows(
      places: MappedArray(places), starts: MappedArray(starts),
      whole: whole.table(width: Encoder.width), words: words.table(width: WordTable.width),
      sketches: sketches.table(width: passages.encoder.sketch.width))
  }
}
