/// What the punctuation of a segment tells about its place: translations begin and end alike, hold as
/// many sentences, and ask as many questions.
struct SegmentMarks {
  /// Sentences in the segment, an unfinished one at the end left out.
  var sentences: Int = 0
  var quotationMarks: Int = 0
  /// Question and exclamation marks.
  var questions: Int = 0
  var beginsInLowerCase = false
  /// Whether it ends as sentences do (closing marks may follow).
  var isFinished = false

  /// Linear in the range.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { read($0, range) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var hasBegun = false
    /// Letters and digits in a row, up to here.
    var run = 0
    /// Behind a stop, with nothing but closing marks and spaces since.
    var stop: (run: Int, isSure: Bool, hasSpace: Bool)?
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      var length = 1
      switch byte {
      case 0x2E, 0x21, 0x3F:
        if byte != 0x2E { questions += 1 }
        stop = (run, byte != 0x2E, false)
        run = 0
      case 0x20, 0x09, 0x0A, 0x0D:
        stop?.hasSpace = true
        run = 0
      case 0x22:
        quotationMarks += 1
        run = 0
      case 0x27, 0x28, 0x29, 0x5D:
        run = 0
      case 0xC2 where index + 1 < range.upperBound && [0xAB, 0xBB].contains(bytes[index + 1]):
        quotationMarks += 1
        length = 2
      case 0xE2 where index + 2 < range.upperBound && bytes[index + 1] == 0x80:
        length = 3
        switch bytes[index + 2] {
        case 0x9C...0x9F: quotationMarks += 1
        case 0xA6:
          stop = (run, false, false)
          run = 0
        case 0x98, 0x99: break
        default: stop = nil
        }
      default:
        let isLower = byte >= 0x61 && byte <= 0x7A
        let isLetter = isLower || (byte >= 0x41 && byte <= 0x5A) || byte >= 0xC3
        let isWord = isLetter || byte >= 0x80 || (byte >= 0x30 && byte <= 0x39)
        if isWord {
          if let before = stop, before.hasSpace, !isLower, before.isSure || before.run > 2 {
            sentences += 1
          }
          if !hasBegun { beginsInLowerCase = isLower }
          hasBegun = true
          run += 1
        } else {
          run = 0
        }
        stop = nil
      }
      index += length
    }
    isFinished = stop != nil
    if isFinished { sentences += 1 }
  }
}

/// The marks of a run of segments.
struct MarkSums {
  private var sums: [SIMD4<Int32>] = [.zero]
  private let marks: [SegmentMarks]

  init(_ marks: [SegmentMarks]) {
    self.marks = marks
    for mark in marks {
      let own = SIMD4<Int32>(
        Int32(mark.sentences), Int32(mark.quotationMarks), Int32(mark.questions), 0)
      sums.append(sums[sums.count - 1] &+ own)
    }
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
}
