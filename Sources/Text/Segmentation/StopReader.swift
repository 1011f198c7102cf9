/// Reads what stands around a run of terminators.
struct StopReader {
  let text: ByteView
  let abbreviations: Abbreviations
  let starters: WordTable

  /// The longest word looked at, in bytes.
  private static let longestWord = 40
  /// Part of "n°".
  private static let degreeSign: UInt32 = 0xB0

  /// The end of a run of terminators; a spaced ellipsis (". . .") is one run.
  func terminatorsEnd(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      if StopSign.isTerminator(text.scalar(at: end)) {
        end = text.offset(after: end)
      } else if text[end] == 0x20, end + 1 < limit, text[end + 1] == 0x2E || text[end + 1] == 0xE2,
        StopSign.isTerminator(text.scalar(at: end + 1)), !Scalar.isWordPart(UInt32(text[end + 2]))
      {
        end += 1
      } else {
        return end
      }
    }
    return end
  }

  /// Finds the closing marks after the terminators: those that follow at once, or after one space
  /// when they can only close (» after the space that French typography puts there).
  func readClosers(_ stop: inout Stop) {
    var end = stop.terminators.upperBound
    let limit = stop.limit
    while end < limit {
      let value = text.scalar(at: end)
      let next = text.offset(after: end)
      if StopSign.isCloser(value) {
        stop.add(closer: value)
        end = next
      } else if Scalar.isSpace(value), next < limit, closesAfterSpace(text.scalar(at: next), stop),
        isSpaceOrEnd(text.offset(after: next), limit)
      {
        stop.add(closer: text.scalar(at: next))
        end = text.offset(after: next)
      } else if let note = noteEnd(from: end, limit: limit), isSpaceOrEnd(note, limit) {
        stop.closers = .square
        end = note
      } else if let note = glued(noteFrom: end, stop) {
        end = note
      } else if value == 0x201C || value == 0x2018, isSpaceOrEnd(next, limit) {
        stop.add(closer: value)
        end = next
      } else {
        break
      }
    }
    stop.end = end
  }

  private func closesAfterSpace(_ value: UInt32, _ stop: Stop) -> Bool {
    switch value {
    case 0x22: stop.isInQuotation
    case 0x29: stop.isInBrackets
    case 0x27: true
    default: StopSign.isSureCloser(value)
    }
  }

  /// The end of note numbers in brackets ("[12]"), with or without a space before them.
  private func noteEnd(from start: Int, limit: Int) -> Int? {
    var end = start
    if end < limit, text[end] == 0x20 { end += 1 }
    guard end < limit, text[end] == 0x5B else { return nil }
    while end < limit, text[end] == 0x5B {
      let digits = end + 1
      end = digits
      while end < limit, end - digits < 4, Scalar.isDigit(UInt32(text[end])) { end += 1 }
      guard end > digits, end < limit, text[end] == 0x5D else { return nil }
      end += 1
    }
    return end
  }

  /// The end of note numbers set right after the stop (a consultation.11 12 Take …), which a capital
  /// letter must follow.
  private func glued(noteFrom start: Int, _ stop: Stop) -> Int? {
    guard Scalar.isDigit(UInt32(text[start])) else { return nil }
    let before = stop.terminators.lowerBound
    let isAfterWord =
      (before - 4..<before).allSatisfy { Scalar.isLower(UInt32(text[$0])) || text[$0] >= 0x80 }
    guard isAfterWord || text[before - 1] == 0x29 else { return nil }
    var end = start
    while end < stop.limit, end - start < 12 {
      let digits = end
      while end < stop.limit, Scalar.isDigit(UInt32(text[end])) { end += 1 }
      guard end > digits, end - digits < 4, text[end] == 0x20 else { return nil }
      if Scalar.isUpper(text.scalar(at: end + 1)) { return end }
      end += 1
    }
    return nil
  }

  private func isSpaceOrEnd(_ offset: Int, _ limit: Int) -> Bool {
    offset >= limit || Scalar.isSpace(text.scalar(at: offset))
  }

  /// Reads the word before the terminators and says what it is.
  func readWord(_ stop: inout Stop) {
    let range = wordRange(before: stop.terminators.lowerBound, from: stop.start)
    stop.word = Word(text, range)
    var before = range.lowerBound
    while before > stop.start, text[before - 1] == 0x20 { before -= 1 }
    stop.isFirstWord = before == stop.start || isBullet(stop.start..<before)
    stop.before = initialOfToken(endingAt: before, from: stop.start)
    stop.markBefore = before > stop.start ? text[before - 1] : 0
    readKind(&stop)
  }

  private func isBullet(_ range: Range<Int>) -> Bool {
    text.offset(after: range.lowerBound) == range.upperBound
      && StopSign.isBullet(text.scalar(at: range.lowerBound))
  }

  private func readKind(_ stop: inout Stop) {
    let word = stop.word
    guard word.length > 0 else { return stop.kind = .missing }
    if stop.isFirstWord, isListNumber(word) { return stop.kind = .listNumber }
    let isElided = Scalar.isApostrophe(text.scalar(before: word.range.lowerBound))
    if isInsideSpaced(stop) { return stop.kind = .leading }
    if !(isElided && word.length == 1),
      let finding = spacedFinding(stop)
        ?? abbreviations.lookUp(exact: word.exact, folded: word.folded),
      word.length > 1 || finding.isSure || word.shape == .lower
    {
      stop.isKindSure = finding.isSure
      stop.kind =
        switch finding.kind {
        case .leading: .leading
        case .beforeNumber: .beforeNumber
        case .either: .either
        case .trailing: .trailing
        }
      return
    }
    stop.kind =
      switch word.shape {
      case .digits: .number
      case .capitalLetter: isElided ? .ordinary : .capitalLetter
      case .lower where word.length == 1 && !isElided:
        word.range.count == 1 ? .smallLetter : .ordinary
      case .mixed: .mixed
      default: word.isAcronym ? .acronym : .ordinary
      }
  }

  /// The longest spaced abbreviation looked for (S. p. A.), in bytes.
  private static let longestSpaced = 12

  /// A spaced abbreviation (p. es., S. p. A.) looked up by its form without spaces.
  private func spacedFinding(_ stop: Stop) -> Abbreviations.Finding? {
    guard stop.word.length <= 2, stop.before == .initialWithStop else { return nil }
    return finding(spaced: spacedStart(stop)..<stop.word.range.upperBound)
  }

  /// Whether the stop is one inside a spaced abbreviation: the first of "44 a. C."
  private func isInsideSpaced(_ stop: Stop) -> Bool {
    guard stop.word.length <= 2, stop.next.length <= 3, stop.afterNext == 0x2E, stop.sort == .stop,
      stop.spaces == 1, stop.closers == .none, stop.openers == .none
    else { return false }
    let start = spacedStart(stop)
    var end = stop.next.range.upperBound
    while end < stop.limit, end - start <= Self.longestSpaced {
      if finding(spaced: start..<end) != nil { return true }
      guard text[end] == 0x2E, text[end + 1] == 0x20 else { return false }
      end += 2
      let letters = end
      while end < stop.limit, Scalar.isLetter(UInt32(text[end])) { end += 1 }
      guard end > letters, text[end] == 0x2E else { return false }
    }
    return false
  }

  /// Where the letters with stops begin that the word before a stop goes on with.
  private func spacedStart(_ stop: Stop) -> Int {
    var start = stop.word.range.lowerBound
    let end = stop.word.range.upperBound
    while start - 3 >= stop.start, text[start - 1] == 0x20, text[start - 2] == 0x2E,
      Scalar.isLetter(UInt32(text[start - 3])), end - start < Self.longestSpaced
    {
      start -= 3
    }
    return start
  }

  private func finding(spaced range: Range<Int>) -> Abbreviations.Finding? {
    var exact = WordHash()
    var folded = WordHash()
    for index in range where text[index] != 0x20 {
      exact.add(text[index])
      folded.addFolded(UInt32(text[index]))
    }
    return abbreviations.lookUp(exact: exact, folded: folded)
  }

  /// A number, a letter or a Roman numeral alone before the first stop counts a list: "1. Premessa".
  private func isListNumber(_ word: Word) -> Bool {
    guard word.range.count <= 4 else { return false }
    if word.length == 1, word.shape != .other { return true }
    for index in word.range {
      let byte = text[index]
      guard Scalar.isDigit(UInt32(byte)) || byte == 0x2E || Self.isRoman(byte) else { return false }
    }
    return true
  }

  static func isRoman(_ byte: UInt8) -> Bool {
    byte == 0x49 || byte == 0x56 || byte == 0x58 || byte == 0x4C || byte == 0x43
  }

  /// The letters, digits and inner stops before `end`; an elided article is not part of the word.
  private func wordRange(before end: Int, from limit: Int) -> Range<Int> {
    var start = end
    while start > limit, end - start < Self.longestWord {
      let byte = text[start - 1]
      if byte < 0x80 {
        guard Scalar.isWordPart(UInt32(byte)) || byte == 0x2E || byte == 0x2D else { break }
        start -= 1
      } else {
        let value = text.scalar(before: start)
        guard Scalar.isLetter(value) || value == Self.degreeSign else { break }
        start = text.offset(before: start)
      }
    }
    return max(start, limit)..<end
  }

  private func initialOfToken(endingAt end: Int, from limit: Int) -> Word.Initial {
    guard end > limit else { return .none }
    if text[end - 1] == 0x2E, end - 2 >= limit, Scalar.isLetter(text.scalar(before: end - 1)),
      end - 2 == limit || !Scalar.isWordPart(text.scalar(before: text.offset(before: end - 1)))
    {
      return .initialWithStop
    }
    var start = end
    while start > limit, end - start < Self.longestWord, text[start - 1] > 0x20 { start -= 1 }
    return initial(at: start)
  }

  private func initial(at offset: Int) -> Word.Initial {
    let value = text.scalar(at: offset)
    if Scalar.isLower(value) { return .lower }
    if Scalar.isUpper(value) { return .upper }
    if Scalar.isDigit(value) { return .digit }
    return value == 0 ? .none : .other
  }

  /// Reads the next word after space, opening marks and dashes; false when the paragraph ends or a
  /// comma or the like says that the sentence goes on.
  func readNext(_ stop: inout Stop) -> Bool {
    var index = stop.end
    while index < stop.limit {
      let value = text.scalar(at: index)
      switch value {
      case 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x29, 0x5D: return false
      case 0x2E where stop.openers == .bracket:
        stop.next.range = index..<index
        stop.next.shape = .other
        return true
      case 0x2026 where stop.openers == .bracket:
        stop.next.range = index..<index
        stop.next.shape = .other
        return true
      case 0x2E:
        guard Scalar.isLetter(UInt32(text[index + 1])) else { return false }
      case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2A, 0x60, 0xAB, 0xBF, 0xA1, 0x2018...0x201F, 0x2022,
        0x2039, 0x2043:
        stop.add(opener: value)
      default:
        if Scalar.isDash(value) {
          stop.add(opener: value)
        } else if Scalar.isSpace(value) {
          if stop.openers == .none, stop.spaces < 3 { stop.spaces += 1 }
        } else {
          readNextWord(&stop, from: index)
          return true
        }
      }
      index = text.offset(after: index)
    }
    return false
  }

  private func readNextWord(_ stop: inout Stop, from start: Int) {
    var end = start
    while end < stop.limit, end - start < Self.longestWord {
      let value = text.scalar(at: end)
      if Scalar.isApostrophe(value) {
        let elided = Word(text, start..<text.offset(after: end))
        if starters[elided.folded] != nil {
          stop.next = elided
          stop.nextIsStarter = true
          stop.afterNext = 0x27
          stop.second = initial(at: text.offset(after: end))
          return
        }
        if !Scalar.isLetter(text.scalar(at: text.offset(after: end))) { break }
      } else if !Scalar.isWordPart(value) {
        break
      }
      end = text.offset(after: end)
    }
    end = min(end, stop.limit)
    stop.next = Word(text, start..<end)
    if end == start { stop.next.shape = .other }
    stop.nextIsStarter = starters[stop.next.folded] != nil
    guard end < stop.limit else { return }
    stop.afterNext = text[end]
    var second = end
    while second < stop.limit, second - end < 4, text[second] <= 0x2F { second += 1 }
    stop.second = initial(at: second)
  }
}

extension Stop {
  fileprivate mutating func add(closer value: UInt32) {
    let closer: Closers =
      switch value {
      case 0x22: .straight
      case 0x201D, 0x201C: .curly
      case 0xBB, 0x203A: .guillemet
      case 0x29, 0x7D: .bracket
      case 0x5D: .square
      default: .single
      }
    closers = closers == .none || closers == closer ? closer : .several
  }

  fileprivate mutating func add(opener value: UInt32) {
    let opener: Openers =
      switch value {
      case 0x22: .straight
      case 0x201C...0x201F: .curly
      case 0xAB, 0x2039: .guillemet
      case 0x28, 0x5B, 0x7B: .bracket
      default: Scalar.isDash(value) ? .dash : .other
      }
    openers = openers == .none || openers == opener ? opener : .several
  }
}
