/// Latin and Cyrillic letters that look the same, so that a word with one in place of the other is
/// found: *Lukаshenko* with а for a.
enum LookAlikes {
  /// The folded bytes of a word with every letter in one script; nil when a letter has no double.
  static func folded(
    _ word: ScannedWord, of reader: WordReader, in script: FoldedCharacter.Script,
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> FoldedWord? {
    var position = word.start
    var count = 0
    while position < word.end {
      let (character, width) = reader.character(at: position)
      position += width
      guard character.role == .letter else { continue }
      guard count + 2 <= WordReader.longest, character.first != 0 else { return nil }
      var units = (character.first, character.second)
      if character.script != script, character.script != .other {
        guard let double = doubles[Letter(character)] else { return nil }
        units = double
      }
      buffer[count] = units.0
      count += 1
      if units.1 != 0 {
        buffer[count] = units.1
        count += 1
      }
    }
    return FoldedWord(buffer, count: count)
  }

  private struct Letter: Hashable {
    var first: UInt8
    var second: UInt8
    var isUppercase: Bool

    init(_ character: FoldedCharacter) {
      first = character.first
      second = character.second
      isUppercase = character.isUppercase
    }
  }

  private static let doubles: [Letter: (UInt8, UInt8)] = {
    var doubles: [Letter: (UInt8, UInt8)] = [:]
    for pair in pairs {
      let both = pair.unicodeScalars.map { FoldedCharacter.of($0.value) }
      doubles[Letter(both[0])] = (both[1].first, both[1].second)
      doubles[Letter(both[1])] = (both[0].first, both[0].second)
    }
    return doubles
  }()

  /// Letters that look the same as capitals only (Вв, Bb) are listed as capitals.
  private static let pairs = [
    "АA", "ВB", "ЕE", "КK", "МM", "НH", "ОO", "РP", "СC", "ТT", "УY", "ХX", "ІI", "ЈJ", "ЅS", "аa",
    "еe", "кk", "оo", "рp", "сc", "уy", "хx", "іi", "јj", "ѕs", "һh", "ԁd", "ԛq", "ԝw",
  ]
}
