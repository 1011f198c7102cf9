import BitestoEmbedding
import BitestoText

/// What the aligner knows of the segments of one text.
struct SentenceSide {
  let language: Language
  let words: SentenceWords
  /// Sums of lengths in code points: segments a..<b have `lengths[b] - lengths[a]`.
  let lengths: [Int]
  /// Sorted evidence of each segment.
  let keys: [[SurfaceEvidence.Key]]
  let marks: MarkSums
  /// Segments without a word, a number or a sign, which stand in no bead.
  private(set) var isBlank: [Bool]

  var count: Int { isBlank.count }

  init(_ text: ReadText) {
    let (side, reader) = (text.side, text.reader)
    let bytes = side.document.bytes
    language = side.document.language
    words = SentenceWords(text)
    var lengths = [0]
    for segment in side.segments {
      let length = bytes[segment.range].codePointCount
      lengths.append(lengths[lengths.count - 1] + length)
    }
    self.lengths = lengths
    keys = reader.keys
    marks = MarkSums(reader.marks, sizes: side.segments.map(\.range.count))
    isBlank = side.segments.map { bytes.trimmingSpaceIsEmpty($0.range) }
  }

  /// Lets segments stand in no bead.
  mutating func leaveAlone(_ segments: Range<Int>) {
    for index in segments.clamped(to: isBlank.indices) { isBlank[index] = true }
  }

  func length(_ range: Range<Int>) -> Int {
    lengths[range.upperBound] - lengths[range.lowerBound]
  }
}

extension [UInt8] {
  /// Whether nothing but ASCII white space stands in a range.
  fileprivate func trimmingSpaceIsEmpty(_ range: Range<Int>) -> Bool {
    self[range].allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
  }
}
