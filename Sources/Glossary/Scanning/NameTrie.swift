/// All forms of all names, as sequences of words.
struct NameTrie: Sendable {
  /// The longest sequence of words from a place in a text that is a form of a name.
  struct Match {
    /// Up to four nodes that the words lead to, those without a case ending first; -1 is none.
    fileprivate(set) var nodes = SIMD4<Int32>(repeating: -1)
    /// How many of the nodes were reached without a case ending.
    fileprivate(set) var exactCount = 0
    fileprivate(set) var count = 0
    fileprivate(set) var trail = WordTrail()
    /// Where the search for the next name goes on.
    fileprivate(set) var resume: Int

    fileprivate mutating func set(_ steps: Steps, _ trail: WordTrail, _ fits: (Int32) -> Bool) {
      var found = Match(resume: trail.end)
      found.trail = trail
      for inflected in [false, true] {
        for index in 0..<steps.count
        where steps.isInflected(index) == inflected && found.count < 4 && fits(steps.nodes[index]) {
          found.nodes[found.count] = steps.nodes[index]
          found.count += 1
        }
        if !inflected { found.exactCount = found.count }
      }
      if found.count > 0 { self = found }
    }
  }

  /// The nodes that the words so far may have led to.
  fileprivate struct Steps {
    var nodes = SIMD8<Int32>(repeating: -1)
    var inflected: UInt8 = 0
    var count = 0

    func isInflected(_ index: Int) -> Bool { inflected >> UInt8(index) & 1 != 0 }

    mutating func add(_ node: Int32, isInflected: Bool) {
      guard node >= 0, count < 8 else { return }
      nodes[count] = node
      if isInflected { inflected |= 1 << UInt8(count) }
      count += 1
    }
  }

  private var lexicon = Lexicon()
  private var edges = WordEdges()
  /// By node; the root is node 0 and has none.
  private var firstPatterns: [Int32] = [-1]
  private var patterns: [NamePattern] = []
  /// By node: some name goes on with another word.
  private var goesOn: [Bool] = [false]
  /// What ``WordFilter`` must let through.
  private var keys: [UInt64] = []

  /// For words that begin a name.
  func filter() -> WordFilter { WordFilter(keys) }

  mutating func forgetKeys() { keys = [] }

  /// Adds a form; one without words, or with a word that is too long, is left out.
  mutating func insert(
    _ text: UnsafeBufferPointer<UInt8>, _ pattern: NamePattern, declining rows: CaseEndings.Rows?
  ) {
    WordReader.withReader(text) { reader in
      var node: Int32 = 0
      var trail = WordTrail()
      var position = 0
      var length = 0
      var isLowercase = false
      var firstKeys: Range<Int>?
      while position < text.count {
        guard let word = reader.word(at: position) else {
          position += reader.character(at: position).width
          continue
        }
        guard let folded = FoldedWord(reader.folded, count: word.length) else { return }
        let number = lexicon.insert(folded)
        let declension =
          word.isCyrillic ? rows.flatMap { lexicon.decline(number, folded, by: $0) } : nil
        if firstKeys == nil {
          let start = keys.count
          addKeys(word, folded, declension)
          firstKeys = start..<keys.count
        }
        node = child(of: node, number)
        trail.append(word)
        length = word.length
        position = word.end
        isLowercase = trail.capitals == 0
      }
      guard let firstKeys else { return }
      // A name without capitals is found in lower case; of several words one capital is enough.
      if isLowercase || trail.count > 1 {
        for index in firstKeys {
          keys.append(WordFilter.key(keys[index], isCyrillic: false, isLowercase: true))
        }
      }
      var complete = pattern
      complete.hasCapital = trail.capitals != 0
      complete.acronyms = trail.acronyms
      complete.marks = trail.marks
      complete.isEverydayWord =
        trail.count == 1 && trail.acronyms != 0 && EverydayWords.contains(reader.folded, length)
      add(complete, to: node)
    }
  }

  /// The longest form of a name whose first word starts at `start`.
  func match(at start: Int, _ reader: WordReader) -> Match {
    var best = Match(resume: start)
    // A name that is broken at a line end is longer than what stands before the line end.
    if let word = reader.word(at: start, joinsLines: true) {
      best.resume = word.end
      walk(from: word, reader, &best)
    }
    if best.count == 0, let word = reader.word(at: start), word.end != best.resume {
      best.resume = word.end
      walk(from: word, reader, &best)
    }
    return best
  }

