/// Finds where sentences end in a paragraph.
///
/// Stops only at terminators (. ! ? … and their kin); what stands around one decides by rules, the
/// tables of ``Abbreviations`` and ``SentenceStarters`` behind them.
struct SentenceScanner {
  let bytes: [UInt8]
  let abbreviations: Abbreviations
  let starters: Set<String>
  /// Whether words that end in a vowel are whole words in this language, never shortened ones.
  let abbreviationsEndInConsonants: Bool

  init(bytes: [UInt8], language: Language) {
    self.bytes = bytes
    abbreviations = .table(for: language)
    starters = SentenceStarters.table(for: language)
    abbreviationsEndInConsonants = language != .english
  }

  /// The offsets after the last character of each sentence but the last; closing marks belong to
  /// the sentence before. Linear.
  func ends(in paragraph: Range<Int>) -> [Int] {
    var ends: [Int] = []
    var start = paragraph.lowerBound
    var index = start
    while index < paragraph.upperBound {
      guard isTerminator(at: index) else {
        index += 1
        continue
      }
      let first = index
      let last = terminatorsEnd(from: index, limit: paragraph.upperBound)
      index = last
      let end = closersEnd(from: last, limit: paragraph.upperBound)
      let stop = Stop(
        start: start, terminators: first..<last, end: end, limit: paragraph.upperBound)
      guard endsSentence(stop) else { continue }
      ends.append(end)
      index = max(end, last)
      start = end
    }
    return ends
  }

  /// A run of terminators that may end the sentence begun at `start`.
  private struct Stop {
    let start: Int
    let terminators: Range<Int>
    /// After the closing marks that follow the terminators.
    let end: Int
    let limit: Int
  }

  private func isTerminator(at index: Int) -> Bool {
    switch bytes[index] {
    case 0x21, 0x2E, 0x3F: true
    case 0xE2: Self.isWideTerminator(bytes.scalar(at: index))
    default: false
    }
  }

  /// The ellipsis, and interrobangs of one glyph.
  private static func isWideTerminator(_ value: UInt32) -> Bool {
    value == 0x2026 || (value >= 0x203C && value <= 0x203D) || (value >= 0x2047 && value <= 0x2049)
  }

