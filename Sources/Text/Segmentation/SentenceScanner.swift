/// Decides about stops: by rules and a model, or, in training, by what is known.
protocol StopJudge {
  mutating func endsSentence(_ stop: Stop, _ verdict: Verdict) -> Bool
}

/// Follows the rules, and the model where they leave it open.
struct ModelJudge: StopJudge {
  let model: SentenceModel?

  @inline(__always)
  func endsSentence(_ stop: Stop, _ verdict: Verdict) -> Bool {
    guard !verdict.isSure, let model else { return verdict.endsSentence }
    return model.endsSentence(stop, verdict)
  }
}

/// Finds where sentences end in a paragraph, stopping only at bytes that ``ByteClass`` names.
struct SentenceScanner<Judge: StopJudge> {
  let text: ByteView
  let reader: StopReader
  let rules: SentenceRules
  let policies: SentencePolicies
  var judge: Judge
  private let classes = ByteClass.table

  init(
    text: ByteView, language: Language, policies: SentencePolicies,
    abbreviations: Abbreviations, judge: Judge
  ) {
    self.text = text
    self.policies = policies
    self.judge = judge
    reader = StopReader(
      text: text, abbreviations: abbreviations, starters: SentenceStarters.hashes(for: language))
    rules = SentenceRules(text: text, abbreviationsEndInConsonants: language != .english)
  }

  /// What the scanner remembers inside a paragraph.
  private struct State {
    var start: Int
    let limit: Int
    var openQuotations = 0
    var straightIsOpen = false
    var brackets = 0
    var list: ListMarker?
  }

  /// Appends the offsets after the last character of each sentence but the last; closing marks
  /// belong to the sentence before. Linear.
  mutating func appendEnds(in paragraph: Range<Int>, to ends: inout [Int]) {
    classes.withUnsafeBufferPointer { classes in
      var state = State(
        start: text.trimmingSpace(paragraph).lowerBound, limit: paragraph.upperBound)
      state.list = ListMarker(text, at: state.start, limit: state.limit)
      var index = state.start
      while index < paragraph.upperBound {
        let kind = classes[Int(text[index])]
        if kind == 0 {
          index += 1
          continue
        }
        index = visit(index, ByteClass(rawValue: kind) ?? .plain, &state, &ends)
      }
    }
  }

  /// Deals with one byte of interest; gives the offset to go on from.
  private mutating func visit(
    _ index: Int, _ kind: ByteClass, _ state: inout State, _ ends: inout [Int]
  ) -> Int {
    switch kind {
    case .plain: return index + 1
    case .terminator:
      if text[index] == 0x2E, let end = listEnd(at: index, state) {
        close(at: end, &state, &ends)
        return index + 1
      }
      return visitStop(index, &state, &ends)
    case .openingBracket: state.brackets += 1
    case .closingBracket:
      if let end = listEnd(at: index, state) { close(at: end, &state, &ends) }
      state.brackets = max(0, state.brackets - 1)
    case .straightQuote:
      state.straightIsOpen.toggle()
      if !state.straightIsOpen { closeAtInterruption(index, &state, &ends) }
    case .latinSignLead:
      if text[index + 1] == 0xAB { state.openQuotations += 1 }
      if text[index + 1] == 0xBB { state.openQuotations = max(0, state.openQuotations - 1) }
      return index + 2
    case .punctuationLead, .wideStopLead: return visitWide(index, &state, &ends)
    case .colon:
      if policies.breaksAtColon { closeAtMark(index, &state, &ends) }
    case .semicolon:
      if policies.breaksAtSemicolon { closeAtMark(index, &state, &ends) }
    }
    return index + 1
  }

  private mutating func visitWide(
    _ index: Int, _ state: inout State, _ ends: inout [Int]
  ) -> Int {
    let value = text.scalar(at: index)
    let next = text.offset(after: index)
    if StopSign.isTerminator(value) { return visitStop(index, &state, &ends) }
    switch value {
    case 0x201C, 0x201E: state.openQuotations += 1
    case 0x201D:
      state.openQuotations = max(0, state.openQuotations - 1)
      closeAtInterruption(index, &state, &ends)
    default:
      if StopSign.isBullet(value), state.list?.bullet == value, text[index - 1] == 0x20 {
        close(at: index, &state, &ends)
      }
    }
    return next
  }

  private mutating func visitStop(
    _ first: Int, _ state: inout State, _ ends: inout [Int]
  ) -> Int {
    let last = reader.terminatorsEnd(from: first, limit: state.limit)
    var stop = Stop(
      start: state.start, terminators: first..<last, end: last, limit: state.limit)
    stop.isInQuotation = state.straightIsOpen || state.openQuotations > 0
    stop.isInBrackets = state.brackets > 0
    reader.readClosers(&stop)
    guard endsSentence(&stop) else { return last }
    for index in last..<stop.end {
      switch text[index] {
      case 0x22: state.straightIsOpen.toggle()
      case 0x29, 0x5D: state.brackets = max(0, state.brackets - 1)
      case 0xBB where text[index - 1] == 0xC2:
        state.openQuotations = max(0, state.openQuotations - 1)
      case 0x9D where text[index - 1] == 0x80:
        state.openQuotations = max(0, state.openQuotations - 1)
      default: break
      }
    }
    close(at: stop.end, &state, &ends)
    return max(stop.end, last)
  }