  /// Calls `body` with every pattern of a match that its capitals allow, and whether a case ending
  /// led to it.
  func forEachPattern(of match: Match, _ body: (NamePattern, _ isInflected: Bool) -> Void) {
    for index in 0..<match.count {
      var next = firstPatterns[Int(match.nodes[index])]
      while next >= 0 {
        let pattern = patterns[Int(next)]
        if pattern.fits(match.trail) { body(pattern, index >= match.exactCount) }
        next = pattern.next
      }
    }
  }

  /// `first` must be the last word that was read.
  private func walk(from first: ScannedWord, _ reader: WordReader, _ best: inout Match) {
    var steps = Steps()
    steps.add(0, isInflected: false)
    var trail = WordTrail()
    var word = first
    var next = self.steps(from: steps, word, reader)
    while next.count > 0 {
      steps = next
      trail.append(word)
      best.set(steps, trail, { fits($0, trail) })
      guard goesOn(from: steps) else { return }
      let (start, isBoundary) = reader.gap(after: word)
      guard !isBoundary, let following = reader.word(at: start, joinsLines: true) else { return }
      word = following
      next = self.steps(from: steps, word, reader)
      if next.count == 0, let part = reader.word(at: start), part.end != word.end {
        word = part
        next = self.steps(from: steps, word, reader)
      }
    }
  }

  private func goesOn(from steps: Steps) -> Bool {
    for index in 0..<steps.count where goesOn[Int(steps.nodes[index])] { return true }
    return false
  }

  private func fits(_ node: Int32, _ trail: WordTrail) -> Bool {
    var next = firstPatterns[Int(node)]
    while next >= 0 {
      if patterns[Int(next)].fits(trail) { return true }
      next = patterns[Int(next)].next
    }
    return false
  }

  private func steps(from steps: Steps, _ word: ScannedWord, _ reader: WordReader) -> Steps {
    guard let folded = FoldedWord(reader.folded, count: word.length) else { return Steps() }
    let matches = lexicon.matches(word, folded, reader)
    var next = Steps()
    for step in 0..<steps.count {
      for match in 0..<matches.count {
        next.add(
          edges.node(from: steps.nodes[step], matches.numbers[match]),
          isInflected: steps.isInflected(step) || matches.inflected >> UInt8(match) & 1 != 0)
      }
    }
    return next
  }

  private mutating func child(of node: Int32, _ word: Int32) -> Int32 {
    let known = edges.node(from: node, word)
    guard known < 0 else { return known }
    let child = Int32(firstPatterns.count)
    firstPatterns.append(-1)
    goesOn.append(false)
    goesOn[Int(node)] = true
    edges.insert(from: node, word, to: child)
    return child
  }

  /// Patterns of a node keep the order in which they came.
  private mutating func add(_ pattern: NamePattern, to node: Int32) {
    var last: Int32 = -1
    var next = firstPatterns[Int(node)]
    while next >= 0 {
      let known = patterns[Int(next)]
      if known.isSame(as: pattern) { return }
      if pattern.isGenerated, known.entry == pattern.entry, !known.isSurname || pattern.isSurname {
        return
      }
      last = next
      next = known.next
    }
    let number = Int32(patterns.count)
    patterns.append(pattern)
    if last < 0 { firstPatterns[Int(node)] = number } else { patterns[Int(last)].next = number }
  }

  private mutating func addKeys(
    _ word: ScannedWord, _ folded: FoldedWord, _ declension: CaseEndings.Declension?
  ) {
    let prefix = folded.prefix
    keys.append(WordFilter.key(prefix, isCyrillic: word.isCyrillic, isLowercase: false))
    // Case endings change a stem of two letters within what the filter looks at.
    guard let declension, declension.stemLength < 6 else { return }
    let stem = prefix & ((1 << UInt64(8 * declension.stemLength)) - 1)
    for ending in CaseEndings.builtIn.endings(of: declension.paradigm) {
      let inflected = stem | ending << UInt64(8 * declension.stemLength)
      keys.append(WordFilter.key(inflected, isCyrillic: true, isLowercase: false))
    }
  }
}

extension Lexicon {
  /// The words that a word of a text may be, `folded` being its folded bytes.
  func matches(_ word: ScannedWord, _ folded: FoldedWord, _ reader: WordReader) -> Matches {
    var matches = Matches()
    look(up: folded, isCyrillic: word.isCyrillic, &matches)
    guard word.isMixedScript else { return matches }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WordReader.longest + 8) { buffer in
      buffer.initialize(repeating: 0)
      for script in [FoldedCharacter.Script.latin, .cyrillic] {
        if let respelled = LookAlikes.folded(word, of: reader, in: script, into: buffer) {
          look(up: respelled, isCyrillic: respelled.count == 2 * word.letters, &matches)
        }
      }
    }
    return matches
  }
}