  /// The end of a run of terminators; a spaced ellipsis (". . .") is one run.
  private func terminatorsEnd(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      if isTerminator(at: end) {
        end = bytes.offset(after: end)
      } else if bytes[end] == 0x20, end + 1 < limit, isTerminator(at: end + 1),
        bytes[end + 1] == 0x2E || bytes[end + 1] == 0xE2
      {
        end += 1
      } else {
        return end
      }
    }
    return end
  }

  /// The end of the marks and brackets that close right after `start`, or after one space when
  /// they can only close (» after the space that French typography puts there).
  private func closersEnd(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      let value = bytes.scalar(at: end)
      let next = bytes.offset(after: end)
      if isCloser(value) {
        end = next
      } else if Scalar.isSpace(value), next < limit, isSureCloser(bytes.scalar(at: next)),
        isSpaceOrEnd(bytes.offset(after: next), limit)
      {
        end = bytes.offset(after: next)
      } else if let note = noteEnd(from: end, limit: limit), isSpaceOrEnd(note, limit) {
        end = note
      } else if value == 0x201C || value == 0x2018, isSpaceOrEnd(next, limit) {
        end = next
      } else {
        return end
      }
    }
    return end
  }

  /// The end of a note number in brackets ("[12]"), with or without a space before it.
  private func noteEnd(from start: Int, limit: Int) -> Int? {
    var end = start
    if end < limit, bytes[end] == 0x20 { end += 1 }
    guard end < limit, bytes[end] == 0x5B else { return nil }
    let digits = end + 1
    end = digits
    while end < limit, end - digits < 4, Scalar.isDigit(UInt32(bytes[end])) { end += 1 }
    return end > digits && end < limit && bytes[end] == 0x5D ? end + 1 : nil
  }

  private func isSpaceOrEnd(_ offset: Int, _ limit: Int) -> Bool {
    offset >= limit || Scalar.isSpace(bytes.scalar(at: offset))
  }

  private func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2019: true
    default: isSureCloser(value)
    }
  }

  private func isSureCloser(_ value: UInt32) -> Bool {
    value == 0xBB || value == 0x201D || value == 0x203A
  }

  private func endsSentence(_ stop: Stop) -> Bool {
    guard stop.end < stop.limit, Scalar.isSpace(bytes.scalar(at: stop.end)) else { return false }
    guard let next = nextWord(after: stop.end, limit: stop.limit) else { return false }
    let value = bytes.scalar(at: next)
    if isBracketedEllipsis(stop) { return false }
    let isSingleStop = stop.terminators.count == 1 && bytes[stop.terminators.lowerBound] == 0x2E
    if Scalar.isLower(value) { return endsBeforeLowerCase(stop, isSingleStop: isSingleStop) }
    return isSingleStop ? fullStopEndsSentence(stop, next: next, value) : true
  }

  /// Careless writers begin sentences in lower case: a stop right after a whole word ends one all
  /// the same, unless a quotation or a bracket closes in between.
  private func endsBeforeLowerCase(_ stop: Stop, isSingleStop: Bool) -> Bool {
    guard stop.end == stop.terminators.upperBound else { return false }
    let word = wordRange(before: stop.terminators.lowerBound, from: stop.start)
    let lowerCase = bytes[word].dropFirst(abbreviationsEndInConsonants ? 1 : 0)
    guard word.count >= 3, lowerCase.allSatisfy({ $0 >= 0x80 || ($0 >= 0x61 && $0 <= 0x7A) })
    else { return false }
    if !isSingleStop { return bytes[stop.terminators.upperBound - 1] == 0x3F }
    let text = String(decoding: bytes[word], as: UTF8.self)
    guard kind(of: word, text: text) == nil else { return false }
    if abbreviationsEndInConsonants { return endsInVowel(word) }
    return text.contains(where: "aeiouy".contains)
  }

  private func endsInVowel(_ word: Range<Int>) -> Bool {
    let last = bytes.scalar(before: word.upperBound)
    return last >= 0x80 ? Scalar.isLetter(last) : "aeiou".utf8.contains(bytes[word.upperBound - 1])
  }

  /// "[...]" and "(…)" stand for words left out, whatever follows.
  private func isBracketedEllipsis(_ stop: Stop) -> Bool {
    let before = bytes.scalar(before: stop.terminators.lowerBound)
    return (before == 0x5B || before == 0x28) && stop.terminators.lowerBound > stop.start
      && stop.end > stop.terminators.upperBound
  }

  /// The next letter, digit or other sign after space, opening marks and dashes; nil when the
  /// paragraph ends or a comma or the like says that the sentence goes on.
  private func nextWord(after offset: Int, limit: Int) -> Int? {
    var index = offset
    while index < limit {
      let value = bytes.scalar(at: index)
      switch value {
      case 0x2C, 0x3A, 0x3B, 0x2E, 0x21, 0x3F, 0x29, 0x5D: return nil
      case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2A, 0x60, 0xAB, 0xBF, 0xA1, 0x2018...0x201F, 0x2022,
        0x2039:
        break
      default:
        if !Scalar.isSpace(value), !Scalar.isDash(value) { return index }
      }
      index = bytes.offset(after: index)
    }
    return nil
  }

  private func fullStopEndsSentence(_ stop: Stop, next: Int, _ value: UInt32) -> Bool {
    let word = wordRange(before: stop.terminators.lowerBound, from: stop.start)
    if word.isEmpty { return true }
    if isListNumber(word, start: stop.start) { return false }
    let text = String(decoding: bytes[word], as: UTF8.self)
    switch kind(of: word, text: text) {
    case .leading: return false
    case .beforeNumber: return !isNumber(at: next, limit: stop.limit)
    case .either: return !Scalar.isDigit(value) && isStarter(at: next, limit: stop.limit)
    case .trailing, nil: return true
    }
  }

  private func kind(of word: Range<Int>, text: String) -> Abbreviations.Kind? {
    let first = bytes.scalar(at: word.lowerBound)
    if bytes.offset(after: word.lowerBound) == word.upperBound {
      return kindOfLetter(first, at: word)
    }
    if let kind = abbreviations.kind(of: text, folded: WordFolding.key(bytes[word])) { return kind }
    return isAcronym(word) ? .either : nil
  }

  /// A letter alone is an initial or half of a spaced abbreviation, unless it ends a contraction
  /// ("didn't") or is a word with an accent ("è").
  private func kindOfLetter(_ letter: UInt32, at word: Range<Int>) -> Abbreviations.Kind? {
    let before = bytes.scalar(before: word.lowerBound)
    if !Scalar.isLetter(letter) || Scalar.isApostrophe(before) { return nil }
    if Scalar.isUpper(letter) { return .either }
    let text = String(decoding: bytes[word], as: UTF8.self)
    if let kind = abbreviations.kind(of: text, folded: text) { return kind }
    return letter < 0x80 ? .either : nil
  }

  /// Single letters with stops between them: "U.S", "D.P.R".
  private func isAcronym(_ word: Range<Int>) -> Bool {
    var expectsLetter = true
    var index = word.lowerBound
    while index < word.upperBound {
      let value = bytes.scalar(at: index)
      if expectsLetter ? !Scalar.isLetter(value) : value != 0x2E { return false }
      expectsLetter.toggle()
      index = bytes.offset(after: index)
    }
    return word.count > 2 && !expectsLetter
  }

  /// A number, a letter or a Roman numeral alone before the first stop counts a list: "1. Premessa".
  private func isListNumber(_ word: Range<Int>, start: Int) -> Bool {
    guard bytes.trimmingSpace(start..<word.upperBound).lowerBound == word.lowerBound,
      word.count <= 4
    else { return false }
    return bytes[word].allSatisfy { Scalar.isDigit(UInt32($0)) || "IVX.".utf8.contains($0) }
      || (word.count == 1 && Scalar.isLetter(UInt32(bytes[word.lowerBound])))
  }

  private func isNumber(at offset: Int, limit: Int) -> Bool {
    if Scalar.isDigit(bytes.scalar(at: offset)) { return true }
    var end = offset
    while end < limit, "IVXLC".utf8.contains(bytes[end]) { end += 1 }
    return end > offset && (end >= limit || !Scalar.isWordPart(bytes.scalar(at: end)))
  }

  private func isStarter(at offset: Int, limit: Int) -> Bool {
    var end = offset
    while end < limit, end - offset < 32 {
      let value = bytes.scalar(at: end)
      if Scalar.isApostrophe(value) {
        if starters.contains(WordFolding.key(bytes[offset..<end] + [0x27])) { return true }
      } else if !Scalar.isLetter(value) {
        break
      }
      end = bytes.offset(after: end)
    }
    return starters.contains(WordFolding.key(bytes[offset..<end]))
  }

  /// The letters, digits and inner stops before `end`; an elided article is not part of the word.
  private func wordRange(before end: Int, from limit: Int) -> Range<Int> {
    var start = end
    while start > limit, end - start < 40 {
      let value = bytes.scalar(before: start)
      guard Scalar.isWordPart(value) || value == 0x2E || value == 0x2D else { break }
      start = bytes.offset(before: start)
    }
    return start..<end
  }
}
