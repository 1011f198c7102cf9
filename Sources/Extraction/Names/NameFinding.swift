import BitestoGlossary
import BitestoText

/// Finds the names that a text writes with capitals and that no glossary knows.
///
/// Words with capitals make a run, with particles ("von") and initials inside. A word that makes a body of
/// its neighbors ("Bank", "Ministero") takes them in, over "of" or "di" too; titles, peoples, months and
/// known names cut the rest into pieces. Linear in the text.
struct NameFinding {
  let text: TextWords
  let number: Int
  /// Words that the texts also have without a capital.
  let lowerCase: [String: Int]
  /// By known mention: what it names.
  let kinds: [Entry.Kind]
  let hints: NameHints
  /// Names of two or three words that the texts also have by themselves, folded.
  let fullNames: Set<String>

  private let starters: Set<String>
  var words: [TextWord] { text.words }

  init(
    text: TextWords, number: Int, lowerCase: [String: Int], kinds: [Entry.Kind], hints: NameHints,
    fullNames: Set<String> = []
  ) {
    self.fullNames = fullNames
    self.hints = hints
    self.text = text
    self.number = number
    self.lowerCase = lowerCase
    self.kinds = kinds
    starters = Lexicon.of(text.language).starters
  }

  private static let longestRun = 16
  static let longestName = 7

