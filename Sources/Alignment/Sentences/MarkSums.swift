/// The marks of runs of segments.
struct MarkSums {
  private var sums: [SIMD4<Int32>] = [.zero]
  /// Bytes before each segment, and one for the space between two.
  private var starts: [Int32] = [0]
  private let marks: [SegmentMarks]
  /// Whether paragraphs tell anything: not where most segments are one.
  private let hasParagraphs: Bool

  /// The share of segments that may begin a paragraph.
  private static let mostParagraphs = 0.8

  /// - Parameter sizes: of the segments, in bytes.
  init(_ marks: [SegmentMarks], sizes: [Int]) {
    self.marks = marks
    hasParagraphs =
      Double(marks.count(where: \.beginsParagraph)) < Self.mostParagraphs * Double(marks.count)
    for mark in marks {
      let own = SIMD4<Int32>(
        Int32(mark.sentences), Int32(mark.quotationMarks), Int32(mark.questions), 0)
      sums.append(sums[sums.count - 1] &+ own)
    }
    for size in sizes { starts.append(starts[starts.count - 1] &+ Int32(size) &+ 1) }
  }

  /// How far two spans differ: in sentences, quotation marks and questions.
  func differences(_ s: Range<Int>, _ other: MarkSums, _ t: Range<Int>) -> SIMD4<Float> {
    let own = sums[s.upperBound] &- sums[s.lowerBound]
    let difference = own &- (other.sums[t.upperBound] &- other.sums[t.lowerBound])
    let size = SIMD4<Float>(difference).replacing(
      with: -SIMD4<Float>(difference), where: difference .< 0)
    return pointwiseMin(size, SIMD4(3, 4, 2, 0))
  }

  /// Whether one begins in lower case and the other does not; whether one is finished and the other not.
  func differInBeginning(_ s: Range<Int>, _ other: MarkSums, _ t: Range<Int>) -> Bool {
    marks[s.lowerBound].beginsInLowerCase != other.marks[t.lowerBound].beginsInLowerCase
  }

  func differInEnding(_ s: Range<Int>, _ other: MarkSums, _ t: Range<Int>) -> Bool {
    marks[s.upperBound - 1].isFinished != other.marks[t.upperBound - 1].isFinished
  }

  /// How many borders of paragraphs speak against a bead: those inside it, and one when only one of the
  /// spans begins a paragraph.
  func paragraphBorders(_ s: Range<Int>, _ other: MarkSums, _ t: Range<Int>) -> Float {
    guard hasParagraphs, other.hasParagraphs else { return 0 }
    let inside =
      marks[s].dropFirst().count(where: \.beginsParagraph)
      + other.marks[t].dropFirst().count(where: \.beginsParagraph)
    let differs =
      marks[s.lowerBound].beginsParagraph != other.marks[t.lowerBound].beginsParagraph
    return Float(min(3, inside + (differs ? 1 : 0)))
  }

  // MARK: Borders

  /// What stands on the other side where the segments of a merge meet, on both sides together.
  struct Borders {
    /// A sentence or a segment begins there.
    var atSentences: Float = 0
    /// A comma or its like.
    var atPauses: Float = 0
    var nowhere: Float = 0
  }

  /// How far two places may be apart, as a share of the span.
  private static let tolerance: Float = 0.08

  func borders(_ s: Range<Int>, _ other: MarkSums, _ t: Range<Int>) -> Borders {
    var borders = Borders()
    count(s, other, t, &borders)
    other.count(t, self, s, &borders)
    return borders
  }

  private func count(
    _ s: Range<Int>, _ other: MarkSums, _ t: Range<Int>, _ borders: inout Borders
  ) {
    for border in (s.lowerBound + 1)..<max(s.lowerBound + 1, s.upperBound) {
      let place = share(of: starts[border], in: s)
      if other.hasPlace(near: place, in: t, \.sentenceStarts) || other.hasBorder(near: place, in: t)
      {
        borders.atSentences += 1
      } else if other.hasPlace(near: place, in: t, \.pauses) {
        borders.atPauses += 1
      } else {
        borders.nowhere += 1
      }
    }
  }

  /// Where a byte of a span stands, from 0 to 1.
  private func share(of byte: Int32, in span: Range<Int>) -> Float {
    let start = starts[span.lowerBound]
    return Float(byte &- start) / Float(max(1, starts[span.upperBound] &- start))
  }

  private func hasBorder(near place: Float, in span: Range<Int>) -> Bool {
    ((span.lowerBound + 1)..<max(span.lowerBound + 1, span.upperBound)).contains {
      abs(share(of: starts[$0], in: span) - place) <= Self.tolerance
    }
  }

  private func hasPlace(
    near place: Float, in span: Range<Int>, _ places: KeyPath<SegmentMarks, [Int32]>
  ) -> Bool {
    span.contains { segment in
      marks[segment][keyPath: places].contains {
        abs(share(of: starts[segment] &+ $0, in: span) - place) <= Self.tolerance
      }
    }
  }
}
