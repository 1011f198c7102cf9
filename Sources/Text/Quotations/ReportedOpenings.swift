/// Where reported clauses begin: a cue verb and the small word after it.
struct ReportedOpenings {
  struct Opening {
    var cue: Range<Int>
    /// The index of the first reported word.
    var content: Int
    /// A noun is reported, not a clause: "ha chiesto una garanzia".
    var isNominal = false
    /// An infinitive is reported: "ha negato di aver visto".
    var isInfinitive = false
  }

  let context: AttributionContext

  private var cues: CueFinder { CueFinder(context: context) }

  /// How many words of addressee, subject and adverbs may stand after the verb.
  private static let reach = 9

  func openings(in words: ArraySlice<HostWord>) -> [Opening] {
    var found: [Opening] = []
    for index in words.indices where words[index].isAny(.reportingVerb) {
      guard let verb = cues.verb(at: index, in: words), !isSubordinate(verb, in: words),
        found.last.map({ $0.content <= index }) ?? true
      else { continue }
      if let opening = opening(after: verb, in: words) { found.append(opening) }
    }
    return found
  }

  private func opening(after verb: Range<Int>, in words: ArraySlice<HostWord>) -> Opening? {
    let start = verb.upperBound
    var isPlain = true
    var follows = false
    for index in start..<min(words.endIndex, start + Self.reach) {
      let word = words[index]
      if isPlain,
        word.classes.contains(.complementizer) || isQuestion(index, after: verb, in: words)
      {
        return Opening(cue: verb, content: index)
      }
      if word.classes.contains(.infinitiveMarker), index + 1 < words.endIndex,
        isInfinitive(context.document.folded(words[index + 1].range))
      {
        return Opening(cue: verb, content: index, isInfinitive: true)
      }
      if word.classes.contains(.colon), index + 1 < words.endIndex,
        words[index + 1].classes.contains(.complementizer)
      {
        return Opening(cue: verb, content: index + 1)
      }
      if index == start, isPronounClause(at: index, in: words) {
        return Opening(cue: verb, content: index)
      }
      if word.isBreak { return nil }
      if words[verb.upperBound - 1].classes.contains(.contentVerb),
        word.classes.contains(.contentNoun),
        index > start, words[index - 1].classes.contains(.article)
      {
        return Opening(cue: verb, content: index - 1, isNominal: true)
      }
      let isGoverned = follows
      follows = word.isAny(.preposition)
      if !isGoverned,
        !word.isAny([.filler, .preposition, .capitalized, .audience, .title, .number])
      {
        isPlain = false
      }
      if isGoverned, !word.classes.contains(.word) { isPlain = false }
    }
    return nil
  }

  /// "ha chiesto se ...": a question that is reported.
  private func isQuestion(_ index: Int, after verb: Range<Int>, in words: ArraySlice<HostWord>)
    -> Bool
  {
    words[index].classes.contains(.questionMarker)
      && words[verb.upperBound - 1].classes.contains(.askingVerb)
  }

  /// "said he would": English leaves out "that".
  private func isPronounClause(at index: Int, in words: ArraySlice<HostWord>) -> Bool {
    context.lexicon.language == .english && words[index].classes.contains(.pronoun)
      && index + 2 < words.endIndex
      && words[index + 1].classes.isDisjoint(with: [.punctuation, .preposition, .capitalized])
  }

  /// "(di) aver notato che", "amici che dicono che": part of the clause around it.
  private func isSubordinate(_ verb: Range<Int>, in words: ArraySlice<HostWord>) -> Bool {
    if verb.lowerBound > words.startIndex,
      words[verb.lowerBound - 1].classes.contains(.relative)
    {
      return true
    }
    return words[verb.lowerBound].classes.contains(.perfectInfinitive)
  }

  private func isInfinitive(_ folded: String) -> Bool {
    [
      "are", "ere", "ire", "arsi", "ersi", "irsi", "arlo", "erlo", "arla", "erla", "arli", "erli",
      "arne", "aver", "esser", "voler", "poter", "dover", "saper", "far", "dar", "star", "dire",
      "arci", "erci", "irci", "armi", "ermi", "irmi", "erne",
    ]
    .contains { folded.hasSuffix($0) } || folded == "non"
  }
}