  func mentions() -> [NameMention] {
    var found: [NameMention] = []
    for sentence in text.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard isNameWord(index) else {
          index += 1
          continue
        }
        let end = runEnd(from: index, limit: sentence.upperBound)
        index = read(index..<end, in: sentence, &found)
      }
    }
    return found
  }

  // MARK: Runs

  func isNameWord(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isWord, word.isCapitalized, !word.isElided, !isCompoundAdjective(word) else {
      return false
    }
    guard word.isGlued, index > 0 else { return true }
    return !["@", "#", "_", "/"].contains(words[index - 1].key)
  }

  /// "PNG-registered", "Moscow-based": the name is only a part of the word.
  private func isCompoundAdjective(_ word: TextWord) -> Bool {
    guard text.language != .italian, word.known == nil,
      let dash = word.key.lastIndex(of: "-")
    else { return false }
    let last = word.key[word.key.index(after: dash)...]
    return text.document.text(word.range).hasSuffix(last)
      && (last.utf8.count > 4 && last.hasSuffix("ed") || Self.adjectives.contains(last))
  }

  private static let adjectives: Set<Substring> = [
    "led", "born", "run", "style", "era", "like", "made", "wide", "held", "friendly",
  ]

  func runEnd(from start: Int, limit: Int) -> Int {
    var end = start + 1
    while end < limit, end - start < Self.longestRun {
      if isNameWord(end) {
        end += 1
      } else if let next = linkEnd(from: end, limit: limit) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// The end of the name word behind an initial's stop, particles, an ampersand or a capital elision.
  func linkEnd(from start: Int, limit: Int) -> Int? {
    var index = start
    let word = words[index]
    if word.key == ".", word.isGlued, isShortened(index - 1) {
      index += 1
    } else if word.key == "&" || word.key == "and" && isBodyAhead(start + 1, limit: limit) {
      index += 1
    } else if word.isCapitalized, word.isElided, !word.traits.contains(.definite) {
      index += 1
    } else {
      while index < limit, index < start + 2, words[index].traits.contains(.particle) { index += 1 }
    }
    return index > start && index < limit && isNameWord(index) ? index + 1 : nil
  }

  /// An initial, or "St" of "St. Martin's".
  func isShortened(_ index: Int) -> Bool {
    words[index].key.utf8.count <= 1 || ["st", "mt", "ft"].contains(words[index].key)
  }

  /// Whether "and" joins what is before it to the name of a body: "Fish and Wildlife Commission".
  func isBodyAhead(_ start: Int, limit: Int) -> Bool {
    for index in start..<min(limit, start + 4) {
      guard isNameWord(index) else { return false }
      if index > start, isMark(index, [.body, .event]) { return true }
    }
    return false
  }

  // MARK: Pieces

  /// Adds the names of a run and gives the index to go on at.
  func read(
    _ run: Range<Int>, in sentence: Range<Int>, _ found: inout [NameMention]
  ) -> Int {
    var start = run.lowerBound
    var next = run.upperBound
    while start < run.upperBound {
      if let end = outletEnd(from: start, limit: sentence.upperBound) {
        add(start..<end, in: sentence, isOutlet: true, &found)
        next = max(next, end)
        start = end
        // "Fox News | Channel"
        while start < run.upperBound, words[start].traits.contains(.outlet) { start += 1 }
        continue
      }
      if isDropped(start) {
        start += 1
        continue
      }
      var end = start + 1
      while end < run.upperBound, !words[end].traits.contains(.calendar), !isCapitalStarter(end),
        outletEnd(from: end, limit: sentence.upperBound) == nil, !isFullName(end..<run.upperBound)
      { end += 1 }
      if let body = body(in: start..<end, sentence) {
        cut(start..<body.lowerBound, in: sentence, &found)
        add(body, in: sentence, &found)
        start = body.upperBound
        next = max(next, start)
      } else {
        cut(start..<end, in: sentence, &found)
        start = end
      }
    }
    return next
  }

  /// Whether a run ends with a name that the texts also have by itself: "Corte Suprema | Brett Kavanaugh".
  func isFullName(_ rest: Range<Int>) -> Bool {
    guard (2...3).contains(rest.count), words[rest.lowerBound].known == nil else { return false }
    let own = words[rest].map { FoldedName.word($0.key) }
    return fullNames.contains(own.joined(separator: " "))
  }

  /// The end of the outlet's name of several words that begins at a word.
  func outletEnd(from start: Int, limit: Int) -> Int? {
    guard words[start].isWord, hints.mayBeginOutlet(FoldedName.word(words[start].key)) else {
      return nil
    }
    var own: [String] = []
    var best: Int?
    for index in start..<min(limit, start + NameHints.longestOutlet) {
      guard words[index].isWord || words[index].kind == .number else { break }
      own.append(FoldedName.word(words[index].key))
      if own.count > 1, words[index].isCapitalized || words[index].kind == .number,
        hints.isOutlet(own)
      {
        best = index + 1
      }
    }
    return best
  }

  /// Whether a word at the start of a piece is no part of a name.
  func isDropped(_ index: Int) -> Bool {
    let word = words[index]
    if word.known != nil { return false }
    if word.traits.contains(.calendar) || isCapitalStarter(index) { return true }
    if word.opens, !word.isAcronym, starters.contains(word.key) { return true }
    if word.opens, index + 1 < words.count, !hints.isGivenName(FoldedName.word(word.key)),
      hints.isGivenName(FoldedName.word(words[index + 1].key)), words[index + 1].isCapitalized
    {
      return true
    }
    guard word.opens, word.traits.isDisjoint(with: [.body, .event, .site, .title, .people]) else {
      return false
    }
    return (lowerCase[word.key] ?? 0) > 0 || !word.traits.isDisjoint(with: [.nonterm, .saying])
  }

  func isCapitalStarter(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isCapitalized, !word.isAcronym || word.opens else { return false }
    return word.known == nil && word.traits.contains(.function) && !word.traits.contains(.particle)
  }

  /// The words of a piece that a word such as "Bank" makes the name of a body, a treaty or a place.
  func body(in piece: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    let marks: WordTraits = [.body, .event, .site]
    let last = piece.last { isMark($0, marks) && words[$0].traits.contains(.last) }
    // An Italian name begins with such a word, an English one ends with it.
    let isItalian = text.language == .italian && last == nil
    guard
      let key = last
        ?? (isItalian
          ? piece.first { isMark($0, marks) } : piece.last { isMark($0, marks) })
    else { return nil }
    var start = isItalian ? key : piece.lowerBound
    if !isItalian {
      // What stands before a title is not part of the body: "Judge Smith's Court".
      while start < key, words[start].traits.contains(.title) && !isOffice(start) { start += 1 }
    }
    // "River Tarn", "Mount Elbert"
    let isFirst = key == piece.lowerBound && isMark(key, .site)
    var end = isItalian || isFirst ? piece.upperBound : key + 1
    if isItalian, let title = (start + 1..<end).first(where: { words[$0].traits.contains(.title) })
    {
      end = title
    }
    var joins = 0
    // "Teatro Aurora di Torino": a name that is complete is only joined with what it is for.
    let isComplete = isItalian && end - start > 1
    while joins < 2, end == piece.upperBound || !isItalian,
      let joined = joinedEnd(from: end, isComplete: isComplete, sentence)
    {
      end = joined
      joins += 1
    }
    let isAlone = end - start < 2
    return isAlone || end - start > Self.longestName + 2 ? nil : start..<end
  }

  func isMark(_ index: Int, _ marks: WordTraits) -> Bool {
    let word = words[index]
    return word.known == nil && !word.traits.isDisjoint(with: marks)
      && word.traits.isDisjoint(with: .title) && !(word.opens && word.traits.contains(.function))
  }

  func isOffice(_ index: Int) -> Bool {
    !words[index].traits.isDisjoint(with: [.office, .portfolio])
  }

  /// The end of the name words behind "of", "di", "della" at an index.
  func joinedEnd(
    from start: Int, isComplete: Bool, _ sentence: Range<Int>
  ) -> Int? {
    guard start < sentence.upperBound, words[start].traits.contains(.joiner) else { return nil }
    var index = start + 1
    if index < sentence.upperBound, words[index].key == "the" { index += 1 }
    guard index < sentence.upperBound, isNameWord(index), !words[index].traits.contains(.calendar),
      !isComplete || !words[index].traits.isDisjoint(with: [.portfolio, .body]),
      words[index].traits.isDisjoint(with: .title)
    else { return nil }
    var end = index + 1
    while end < sentence.upperBound, isNameWord(end), end - index < 4,
      words[end].traits.isDisjoint(with: [.title, .calendar]), !isCapitalStarter(end),
      (words[end].known == nil) == (words[index].known == nil)
    { end += 1 }
    return end
  }

  /// Cuts a piece without such a word at titles, peoples and known names.
  func cut(_ piece: Range<Int>, in sentence: Range<Int>, _ found: inout [NameMention]) {
    let cuts: WordTraits = [.title, .people, .common]
    var start = piece.lowerBound
    while start < piece.upperBound {
      let word = words[start]
      if word.known == nil, !word.traits.isDisjoint(with: cuts) || isStrayOffice(start, piece) {
        if ministry(start..<start + 1, sentence) != nil {
          add(start..<start + 1, in: sentence, &found)
        }
        start += 1
        continue
      }
      var end = start + 1
      while end < piece.upperBound, isLink(end) || isSameKind(end, as: start) { end += 1 }
      while end > start + 1, isLink(end - 1) { end -= 1 }
      if word.known == nil {
        end = nameEnd(start..<end, in: piece) ?? end
        add(start..<end, in: sentence, &found)
      } else if let wider = widened(start..<end, in: piece) {
        end = wider
        add(start..<end, in: sentence, &found)
      }
      start = end
    }
  }

  /// Whether the word is a particle, an initial's stop or the like.
  func isLink(_ index: Int) -> Bool { !isNameWord(index) }

  func isSameKind(_ index: Int, as start: Int) -> Bool {
    let word = words[index]
    guard (word.known == nil) == (words[start].known == nil) else { return false }
    return word.known != nil || word.traits.isDisjoint(with: [.title, .people, .common])
  }

  /// "foreign", "Difesa" with a capital and a title beside it.
  func isStrayOffice(_ index: Int, _ piece: Range<Int>) -> Bool {
    guard isOffice(index) else { return false }
    // "Ministro della | Difesa Carlo Bianchi"
    if index == piece.lowerBound, index > 0, words[index].traits.contains(.portfolio),
      words[index - 1].traits.contains(.joiner)
    {
      return true
    }
    if index + 1 < piece.upperBound {
      return !words[index + 1].traits.isDisjoint(with: [.title, .office, .portfolio])
        || index > piece.lowerBound && words[index - 1].traits.contains(.title)
    }
    return true
  }

  /// The end of a name that goes on with a known one: "Viktor Lukashenko", whose given name makes him
  /// another person, "Dinamo Minsk".
  func nameEnd(_ unknown: Range<Int>, in piece: Range<Int>) -> Int? {
    let next = unknown.upperBound
    guard unknown.count <= 2, next < piece.upperBound, let kind = kind(next),
      kind == .person || !words[unknown.lowerBound].opens
    else { return nil }
    let end = knownEnd(next, in: piece)
    switch kind {
    case .person: return end == next + 1 ? end : nil
    case .place, .organization: return unknown.count == 1 ? end : nil
    case .term: return nil
    }
  }

  /// The end of a name that begins with a known place or body and one more word: "Minsk Arena", "DW News".
  func widened(_ known: Range<Int>, in piece: Range<Int>) -> Int? {
    let next = known.upperBound
    guard text.language == .italian || text.language == .english,
      let kind = kind(known.lowerBound), kind == .place || kind == .organization,
      knownEnd(known.lowerBound, in: piece) == next, next < piece.upperBound,
      words[next].known == nil,
      words[next].traits.isDisjoint(with: [.title, .people, .common, .office, .portfolio]),
      isNameWord(next), !words[next].opens
    else { return nil }
    let isLast =
      next + 1 == piece.upperBound || words[next + 1].known != nil
      || !words[next + 1].traits.isDisjoint(with: [.title, .people])
    return isLast ? next + 1 : nil
  }

  func kind(_ index: Int) -> Entry.Kind? {
    words[index].known.flatMap { kinds.indices.contains($0) ? kinds[$0] : nil }
  }

  /// The end of the known name that a word belongs to.
  func knownEnd(_ index: Int, in piece: Range<Int>) -> Int {
    var end = index + 1
    while end < piece.upperBound, words[end].known == words[index].known { end += 1 }
    return end
  }
}
