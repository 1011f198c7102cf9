import BitestoEmbedding
import BitestoText

/// Encodes the passages of reports, a batch at a time, into ``PassageRows``.
struct PassageRowsBuilder {
  /// Passages that are encoded together: bounds the memory of their float vectors.
  private static let batch = 4_096

  let passages: PassageEncoder
  private(set) var places: [UInt32] = []
  private(set) var starts: [UInt32] = [0]
  /// Of every row the sentence vector, then the word sum.
  private(set) var values: [Int8] = []
  private(set) var scales: [Float] = []
  private(set) var sketchValues: [Int8] = []
  private(set) var sketchScales: [Float] = []
  private var waiting: [(document: Document, range: Range<Int>)] = []

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
    func part(_ width: Int) -> Range<Int> { (rows.lowerBound * width)..<(rows.upperBound * width) }
    places += other.places[part(PassageRows.placeWidth)]
    values += other.values[part(2 * Encoder.width)]
    scales += other.scales[part(2)]
    sketchValues += other.sketchValues[part(other.sketches.width)]
    sketchScales += other.sketchScales[part(1)]
    starts.append(UInt32(places.count / PassageRows.placeWidth))
  }

  /// Hands over the values of the rows that are encoded, and forgets them.
  mutating func takeValues() -> [Int8] {
    defer { values.removeAll(keepingCapacity: true) }
    return values
  }

  /// Encodes what waits for its batch.
  mutating func encode() {
    // A report can be longer than a batch.
    for first in stride(from: 0, to: waiting.count, by: Self.batch) {
      encode(waiting[first..<min(waiting.count, first + Self.batch)])
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func encode(_ some: ArraySlice<(document: Document, range: Range<Int>)>) {
    let (whole, words) = passages.tables(of: Array(some))
    let sketches = passages.encoder.sketch.sketches(whole: whole, words: words)
    for row in 0..<whole.count {
      for table in [whole, words] {
        let (bytes, scale) = table.bytes(of: row)
        values += bytes
        scales.append(scale)
      }
      let (bytes, scale) = sketches.bytes(of: row)
      sketchValues += bytes
      sketchScales.append(scale)
    }
  }

  /// The rows of all reports; the builder must have kept their values.
  consuming func finished() -> PassageRows {
    encode()
    return PassageRows(
      places: MappedArray(places), starts: MappedArray(starts), values: MappedArray(values),
      scales: MappedArray(scales), sketchValues: MappedArray(sketchValues),
      sketchScales: MappedArray(sketchScales), sketchWidth: passages.encoder.sketch.width)
  }
}
