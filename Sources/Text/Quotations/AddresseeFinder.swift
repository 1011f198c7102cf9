/// Finds to whom words were said: "ha detto Rossi ai giornalisti", "told lawmakers".
struct AddresseeFinder {
  let context: AttributionContext

  private var subjects: SubjectFinder { SubjectFinder(context: context) }

  /// How far from the verb the addressee stands, in words.
  private static let reach = 9

  /// The addressee of a cue verb, named like a speaker; nil when the clause names none, or names an
  /// outlet.
  func addressee(of cue: Range<Int>, in words: ArraySlice<HostWord>) -> String? {
    guard words[cue].contains(where: { $0.isAny(.reportingVerb) }) else { return nil }
    if words[cue.upperBound - 1].classes.contains(.dativeVerb) {
      return name(at: cue.upperBound, in: words)
    }
    let end = min(words.endIndex, cue.upperBound + Self.reach)
    for index in cue.upperBound..<max(cue.upperBound, end) {
      if words[index].isAny([.clauseBreak, .complementizer]) { return nil }
      guard words[index].classes.contains(.addressPreposition) else { continue }
      if let name = name(at: index + 1, in: words) { return name }
      let isNext = words[cue.upperBound..<index].allSatisfy { $0.isAny(.filler) }
      if isNext, let noun = noun(after: index, in: words) { return noun }
    }
    return nil
  }

  /// "ai (suoi) collaboratori", "alla giudice": who bears the noun as an office, or the noun itself.
  private func noun(after preposition: Int, in words: ArraySlice<HostWord>) -> String? {
    guard words[preposition].classes.contains(.articulated) else { return nil }
    let rest = words[(preposition + 1)...].drop { $0.isAny([.filler, .possessive]) }
    guard let noun = rest.first, noun.classes.contains(.word), !noun.isCapitalized,
      !noun.isAny([.circumstance, .outletNoun, .pronoun, .titledWork])
    else { return nil }
    let person = context.names.person(describedBy: noun.key, and: [], at: noun.range.lowerBound)
    if let person { return person }
    let isPlural = context.lexicon.pluralDatives.contains(words[preposition].key)
    return isPlural || noun.isAny([.epithet, .source, .title])
      ? context.document.text(noun.range) : nil
  }

  private func name(at start: Int, in words: ArraySlice<HostWord>) -> String? {
    var index = start
    while index < words.endIndex, words[index].isAny([.article, .possessive]) { index += 1 }
    guard index < words.endIndex, context.outlets.match(at: index, in: words) == nil else {
      return nil
    }
    if words[index].classes.contains(.audience) { return context.document.text(words[index].range) }
    let region = words[index..<min(words.endIndex, index + 10)]
    let clause = region.prefix {
      !$0.isAny([.clauseBreak, .fullStop, .preposition]) || $0.isAny(.genitive)
    }
    guard clause.first?.isAny([.capitalized, .title]) == true,
      let run = subjects.nameRuns(in: clause).first
    else { return nil }
    return subjects.name(run, in: clause)
  }
}
