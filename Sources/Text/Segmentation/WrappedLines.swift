/// Joins the lines of text that was wrapped at a fixed width.
struct WrappedLines {
  let text: ByteView

  /// A segment that begins its line in lower case, or in a bracket that it doesn't end with, goes on
  /// with the last one of the line right before, unless that one ends in a mark that ends sentences
  /// or begins in lower case itself, as the items of a list do. Linear.
  func join(_ segments: inout [Segment]) {
    var joined: [Segment] = []
    joined.reserveCapacity(segments.count)
    for segment in segments {
      if let last = joined.last, last.paragraph != segment.paragraph,
        !Scalar.isLower(text.scalar(at: last.range.lowerBound)), !isBracketed(segment),
        goesOn(last.range.upperBound..<segment.range.lowerBound)
      {
        joined[joined.count - 1].range = last.range.lowerBound..<segment.range.upperBound
        joined[joined.count - 1].paragraph = segment.paragraph
      } else {
        joined.append(segment)
      }
    }
    segments = joined
  }

  private func isBracketed(_ segment: Segment) -> Bool {
    text[segment.range.lowerBound] == 0x28 && text[segment.range.upperBound - 1] == 0x29
  }

  private func goesOn(_ gap: Range<Int>) -> Bool {
    let next = text.scalar(at: gap.upperBound)
    guard Scalar.isLower(next) || next == 0x28 || StopSign.isTerminator(next),
      text[gap.upperBound + 1] != 0x29
    else { return false }
    var lineEnds = 0
    var previous: UInt8 = 0
    for byte in text.base[gap] {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { lineEnds += 1 }
      previous = byte
    }
    guard lineEnds == 1 else { return false }
    switch text.scalar(before: gap.lowerBound) {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x2026: return false
    default: return true
    }
  }
}