  private mutating func endsSentence(_ stop: inout Stop) -> Bool {
    guard stop.end < stop.limit else { return false }
    let first = stop.terminators.lowerBound
    if StopSign.isWide(text.scalar(at: first)) { return true }
    if !Scalar.isSpace(text.scalar(at: stop.end)) {
      guard isGlued(stop) else { return false }
      stop.isGlued = true
    }
    guard reader.readNext(&stop) else { return false }
    stop.sort = sort(stop.terminators)
    stop.startsLower = Scalar.isLower(text.scalar(at: stop.start))
    reader.readWord(&stop)
    return judge.endsSentence(stop, rules.verdict(on: stop))
  }

  /// Two sentences with no space between them (fine.The): a small letter, a mark, a capitalized
  /// word or, after a question, any word, and no further mark in the token, so that addresses and
  /// file names stay whole.
  private func isGlued(_ stop: Stop) -> Bool {
    guard isWordEnd(text.scalar(before: stop.terminators.lowerBound)) else { return false }
    let first = text.scalar(at: stop.end)
    let second = text.scalar(at: text.offset(after: stop.end))
    let isQuestion = text[stop.terminators.upperBound - 1] == 0x3F && stop.closers == .none
    guard Scalar.isUpper(first) || (isQuestion && Scalar.isLower(first)),
      Scalar.isLower(second) || second == 0x20
    else { return false }
    var index = stop.terminators.lowerBound
    while index > stop.start, text[index - 1] > 0x20 {
      index -= 1
      if stop.end - index > 30 || isAddressByte(text[index]) { return false }
    }
    guard stop.terminators.lowerBound - index >= 2 else { return false }
    index = stop.end
    while index < stop.limit, text[index] > 0x20 {
      if isAddressByte(text[index]), text[index + 1] > 0x20 { return false }
      index += 1
      if index - stop.end > 30 { return false }
    }
    return true
  }

  private func isWordEnd(_ value: UInt32) -> Bool {
    Scalar.isLower(value) || Scalar.isDigit(value)
  }

  private func isAddressByte(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2F || byte == 0x40 || byte == 0x5F
  }

  private func sort(_ range: Range<Int>) -> Stop.Terminators {
    if range.count == 1 {
      switch text[range.lowerBound] {
      case 0x21: return .exclamation
      case 0x3F: return .question
      default: return .stop
      }
    }
    var (stops, questions, exclamations, spaces) = (0, 0, 0, 0)
    for index in range {
      switch text[index] {
      case 0x2E: stops += 1
      case 0x3F: questions += 1
      case 0x21: exclamations += 1
      case 0x20: spaces += 1
      default: break
      }
    }
    switch (stops, questions, exclamations) {
    case (1..., 0, 0): return spaces > 0 ? .spacedDots : .dots
    case (0, 1..., 0): return .question
    case (0, 0, 1...): return .exclamation
    case (0, 0, 0): return .ellipsis
    default: return .mixed
    }
  }

  /// Before the marker at `index`, when it goes on with the list that the sentence begins.
  private func listEnd(at index: Int, _ state: State) -> Int? {
    guard let list = state.list, let start = list.startOfNext(text, endingAt: index),
      start > state.start
    else { return nil }
    return start
  }

  /// Speech that breaks off (“If you please—” The Rabbit started) ends a sentence before a word that
  /// can only begin one.
  private mutating func closeAtInterruption(
    _ index: Int, _ state: inout State, _ ends: inout [Int]
  ) {
    let end = text.offset(after: index)
    guard end < state.limit, text[end] == 0x20, Scalar.isDash(text.scalar(before: index)),
      Scalar.isUpper(text.scalar(at: end + 1))
    else { return }
    var stop = Stop(start: state.start, terminators: index..<index, end: end, limit: state.limit)
    guard reader.readNext(&stop), stop.nextIsStarter, stop.next.length > 1 else { return }
    close(at: end, &state, &ends)
  }

  private mutating func closeAtMark(_ index: Int, _ state: inout State, _ ends: inout [Int]) {
    guard index + 1 < state.limit, Scalar.isSpace(text.scalar(at: index + 1)) else { return }
    close(at: index + 1, &state, &ends)
  }

  private mutating func close(at end: Int, _ state: inout State, _ ends: inout [Int]) {
    ends.append(end)
    var start = end
    while start < state.limit, Scalar.isSpace(text.scalar(at: start)) {
      start = text.offset(after: start)
    }
    state.start = start
    if let marker = ListMarker(text, at: start, limit: state.limit) { state.list = marker }
  }
}

/// What a user may ask of the scanner.
struct SentencePolicies: Sendable, Hashable {
  var breaksAtColon = false
  var breaksAtSemicolon = false
}
