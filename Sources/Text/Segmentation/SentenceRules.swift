/// What the rules say of a stop.
struct Verdict {
  /// What a rule rests on; the model weighs each one.
  enum Ground: UInt8 {
    case glued, bracketedEllipsis, lowerCase, lowerCaseAfterWholeWord, strongMark, noWord
    case listNumber, leading, beforeNumber, either, trailing, ordinary, citation
  }

  var endsSentence: Bool
  var ground: Ground
  /// No model may overrule it.
  var isSure: Bool
}

/// The hard rules, most of them older than computers.
struct SentenceRules {
  let text: ByteView
  /// Whether words that end in a vowel are whole words in this language, never shortened ones.
  let abbreviationsEndInConsonants: Bool

  func verdict(on stop: Stop) -> Verdict {
    if isBracketedEllipsis(stop) {
      return Verdict(endsSentence: false, ground: .bracketedEllipsis, isSure: true)
    }
    if stop.isGlued {
      let isDomain = Self.domains[stop.next.folded] != nil
      return Verdict(
        endsSentence: stop.next.shape == .capitalized && !isDomain, ground: .glued,
        isSure: isDomain)
    }
    if stop.isKindSure, stop.sort == .stop { return verdictByKind(stop, isSure: true) }
    if stop.kind == .listNumber {
      return Verdict(endsSentence: false, ground: .listNumber, isSure: true)
    }
    if stop.next.shape == .lower || startsLower(stop.next) {
      if isSurelyUnfinished(stop) {
        return Verdict(endsSentence: false, ground: .lowerCase, isSure: true)
      }
      let ends = endsBeforeLowerCase(stop)
      return Verdict(
        endsSentence: ends, ground: ends ? .lowerCaseAfterWholeWord : .lowerCase, isSure: false)
    }
    if stop.openers == .bracket, stop.closers != .none, isCitation(stop) {
      return Verdict(endsSentence: false, ground: .citation, isSure: true)
    }
    if stop.openers == .bracket, stop.sort == .stop,
      stop.kind.isShortened || stop.kind == .trailing,
      stop.kind != .smallLetter
    {
      return Verdict(endsSentence: false, ground: .either, isSure: true)
    }
    if isRelativeRemark(stop) || isPauseBeforeI(stop) {
      return Verdict(endsSentence: false, ground: .citation, isSure: true)
    }
    guard stop.sort == .stop else {
      return Verdict(endsSentence: true, ground: .strongMark, isSure: false)
    }
    return verdictByKind(stop, isSure: false)
  }

  private func verdictByKind(_ stop: Stop, isSure: Bool) -> Verdict {
    func verdict(_ ends: Bool, _ ground: Verdict.Ground) -> Verdict {
      Verdict(endsSentence: ends, ground: ground, isSure: isSure)
    }
    switch stop.kind {
    case .missing: return verdict(true, .noWord)
    case .listNumber: return verdict(false, .listNumber)
    case .leading: return Verdict(endsSentence: false, ground: .leading, isSure: true)
    case .beforeNumber:
      let isNumber = isNumber(stop.next)
      return Verdict(endsSentence: !isNumber, ground: .beforeNumber, isSure: isSure || isNumber)
    case .either, .capitalLetter, .smallLetter, .acronym:
      return verdict(stop.next.shape != .digits && stop.nextIsStarter, .either)
    case .trailing:
      return verdict(stop.next.shape != .lower && stop.openers != .bracket, .trailing)
    case .ordinary, .number, .mixed: return verdict(true, .ordinary)
    }
  }

  private func startsLower(_ word: Word) -> Bool {
    Scalar.isLower(text.scalar(at: word.range.lowerBound))
  }

  /// Before a small letter: a shortened word, dots, a closed quotation or bracket, a dash.
  private func isSurelyUnfinished(_ stop: Stop) -> Bool {
    if stop.closers != .none || stop.openers == .dash { return true }
    switch stop.sort {
    case .dots, .ellipsis, .spacedDots: return true
    case .exclamation: return isInterjection(stop) || isReportingClause(stop)
    case .question, .mixed: return isReportingClause(stop)
    case .stop: break
    }
    if stop.kind == .number { return !abbreviationsEndInConsonants && stop.word.length <= 2 }
    return stop.kind.isShortened || stop.word.hasInnerStop
  }

