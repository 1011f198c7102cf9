/// What the words before and behind a name say about it.
extension NameFinding {
  private static let reach = 7
  private static let greatestAge = 110

  func surroundings(of piece: Range<Int>, in sentence: Range<Int>) -> WordTraits {
    var traits: WordTraits = []
    if let before = word(piece.lowerBound - 1, in: sentence) {
      traits.formUnion(before.traits.intersection([.whereabouts, .definite, .outlet]))
      if before.traits.contains(.definite),
        word(piece.lowerBound - 2, in: sentence)?.traits.contains(.whereabouts) == true
      {
        traits.insert(.whereabouts)
      }
      // "città di Cuneo", "the city of Bern"
      if before.traits.contains(.joiner),
        let noun = word(piece.lowerBound - 2, in: sentence),
        !noun.traits.isDisjoint(with: [.whereabouts, .site]), !noun.traits.contains(.function),
        noun.key.utf8.count > 2
      {
        traits.insert(.whereabouts)
      }
      if !before.traits.contains(.definite), !before.traits.contains(.joiner) {
        traits.formUnion(title(before: piece.lowerBound, in: sentence))
      }
    }
    if isHeadedFor(piece.lowerBound, in: sentence) { traits.insert(.whereabouts) }
    if isDateline(piece, in: sentence) { traits.insert(.whereabouts) }
    if isSaid(piece.upperBound, in: sentence) { traits.insert(.saying) }
    if isAged(piece.upperBound, in: sentence) { traits.insert(.title) }
    return traits
  }

  private func word(_ index: Int, in sentence: Range<Int>) -> TextWord? {
    sentence.contains(index) ? text.words[index] : nil
  }

  /// The title that a name follows, over its complement: "ministro della Difesa russo Shoigu".
  private func title(before start: Int, in sentence: Range<Int>) -> WordTraits {
    var index = start - 1
    var strangers = 0
    while index >= sentence.lowerBound, start - index <= Self.reach {
      let word = text.words[index]
      guard word.isWord else { return [] }
      if word.traits.contains(.title) {
        return word.traits.intersection([.title, .masculine, .feminine])
      }
      let isComplement =
        word.known != nil
        || !word.traits.isDisjoint(with: [.joiner, .portfolio, .office, .people, .common])
      if !isComplement {
        strangers += 1
        guard strangers == 1, index == start - 1, !word.isCapitalized,
          word.traits.isDisjoint(with: [.function, .saying])
        else { return [] }
      }
      index -= 1
    }
    return []
  }

  /// "a Holyoke", where nobody is told or asked anything.
  private func isHeadedFor(_ start: Int, in sentence: Range<Int>) -> Bool {
    guard text.language == .italian, let before = word(start - 1, in: sentence),
      before.key == "a" || before.key == "ad"
    else { return false }
    return !(1...3).contains {
      word(start - 1 - $0, in: sentence)?.traits.contains(.saying) == true
    }
  }

  /// "MINSK – ...": a text, or a paragraph of it, begins with where it was written.
  private func isDateline(_ piece: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard piece.lowerBound == sentence.lowerBound else { return false }
    let next = word(piece.upperBound, in: sentence)?.key
    let isInCapitals = text.words[piece].allSatisfy { $0.isAcronym || !$0.isWord }
    return ["–", "—"].contains(next) || isInCapitals && [",", "(", "-"].contains(next)
  }

  private func isSaid(_ start: Int, in sentence: Range<Int>) -> Bool {
    for index in start..<start + 3 {
      guard let word = word(index, in: sentence), word.isWord else { return false }
      if word.traits.contains(.saying) { return true }
      guard word.traits.contains(.function) else { return false }
    }
    return false
  }

  /// "Anna Bianchi, 45, ..."
  private func isAged(_ start: Int, in sentence: Range<Int>) -> Bool {
    guard word(start, in: sentence)?.key == ",", let number = word(start + 1, in: sentence),
      number.kind == .number, let age = Int(number.key)
    else { return false }
    return (1...Self.greatestAge).contains(age)
      && [",", ".", nil].contains(word(start + 2, in: sentence)?.key)
  }
}
