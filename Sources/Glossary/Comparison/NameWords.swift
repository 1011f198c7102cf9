/// One word of a name, in the letters of an alphabet.
struct NameWord {
  /// Where the word stands in the name; nil for one that was put together.
  var range: Range<String.Index>?
  var letters: [UInt8] = []
  /// The letters as they were given, for words that are not read.
  var codePoints: [UInt32] = []
  var script = NameAlphabet.Script.latin
  /// "A." or "А": stands for a whole name.
  var isInitial = false
  /// A comma follows: what comes before it is the surname.
  var precedesComma = false
}

/// Splits a name into words: at spaces, hyphens and periods, but not at apostrophes, which are signs
/// of softness or nothing in a name.
struct NameWordScanner {
  let alphabet: NameAlphabet
  /// Longer words are no names; they are compared letter by letter.
  static let longestWord = 48

  func words(of name: String) -> [NameWord] {
    var words: [NameWord] = []
    var word = NameWord()
    var latin = 0
    var cyrillic = 0
    let scalars = name.unicodeScalars
    var start = scalars.startIndex
    var end = start
    func finish(before role: FoldedCharacter.Role, isComma: Bool) {
      if !word.codePoints.isEmpty {
        word.range = start..<end
        settle(&word, latin: latin, cyrillic: cyrillic)
        let count = word.codePoints.count
        word.isInitial = count == 1 || role == .period && count <= 3
        words.append(word)
        (word, latin, cyrillic) = (NameWord(), 0, 0)
      }
      if isComma, !words.isEmpty { words[words.count - 1].precedesComma = true }
    }
    for index in scalars.indices {
      let codePoint = scalars[index].value
      let character = FoldedCharacter.of(codePoint)
      switch character.role {
      case .letter, .regionalIndicator:
        let letters = alphabet.letters(of: codePoint)
        if word.codePoints.isEmpty { start = index }
        end = scalars.index(after: index)
        word.codePoints.append(codePoint)
        if letters.first == 0 { word.script = .other }
        for letter in [letters.first, letters.second] where letter != 0 {
          word.letters.append(letter)
          if alphabet.isCyrillic(letter) { cyrillic += 1 } else { latin += 1 }
        }
      case .ignored:
        if let base = word.letters.last, let letter = alphabet.letter(base, with: codePoint) {
          word.letters[word.letters.count - 1] = letter
        }
        if !word.codePoints.isEmpty { end = scalars.index(after: index) }
      case .apostrophe, .softSign:
        break
      case .boundary, .space, .newline, .hyphen, .period:
        finish(before: character.role, isComma: codePoint == 0x2C)
      }
    }
    finish(before: .boundary, isComma: false)
    return words
  }

  /// Decides the script of a word, and turns letters of the other one into what they look like.
  private func settle(_ word: inout NameWord, latin: Int, cyrillic: Int) {
    if word.letters.count > Self.longestWord { word.script = .other }
    guard word.script != .other else { return }
    word.script = cyrillic > latin ? .cyrillic : .latin
    guard latin > 0, cyrillic > 0 else { return }
    word.letters = []
    for codePoint in word.codePoints {
      let letter = alphabet.letters(of: codePoint)
      let look =
        alphabet.lookalike(of: codePoint, in: word.script)
        .map { alphabet.letters(of: $0).first } ?? letter.first
      let isMeant = alphabet.isCyrillic(letter.first) == (word.script == .cyrillic)
      word.letters.append(isMeant ? letter.first : look)
    }
    if word.letters.contains(where: { alphabet.isCyrillic($0) != (word.script == .cyrillic) }) {
      word.script = .other
    }
  }
}
