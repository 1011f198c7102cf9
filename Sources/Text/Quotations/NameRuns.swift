/// Runs of capitalized words that may be a name.
struct NameRuns {
  /// Longer runs are headlines; a bound keeps every look linear.
  private static let longest = 12

  /// The run that starts at `start`, an index into `words`; empty when that word begins none.
  func run(at start: Int, in words: ArraySlice<HostWord>) -> Range<Int> {
    guard start < words.endIndex, isNameWord(words[start]), !words[start].isAny(.phraseStart) else {
      return start..<start
    }
    var end = start + 1
    while end < words.endIndex, end - start < Self.longest {
      if isNameWord(words[end]) {
        end += 1
      } else if isInitialStop(at: end, in: words), end + 1 < words.endIndex,
        isNameWord(words[end + 1])
      {
        end += 1
      } else if let next = particlesEnd(from: end, in: words) ?? elidedEnd(from: end, in: words) {
        end = next
      } else {
        break
      }
    }
    return start..<end
  }

  /// The part of a run that names a person or a body.
  ///
  /// Offices and titles in front are left out, and so are a weekday, an abbreviation ("LSU Will
  /// Wade") and, after an article, the club or company before a full name ("del Chelsea Daniel
  /// Sturridge") or an office ("prefetto di Cuneo Piero Lanza").
  func core(_ run: Range<Int>, in words: ArraySlice<HostWord>) -> Range<Int> {
    var start = run.lowerBound
    while start < run.upperBound - 1,
      isOffice(words[start]) || words[start].classes.contains(.filler)
    {
      start += 1
    }
    if run.upperBound - start > 2, start == run.lowerBound,
      words[start].classes.contains(.acronym) || followsArticle(start, in: words)
        || followsOffice(start, in: words)
    {
      start += 1
    }
    return start..<run.upperBound
  }

  /// After a preposition with an article ("del", "della"), which no person's name takes.
  private func followsArticle(_ start: Int, in words: ArraySlice<HostWord>) -> Bool {
    guard start > words.startIndex else { return false }
    return words[start - 1].classes.contains(.articulated)
  }

  /// The place of an office in front of a full name: "il prefetto di Cuneo Piero Lanza".
  private func followsOffice(_ start: Int, in words: ArraySlice<HostWord>) -> Bool {
    guard start > words.startIndex + 1 else { return false }
    return words[start - 1].classes.contains(.genitive)
      && words[start - 2].classes.contains(.epithet)
  }

  func isOffice(_ word: HostWord) -> Bool {
    word.classes.contains(.title) || word.classes.contains(.institution)
      || word.classes.contains(.starter) || word.isAny(.reportingVerb)
      || !word.classes.contains(.word)
  }

  private func isNameWord(_ word: HostWord) -> Bool {
    word.classes.isSuperset(of: [.word, .capitalized]) && !word.classes.contains(.elided)
  }

  /// "George W. Bush": the stop after an initial, the one after "Jr" or "Dr".
  private func isInitialStop(at index: Int, in words: ArraySlice<HostWord>) -> Bool {
    words[index].classes.contains(.fullStop) && words[index - 1].range.count <= 2
  }

  /// "(Rosa) Dell'Orto": a capitalized elision that the next word is glued to.
  private func elidedEnd(from start: Int, in words: ArraySlice<HostWord>) -> Int? {
    guard start + 1 < words.endIndex, words[start].isCapitalized,
      words[start].classes.contains(.elided), isNameWord(words[start + 1]),
      words[start].range.upperBound == words[start + 1].range.lowerBound
    else { return nil }
    return start + 1
  }

  private func particlesEnd(from start: Int, in words: ArraySlice<HostWord>) -> Int? {
    var end = start
    while end < words.endIndex, end - start < 2, words[end].classes.contains(.nameParticle) {
      end += 1
    }
    return end > start && end < words.endIndex && isNameWord(words[end]) ? end : nil
  }
}
