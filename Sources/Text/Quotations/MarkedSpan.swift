/// A stretch of one paragraph between quotation marks, or after a dash that opens speech.
struct MarkedSpan: Equatable {
  /// With its marks; a piece of a longer quotation may lack one.
  var marked: Range<Int>
  /// Without marks and the white space inside them.
  var content: Range<Int>
  var paragraph: Int
  var family: QuotationMark.Family
  /// The quotation goes on from the paragraph before.
  var isContinuation: Bool
  /// Goes on after an attribution that stands inside the marks or between dashes.
  var isInterrupted = false
  /// Stands inside another marked span.
  var isNested = false

  /// All marked spans of a document in the order of their starts. Linear.
  ///
  /// Marks are paired inside their paragraph only, so one that is never closed costs itself and
  /// nothing else; when a colon announces it, its words are those up to the paragraph's end. A quotation runs over paragraphs when the next one opens it again (the habit of
  /// print) or when the first mark of the next one closes it; each paragraph is a span then.
  static func spans(in document: Document) -> [MarkedSpan] {
    var spans: [MarkedSpan] = []
    var unclosed: QuotationMark?
    var unclosedIsContinuation = false
    for (number, paragraph) in document.paragraphs.enumerated() {
      let marks = QuotationMark.marks(
        in: document.bytes, paragraph, language: document.language)
      var pairing = MarkPairing(
        bytes: document.bytes, paragraph: paragraph, number: number, marks: marks)
      pairing.run(after: unclosed)
      if let unclosed, var piece = pairing.continuedPiece(of: unclosed, in: document) {
        piece.isContinuation = unclosedIsContinuation
        spans.append(piece)
      } else if let unclosed {
        spans += MarkPairing.announcedSpan(from: unclosed, in: document, paragraph: number - 1)
      }
      spans += pairing.spans.sorted { $0.marked.lowerBound < $1.marked.lowerBound }
      unclosed = pairing.unclosed
      unclosedIsContinuation = pairing.unclosedIsContinuation
    }
    if let unclosed {
      spans += MarkPairing.announcedSpan(
        from: unclosed, in: document, paragraph: document.paragraphs.count - 1)
    }
    return markingNested(spans.sorted { $0.marked.lowerBound < $1.marked.lowerBound })
  }

  static func markingNested(_ spans: [MarkedSpan]) -> [MarkedSpan] {
    var spans = spans
    var end = 0
    for index in spans.indices {
      spans[index].isNested = spans[index].marked.upperBound <= end
      end = max(end, spans[index].marked.upperBound)
    }
    return spans
  }
}

/// Pairs the marks of one paragraph with a stack.
struct MarkPairing {
  let bytes: [UInt8]
  let paragraph: Range<Int>
  let number: Int
  let marks: [QuotationMark]
  private(set) var spans: [MarkedSpan] = []
  private var open: [QuotationMark] = []
  private var openCount = [Int](repeating: 0, count: QuotationMark.Family.allCases.count)
  private var continuesPrevious = false

  init(bytes: [UInt8], paragraph: Range<Int>, number: Int, marks: [QuotationMark]) {
    self.bytes = bytes
    self.paragraph = paragraph
    self.number = number
    self.marks = marks
  }

  /// The mark left open at the end that a quotation over several paragraphs would start from.
  var unclosed: QuotationMark? {
    open.last { $0.family != .single }
  }

  /// Whether that mark itself goes on with a quotation of the paragraph before.
  var unclosedIsContinuation: Bool {
    continuesPrevious && unclosed.map(isFirstInParagraph) ?? false
  }

  mutating func run(after previous: QuotationMark?) {
    let closers = closersAhead()
    for (index, mark) in marks.enumerated() {
      let isOpen = openCount[mark.family.rawValue] > 0
      if index == 0, let previous, previous.family == mark.family {
        if isFirstInParagraph(mark), mark.looksOpening || mark.lean == .closing {
          continuesPrevious = true
          push(mark)
          continue
        }
        if mark.looksClosing, mark.lean != .opening, !mark.isDoubtfulClosing {
          continuesPrevious = true
          append(from: paragraph.lowerBound..<paragraph.lowerBound, to: mark, continuing: true)
          continue
        }
      }
      if mark.isDoubtfulClosing, !isOpen || closers[index] { continue }
      switch role(of: mark, isOpen: isOpen) {
      case .opening: push(mark)
      case .closing: close(with: mark)
      case .neutral: break
      }
    }
    shareClosingMark()
  }

