import BitestoText

/// Makes mentions of the stretches found.
extension NameFinding {
  func add(
    _ piece: Range<Int>, in sentence: Range<Int>, isOutlet: Bool = false,
    _ found: inout [NameMention]
  ) {
    var piece = piece
    if let wider = ministry(piece, sentence) { piece = wider }
    let own = words[piece].filter(\.isWord)
    guard let first = own.first, own.count <= Self.longestName + 2 else { return }
    var traits = own.reduce(into: WordTraits()) { traits, word in
      if word.known == nil, !isOutlet {
        traits.formUnion(word.traits.intersection([.body, .event, .site]))
      }
    }
    if own.count == 1 {
      let unlikely: WordTraits = [
        .portfolio, .office, .common, .body, .event, .site, .title, .people, .outlet, .function,
        .calendar,
      ]
      guard first.known == nil, first.key.utf8.count > 1, !isShortened(piece.lowerBound),
        !isLetterCompound(piece.lowerBound),
        first.isAcronym && !first.opens || first.traits.isDisjoint(with: unlikely)
      else { return }
      traits = []
    }
    traits.formUnion(surroundings(of: piece, in: sentence))
    let folded = own.map { FoldedName.word($0.key) }.filter { !$0.isEmpty }
    guard !folded.isEmpty, text.bytes(piece).count <= 120 else { return }
    let isSure =
      own.count == 1
      ? !first.opens && !isCutOff(piece)
      : own.dropFirst().contains { $0.isCapitalized && !$0.opens }
    found.append(
      NameMention(
        text: number, range: text.bytes(piece), spelling: text.text(piece), words: folded,
        isSure: isSure, traits: traits, isAcronym: own.count == 1 && first.isAcronym,
        abbreviation: abbreviation(of: own, after: piece.upperBound, in: sentence),
        shortened: shortened(piece, in: sentence),
        covered: traits.isDisjoint(with: [.body, .event]) ? Set(own.compactMap(\.known)) : []))
  }

  /// "X-ray", "T-shirt": a capital letter as a thing of its own.
  func isLetterCompound(_ index: Int) -> Bool {
    let parts = words[index].key.split(separator: "-")
    return parts.count > 1 && parts.first?.count == 1 && !words[index].isAcronym
  }

  /// Whether the text ends with a word, perhaps in the middle of it.
  func isCutOff(_ piece: Range<Int>) -> Bool {
    piece.upperBound == words.count
      && (words.last?.range.upperBound ?? 0) + 1 >= text.document.bytes.count
  }

  /// "ministero della Difesa": the body in front of what it is for, small letter or not. For an office
  /// ("ministro della Difesa") the piece is a single portfolio, which names nothing.
  func ministry(_ piece: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    let head = piece.lowerBound - 2
    guard head >= sentence.lowerBound, words[piece.lowerBound].traits.contains(.portfolio),
      words[head + 1].traits.contains(.joiner), words[head].traits.contains(.body)
    else { return nil }
    return head..<piece.upperBound
  }

  /// "Nonproliferation Treaty (NPT)": letters in parentheses that begin the words before them.
  func abbreviation(
    of own: [TextWord], after end: Int, in sentence: Range<Int>
  ) -> String? {
    guard own.count > 1, end + 2 < sentence.upperBound, words[end].key == "(",
      words[end + 2].key == ")", words[end + 1].isAcronym
    else { return nil }
    return Self.abbreviates(words[end + 1], own) ? FoldedName.word(words[end + 1].key) : nil
  }

  /// The known mention that letters in parentheses behind it abbreviate.
  func shortened(_ piece: Range<Int>, in sentence: Range<Int>) -> Int? {
    guard piece.count == 1, words[piece.lowerBound].isAcronym else { return nil }
    let before = piece.lowerBound - 2
    let behind = piece.upperBound + 1
    let known: Int?
    if before >= sentence.lowerBound, words[before + 1].key == "(" {
      known = words[before].known
    } else if behind < sentence.upperBound, words[behind - 1].key == "(" {
      known = words[behind].known
    } else {
      known = nil
    }
    guard let known else { return nil }
    let near = max(sentence.lowerBound, before - 9)..<min(sentence.upperBound, behind + 9)
    let own = words[near].filter { $0.known == known }
    return Self.abbreviates(words[piece.lowerBound], Array(own)) ? known : nil
  }

  /// Whether the letters of a word begin words of a name, in order.
  static func abbreviates(_ acronym: TextWord, _ name: [TextWord]) -> Bool {
    let initials = name.compactMap(\.key.first)
    var next = 0
    for letter in acronym.key {
      guard let place = initials[next...].firstIndex(of: letter) else { return false }
      next = place + 1
    }
    return true
  }
}