  /// A cry in the middle of a sentence: "when suddenly, thump! down she came".
  private func isInterjection(_ stop: Stop) -> Bool {
    stop.markBefore == 0x2C && stop.terminators.count == 1
  }

  /// Who said the words before, without quotation marks: "Leave me alone! he yelled."
  private func isReportingClause(_ stop: Stop) -> Bool {
    guard Self.speakers[stop.next.folded] != nil, stop.afterNext == 0x20 else { return false }
    let start = stop.next.range.upperBound + 1
    var end = start
    while end < stop.limit, end - start < 16, Scalar.isLower(UInt32(text[end])) { end += 1 }
    let verb = Word(text, start..<end)
    return Self.verbs[verb.folded] != nil
      || (verb.length > 4 && text[end - 1] == 0x64 && text[end - 2] == 0x65)
  }

  private static let domains = table("com org net edu gov")
  private static let speakers = table("he she they we i")
  private static let verbs = table("said says asked asks thought told cried wrote added yelled")

  private static func table(_ words: String) -> WordTable {
    var table = WordTable()
    for word in words.split(separator: " ") { table.set(.folded(word), to: 1) }
    return table
  }

  /// A remark in brackets that only a relative pronoun ties to what was said: (Which was true.)
  private func isRelativeRemark(_ stop: Stop) -> Bool {
    stop.openers == .bracket && stop.next.shape == .capitalized
      && Self.relatives[stop.next.folded] != nil
  }

  private static let relatives = table("which whose who whom")

  /// Three spaced dots before "I", whose capital letter says nothing.
  private func isPauseBeforeI(_ stop: Stop) -> Bool {
    stop.sort == .spacedDots && !abbreviationsEndInConsonants
      && text[stop.next.range.lowerBound] == 0x49 && stop.next.shape == .capitalLetter
  }

  /// A source in brackets after a quotation, closed before the stop: «…» (Manzoni).
  private func isCitation(_ stop: Stop) -> Bool {
    let limit = min(stop.limit, stop.end + 80)
    var index = stop.end
    while index < limit {
      switch text[index] {
      case 0x29:
        let next = text[index + 1]
        return next == 0x2E || next == 0x2C || next == 0x3B
      case 0x2E, 0x21, 0x3F:
        if text[index + 1] == 0x29 { return false }
      default: break
      }
      index += 1
    }
    return false
  }

  /// Careless writers begin sentences in lower case: a stop right after a whole word ends one all
  /// the same, unless a quotation or a bracket closes in between.
  private func endsBeforeLowerCase(_ stop: Stop) -> Bool {
    guard stop.closers == .none, stop.word.range.count >= 3 else { return false }
    let isWhole =
      stop.word.shape == .lower
      || (abbreviationsEndInConsonants && stop.word.shape == .capitalized)
    guard isWhole, !stop.word.hasInnerStop else { return false }
    if stop.sort != .stop { return text[stop.terminators.upperBound - 1] == 0x3F }
    guard stop.kind == .ordinary else { return false }
    return abbreviationsEndInConsonants ? stop.word.endsInVowel : stop.word.hasVowel
  }

  /// "[...]" and "(…)" stand for words left out, whatever follows.
  private func isBracketedEllipsis(_ stop: Stop) -> Bool {
    guard stop.closers == .bracket || stop.closers == .square else { return false }
    let before = text[stop.terminators.lowerBound - 1]
    return (before == 0x5B || before == 0x28) && stop.terminators.lowerBound > stop.start
  }

  private func isNumber(_ word: Word) -> Bool {
    if Scalar.isDigit(UInt32(text[word.range.lowerBound])) { return true }
    // English: "No. I did not."
    if !abbreviationsEndInConsonants, word.length < 2 { return false }
    return !word.range.isEmpty && word.range.allSatisfy { StopReader.isRoman(text[$0]) }
  }
}

extension Stop.WordKind {
  /// Words whose stop may belong to them.
  var isShortened: Bool {
    switch self {
    case .leading, .beforeNumber, .either, .capitalLetter, .smallLetter, .acronym: true
    case .ordinary, .number, .trailing, .listNumber, .missing, .mixed: false
    }
  }
}