  /// A quotation inside a quotation of the same marks often ends with one mark for both
  /// (diceva "Questo è l'inizio"): the outer one closes there, too. When a sentence ended before
  /// the inner mark, or the paragraph goes on after it, the outer one was forgotten instead.
  private mutating func shareClosingMark() {
    guard let outer = open.last, outer.family == .double, let last = spans.last,
      last.family == .double, last.marked.lowerBound > outer.range.upperBound,
      !spans.dropLast().contains(where: { $0.marked.lowerBound > outer.range.lowerBound })
    else { return }
    var index = last.marked.lowerBound
    while index > outer.range.upperBound, Scalar.isSpace(bytes.scalar(before: index)) {
      index = bytes.offset(before: index)
    }
    guard Scalar.isLetter(bytes.scalar(before: index)),
      !bytes[last.marked.upperBound..<paragraph.upperBound].contains(where: {
        Scalar.isWordPart(UInt32($0))
      })
    else { return }
    open.removeLast()
    openCount[outer.family.rawValue] -= 1
    spans[spans.count - 1].marked = outer.range.lowerBound..<last.marked.upperBound
    spans[spans.count - 1].content = bytes.trimmingSpace(
      outer.range.upperBound..<last.content.upperBound)
  }

  /// The part of a quotation that stands in the paragraph before, when this one goes on with it.
  func continuedPiece(of mark: QuotationMark, in document: Document) -> MarkedSpan? {
    guard continuesPrevious, number > 0 else { return nil }
    let end = bytes.trimmingSpace(document.paragraphs[number - 1]).upperBound
    let content = bytes.trimmingSpace(mark.range.upperBound..<max(end, mark.range.upperBound))
    guard !content.isEmpty else { return nil }
    return MarkedSpan(
      marked: mark.range.lowerBound..<end, content: content, paragraph: number - 1,
      family: mark.family, isContinuation: false)
  }

  /// From an opening mark that a colon announces to the end of its paragraph.
  static func announcedSpan(
    from mark: QuotationMark, in document: Document, paragraph: Int
  ) -> [MarkedSpan] {
    let bytes = document.bytes
    let range = document.paragraphs[paragraph]
    let lead = bytes.trimmingSpace(range.lowerBound..<mark.range.lowerBound)
    guard mark.lean == .opening, bytes.scalar(before: lead.upperBound) == 0x3A else { return [] }
    let content = bytes.trimmingSpace(mark.range.upperBound..<range.upperBound)
    guard !content.isEmpty else { return [] }
    return [
      MarkedSpan(
        marked: mark.range.lowerBound..<content.upperBound, content: content, paragraph: paragraph,
        family: mark.family, isContinuation: false)
    ]
  }

  private func isFirstInParagraph(_ mark: QuotationMark) -> Bool {
    bytes.trimmingSpace(paragraph).lowerBound == mark.range.lowerBound
  }

  /// What a mark does; neutral when it does nothing.
  private func role(of mark: QuotationMark, isOpen: Bool) -> QuotationMark.Lean {
    if mark.family == .single {
      if isOpen, mark.looksClosing { return .closing }
      return mark.looksOpening ? .opening : .neutral
    }
    switch mark.lean {
    case .opening:
      return mark.looksClosing && !mark.looksOpening && isOpen ? .closing : .opening
    case .closing:
      if isOpen { return .closing }
      return mark.looksOpening && mark.family == .double ? .opening : .neutral
    case .neutral:
      if mark.looksOpening { return .opening }
      if mark.looksClosing { return isOpen ? .closing : .neutral }
      return isOpen ? .closing : .opening
    }
  }

  /// For each mark, whether a sure closing mark of its family follows before one that opens.
  private func closersAhead() -> [Bool] {
    var ahead = [Bool](repeating: false, count: QuotationMark.Family.allCases.count)
    var result = [Bool](repeating: false, count: marks.count)
    for index in marks.indices.reversed() {
      let mark = marks[index]
      result[index] = ahead[mark.family.rawValue]
      if mark.looksOpening {
        ahead[mark.family.rawValue] = false
      } else if mark.looksClosing, !mark.isDoubtfulClosing {
        ahead[mark.family.rawValue] = true
      }
    }
    return result
  }

  private mutating func push(_ mark: QuotationMark) {
    open.append(mark)
    openCount[mark.family.rawValue] += 1
  }

  /// Closes the innermost open mark of the family; marks opened after it were none.
  private mutating func close(with mark: QuotationMark) {
    while let last = open.popLast() {
      openCount[last.family.rawValue] -= 1
      guard last.family == mark.family else { continue }
      let isContinuation = continuesPrevious && isFirstInParagraph(last)
      append(from: last.range, to: mark, continuing: isContinuation)
      return
    }
  }

  private mutating func append(
    from opening: Range<Int>, to mark: QuotationMark, continuing: Bool
  ) {
    let content = bytes.trimmingSpace(opening.upperBound..<mark.range.lowerBound)
    guard !content.isEmpty else { return }
    spans.append(
      MarkedSpan(
        marked: opening.lowerBound..<mark.range.upperBound, content: content, paragraph: number,
        family: mark.family, isContinuation: continuing))
  }
}
