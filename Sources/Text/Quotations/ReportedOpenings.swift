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
  private static let reach = 12

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
    /// How many more words may belong to the last preposition.
    var governed = 0
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
      let isGoverned = governed > 0
      governed = word.isAny(.preposition) ? 3 : max(governed - 1, 0)
      if word.isAny(.article), !word.isAny(.filler) { governed = 0 }
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

  /// "(di) aver notato che", "amici che dicono che": part of the clause around it. A relative clause
  /// after a comma only adds to it: "Rossi, che ha ammesso di ...".
  private func isSubordinate(_ verb: Range<Int>, in words: ArraySlice<HostWord>) -> Bool {
    if verb.lowerBound > words.startIndex,
      words[verb.lowerBound - 1].classes.contains(.relative)
    {
      let before = verb.lowerBound - 2
      return before < words.startIndex || !words[before].classes.contains(.comma)
    }
    return words[verb.lowerBound].classes.contains(.perfectInfinitive)
  }

  private func isInfinitive(_ folded: String) -> Bool {
    guard !folded.hasSuffix("iere"), !Self.nouns.contains(folded) else { return false }
    return [
      "are", "ere", "ire", "arsi", "ersi", "irsi", "arlo", "erlo", "arla", "erla", "arli", "erli",
      "arne", "aver", "esser", "voler", "poter", "dover", "saper", "far", "dar", "star", "dire",
      "arci", "erci", "irci", "armi", "ermi", "irmi", "erne",
    ]
    .contains { folded.hasSuffix($0) } || folded == "non"
  }

  /// Nouns and adjectives that end like infinitives.
  private static let nouns: Set<String> = [
    "carcere", "genere", "mare", "altare", "cenere", "militare", "nucleare", "solare", "popolare",
    "polare", "familiare", "particolare", "potere", "piacere", "dovere", "parere", "avvenire",
  ]
}
