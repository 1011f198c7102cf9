/// Names and noun phrases in a stretch of words, and whom they stand for.
extension SubjectFinder {
  /// The full name that a sentence opens with.
  func opening(of words: ArraySlice<HostWord>) -> String? {
    let run = runs.run(at: words.startIndex, in: words)
    guard run.count > 1, !runs.isOffice(words[run.lowerBound]) else { return nil }
    return name(run, in: words)
  }

  /// The person in a sentence that nothing governs, in whatever place: "Ad accoglierli c'era Davide
  /// Sanna".
  func mentioned(in words: ArraySlice<HostWord>) -> String? {
    guard words.contains(where: \.isCapitalized) else { return nil }
    let run = nameRuns(in: words).first {
      $0.count > 1 && context.outlets.match(at: $0.lowerBound, in: words) == nil
    }
    return run.map { name($0, in: words) }
  }

  /// The body that a sentence begins with, when a verb follows: "La società dei traghetti ha …".
  func leadingBody(in words: ArraySlice<HostWord>) -> String? {
    let region = words.prefix(8)
    guard region.first?.classes.contains(.article) == true,
      let verb = region.firstIndex(where: { $0.isAny([.auxiliary, .reportingVerb]) }),
      !region[..<verb].contains(where: \.isBreak),
      case .named(let name) = nounPhrase(region[..<verb])
    else { return nil }
    return name
  }

  /// The names in a region that no preposition binds to another noun.
  func nameRuns(in region: ArraySlice<HostWord>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = region.startIndex
    while index < region.endIndex {
      let run = runs.run(at: index, in: region)
      guard !run.isEmpty else {
        index += 1
        continue
      }
      index = run.upperBound
      let core = runs.core(run, in: region)
      let isOwner = isPossessive(core.upperBound, in: region)
      if isName(core, in: region), !isOwner, !isGoverned(core.lowerBound, in: region) {
        found.append(core)
      }
    }
    return found
  }

  private func isPossessive(_ index: Int, in region: ArraySlice<HostWord>) -> Bool {
    region.indices.contains(index) && region[index].classes.contains(.possessive)
  }

  private func isName(_ core: Range<Int>, in region: ArraySlice<HostWord>) -> Bool {
    if core.count > 1 { return true }
    let word = region[core.lowerBound]
    if opensSentence(word), !isFollowedByVerb(core.upperBound, in: region),
      context.names.fullName(forSurname: word.key, at: word.range.lowerBound) == nil
    {
      return false
    }
    return !runs.isOffice(word) && !word.classes.contains(.filler)
      && !word.classes.contains(.article) && !word.classes.contains(.preposition)
      && !word.classes.contains(.pronoun)
  }

  /// A capital letter there says nothing.
  private func opensSentence(_ word: HostWord) -> Bool {
    let bytes = context.document.bytes
    var index = word.range.lowerBound
    while index > 0, bytes[index - 1] == 0x20 { index -= 1 }
    guard index > 0 else { return true }
    return [0x0A, 0x0D, 0x2E, 0x21, 0x3F].contains(bytes[index - 1])
  }

  private func isFollowedByVerb(_ index: Int, in region: ArraySlice<HostWord>) -> Bool {
    guard index < region.endIndex else { return true }
    return region[index].isAny([.auxiliary, .reportingVerb, .comma, .colon, .filler, .possessive])
  }

  /// Whether a preposition makes the name at `start` a complement ("portavoce della Casa Bianca");
  /// an office between the two frees it ("presidente degli Stati Uniti Donald Trump").
  func isGoverned(_ start: Int, in region: ArraySlice<HostWord>) -> Bool {
    var index = start - 1
    while index >= region.startIndex, region[index].classes.contains(.article) { index -= 1 }
    return index >= region.startIndex && region[index].classes.contains(.preposition)
  }

  /// The full name behind a run.
  func name(_ run: Range<Int>, in words: ArraySlice<HostWord>) -> String {
    guard let first = words[run].first, let last = words[run].last else { return "" }
    if run.count == 1 || words[run].dropLast().allSatisfy({ $0.isAny([.preposition, .article]) }),
      let full = context.names.fullName(forSurname: last.key, at: first.range.lowerBound)
        ?? context.names.fullName(forGiven: last.key)
    {
      return full
    }
    return context.document.text(first.range.lowerBound..<last.range.upperBound)
  }

  /// The person whom a description without a name stands for, or else the description itself, its
  /// article left out: "portavoce del governo".
  func nounPhrase(_ region: ArraySlice<HostWord>) -> Subject {
    var start = region.startIndex
    while start < region.endIndex, isFiller(region[start]) { start += 1 }
    guard start < region.endIndex else { return .previous(nil) }
    var article = WordClasses()
    var isDefinite = false
    if region[start].isAny([.article, .possessive, .articulated]) {
      article = region[start].classes
      start += 1
      isDefinite = !article.contains(.indefinite)
      while start < region.endIndex, region[start].isAny([.possessive, .filler]) {
        isDefinite = false
        start += 1
      }
    } else if !runs.run(at: start, in: region).contains(where: { isPossessive($0 + 1, in: region) })
    {
      return .previous(nil)
    }
    guard start < region.endIndex else { return .previous(nil) }
    let head = region[start]
    if head.classes.contains(.outletNoun) { return .previousOutlet }
    var end = start + 1
    while end < region.endIndex, !region[end].isBreak,
      !region[end].classes.contains(.preposition)
        || region[end].classes.contains(.genitive),
      !region[end].isAny([.relative, .outletParticiple, .filler, .auxiliary]),
      !isGerund(region[end])
    {
      end += 1
    }
    if isDefinite, let name = person(region[start..<end], article) {
      return .named(name)
    }
    let range = region[start].range.lowerBound..<region[end - 1].range.upperBound
    return .named(context.document.text(range))
  }

  /// "il ministro della Difesa" by the office that the text gave to somebody, "la donna" by gender.
  func person(_ phrase: ArraySlice<HostWord>, _ article: WordClasses) -> String? {
    guard let head = phrase.first else { return nil }
    let offset = head.range.lowerBound
    let others = phrase.dropFirst().filter { !$0.isAny(.preposition) }.map(\.key)
    if let name = context.names.person(describedBy: head.key, and: others, at: offset) {
      return name
    }
    guard head.classes.contains(.epithet), others.isEmpty else { return nil }
    let gender =
      Person.gender(of: article)
      ?? Person.gender(ending: context.document.bytes[head.range])
    return context.names.last(gender, before: offset)
  }

  /// "(la ministra) sorridendo": what the subject does meanwhile.
  private func isGerund(_ word: HostWord) -> Bool {
    let bytes = context.document.bytes[word.range]
    return bytes.count > 5 && bytes.suffix(3).elementsEqual("ndo".utf8)
  }
}
