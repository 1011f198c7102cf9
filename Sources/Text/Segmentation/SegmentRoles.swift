/// Tells headings and what is not part of the story from the body.
struct SegmentRoles {
  let text: ByteView
  let paragraphs: [Range<Int>]
  let furniture: PageFurniture
  /// What markup says of each paragraph; empty when there is none.
  let marked: [Segment.Role?]

  /// Longest heading at the top of a text, and longest one further down, in words.
  private static let titleWords = 25
  private static let subheadWords = 12

  init(text: ByteView, document: Document, language: Language) {
    self.text = text
    paragraphs = document.paragraphs
    marked = document.roles
    furniture = .table(for: language)
  }

  /// Linear in the number of segments and in the length of those that may be headings.
  func assign(to segments: inout [Segment]) {
    for index in segments.indices {
      let marked =
        segments[index].paragraph < marked.count ? marked[segments[index].paragraph] : nil
      if marked == .boilerplate {
        segments[index].role = .boilerplate
      } else if furniture.matches(text, segments[index].range) || goesOn(index, in: segments) {
        segments[index].role = .boilerplate
      } else if let marked {
        segments[index].role = marked
      } else if isAlone(index, in: segments), isHeading(index, in: segments) {
        segments[index].role = .heading
      }
    }
  }

  /// Whatever follows furniture at the start of a paragraph is furniture, too.
  private func goesOn(_ index: Int, in segments: [Segment]) -> Bool {
    guard index > 0, segments[index - 1].role == .boilerplate else { return false }
    let paragraph = segments[index].paragraph
    guard segments[index - 1].paragraph == paragraph else { return false }
    return furniture.matches(text, text.trimmingSpace(paragraphs[paragraph]))
  }

  /// The only segment of its paragraph.
  private func isAlone(_ index: Int, in segments: [Segment]) -> Bool {
    let paragraph = segments[index].paragraph
    return (index == 0 || segments[index - 1].paragraph != paragraph)
      && (index + 1 == segments.count || segments[index + 1].paragraph != paragraph)
  }

  /// The first line, or a short one between paragraphs of prose, without a stop at its end.
  private func isHeading(_ index: Int, in segments: [Segment]) -> Bool {
    let range = segments[index].range
    guard index + 1 < segments.count, !endsLikeProse(range) else { return false }
    if index == 0 { return wordCount(range) <= Self.titleWords }
    return wordCount(range) <= Self.subheadWords
      && Scalar.isUpper(text.scalar(at: range.lowerBound))
      && (segments[index - 1].role != .body || endsLikeProse(segments[index - 1].range))
  }

  private func endsLikeProse(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      switch text.scalar(before: end) {
      case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201D, 0x2019, 0x203A: end = text.offset(before: end)
      case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2026: return true
      default: return false
      }
    }
    return false
  }

  private func wordCount(_ range: Range<Int>) -> Int {
    text.base[range].count { $0 == 0x20 } + 1
  }
}
