import CGlossaryData

/// The rules that read letters as sounds, by family (`letter-readings.tsv`).
struct LetterTable: Sendable {
  static let builtIn = LetterTable(EmbeddedTable(bitesto_letter_readings()), sounds: .builtIn)

  /// One row of the table.
  private struct Rule: Sendable {
    var letters: [UInt8]
    var after: LetterSet
    var before: LetterSet
    var sounds: [UInt8]
    var isTypical: Bool
    var isImpossible: Bool
  }

  let alphabet: NameAlphabet
  let sounds: SoundTable
  /// By family and first letter, in the order in which they are tried.
  private let rules: [[[Rule]]]

  /// The families that read Latin letters, in the order in which they are tried.
  static let latinFamilies = ReadingFamily.allCases.filter { $0 != .cyrillic }

  init(_ table: EmbeddedTable, sounds: SoundTable) {
    let alphabet = NameAlphabet(letters: table.rows.flatMap { $0[1].unicodeScalars })
    let families = ReadingFamily.allCases
    var ranked = families.map { _ in [(rank: [Int], rule: Rule)]() }
    for (position, row) in table.rows.enumerated() {
      let signs = row[4].filter { $0 != " " }
      let rule = Rule(
        letters: row[1].unicodeScalars.map(alphabet.number),
        after: LetterSet(row[2], alphabet), before: LetterSet(row[3], alphabet),
        sounds: signs.map(sounds.number).filter { $0 != 0 }, isTypical: signs.contains("+"),
        isImpossible: signs.contains("!"))
      for (number, family) in families.enumerated() {
        let isOwn = row[0] == family.rawValue
        guard isOwn || row[0] == "latin" && family != .cyrillic else { continue }
        let contexts = (row[2].isEmpty ? 0 : 1) + (row[3].isEmpty ? 0 : 1)
        ranked[number].append(
          ([-rule.letters.count, isOwn ? 0 : 1, -contexts, position], rule))
      }
    }
    rules = ranked.map { ranked in
      var byLetter = [[Rule]](repeating: [], count: NameAlphabet.limit + 1)
      for (_, rule) in ranked.sorted(by: { $0.rank.lexicographicallyPrecedes($1.rank) }) {
        if let first = rule.letters.first { byLetter[Int(first)].append(rule) }
      }
      return byLetter
    }
    self.alphabet = alphabet
    self.sounds = sounds
  }

  /// Appends the sounds of a word as `family` reads it.
  ///
  /// - Returns: whether something in the word is typical of the family; nil, with nothing appended,
  ///   when the family does not write so.
  func read(
    _ letters: [UInt8], as family: ReadingFamily, into output: inout [UInt8]
  ) -> Bool? {
    let number = ReadingFamily.allCases.firstIndex(of: family) ?? 0
    let start = output.count
    let width = sounds.count
    var isTypical = false
    var position = 0
    var previous = 0
    rules[number].withUnsafeBufferPointer { byLetter in
      while position < letters.count {
        let matching = byLetter[Int(letters[position])].first { rule in
          Self.matches(rule, letters, position)
        }
        guard let rule = matching, !rule.isImpossible else {
          position = -1
          return
        }
        for sound in rule.sounds {
          let turned = sounds.turns[previous * width + Int(sound)]
          output.append(turned)
          previous = Int(turned)
        }
        isTypical = isTypical || rule.isTypical
        position += rule.letters.count
      }
    }
    guard position >= 0, output.count > start else {
      output.removeSubrange(start...)
      return nil
    }
    return isTypical
  }

  @inline(__always)
  private static func matches(_ rule: Rule, _ letters: [UInt8], _ position: Int) -> Bool {
    let end = position + rule.letters.count
    guard end <= letters.count else { return false }
    for offset in 1..<max(1, rule.letters.count)
    where letters[position + offset] != rule.letters[offset] {
      return false
    }
    return rule.after.contains(position == 0 ? 0 : letters[position - 1])
      && rule.before.contains(end == letters.count ? 0 : letters[end])
  }
}

/// Some letters of an alphabet, where 0 stands for the start and the end of a word.
private struct LetterSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// An empty cell means every letter.
  init(_ cell: Substring, _ alphabet: NameAlphabet) {
    guard !cell.isEmpty else {
      (low, high) = (.max, .max)
      return
    }
    for scalar in cell.unicodeScalars {
      let number = scalar == "^" ? 0 : alphabet.number(of: scalar)
      if scalar != "^", number == 0 { continue }
      if number < 64 { low |= 1 << UInt64(number) } else { high |= 1 << UInt64(number - 64) }
    }
  }

  func contains(_ letter: UInt8) -> Bool {
    (letter < 64 ? low >> UInt64(letter) : high >> UInt64(letter - 64)) & 1 == 1
  }
}
