/// The rules that read letters as sounds, by family (`letter-readings.tsv`).
struct LetterTable: Sendable {
  static let builtIn = LetterTable(EmbeddedTable("letter-readings.tsv"), sounds: .builtIn)

  /// One row of the table; plain numbers, so that trying rules costs no reference counting.
  private struct Rule: Sendable {
    /// Where its letters and its sounds stand in ``pool``.
    var letters: Range<Int32>
    var sounds: Range<Int32>
    var after: LetterSet
    var before: LetterSet
    var isTypical: Bool
    var isImpossible: Bool
  }

  let alphabet: NameAlphabet
  let sounds: SoundTable
  /// In the order in which they are tried, by family and first letter.
  private let rules: [Rule]
  /// Where the rules of a family for a letter start in ``rules``, at
  /// `family * (NameAlphabet.limit + 1) + letter`; one more at the end.
  private let starts: [Int32]
  private let pool: [UInt8]

  /// The families that read Latin letters, in the order in which they are tried.
  static let latinFamilies = ReadingFamily.allCases.filter { $0 != .cyrillic }

  init(_ table: EmbeddedTable, sounds: SoundTable) {
    let alphabet = NameAlphabet(letters: table.rows.flatMap { $0[1].unicodeScalars })
    var pool: [UInt8] = []
    func pooled(_ numbers: [UInt8]) -> Range<Int32> {
      let start = Int32(pool.count)
      pool += numbers
      return start..<Int32(pool.count)
    }
    let families = ReadingFamily.allCases
    let letterCount = NameAlphabet.limit + 1
    var ranked = [[(rank: [Int], rule: Rule)]](
      repeating: [], count: families.count * letterCount)
    for (position, row) in table.rows.enumerated() {
      let letters = row[1].unicodeScalars.map(alphabet.number)
      guard let first = letters.first else { continue }
      let signs = row[4].filter { $0 != " " }
      let rule = Rule(
        letters: pooled(letters), sounds: pooled(signs.map(sounds.number).filter { $0 != 0 }),
        after: LetterSet(row[2], alphabet), before: LetterSet(row[3], alphabet),
        isTypical: signs.contains("+"), isImpossible: signs.contains("!"))
      let contexts = (row[2].isEmpty ? 0 : 1) + (row[3].isEmpty ? 0 : 1)
      for (number, family) in families.enumerated() {
        let isOwn = row[0] == family.rawValue
        guard isOwn || row[0] == "latin" && family != .cyrillic else { continue }
        ranked[number * letterCount + Int(first)].append(
          ([-letters.count, isOwn ? 0 : 1, -contexts, position], rule))
      }
    }
    var rules: [Rule] = []
    var starts: [Int32] = []
    for cell in ranked {
      starts.append(Int32(rules.count))
      rules += cell.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.rule)
    }
    starts.append(Int32(rules.count))
    self.alphabet = alphabet
    self.sounds = sounds
    self.rules = rules
    self.starts = starts
    self.pool = pool
  }

  /// Appends the sounds of a word as `family` reads it.
  ///
  /// - Returns: whether something in the word is typical of the family; nil, with nothing appended,
  ///   when the family does not write so.
  func read(
    _ letters: [UInt8], as family: ReadingFamily, into output: inout [UInt8]
  ) -> Bool? {
    let first = (ReadingFamily.allCases.firstIndex(of: family) ?? 0) * (NameAlphabet.limit + 1)
    let start = output.count
    let width = sounds.count
    var isTypical = false
    var position = 0
    var previous = 0
    letters.withUnsafeBufferPointer { letters in
      rules.withUnsafeBufferPointer { rules in
        pool.withUnsafeBufferPointer { pool in
          while position < letters.count {
            let cell = first + Int(letters[position])
            var number = Int(starts[cell])
            let end = Int(starts[cell + 1])
            while number < end, !Self.matches(rules[number], letters, position, pool) {
              number += 1
            }
            guard number < end, !rules[number].isImpossible else {
              position = -1
              return
            }
            let rule = rules[number]
            for index in rule.sounds {
              let turned = sounds.turns[previous * width + Int(pool[Int(index)])]
              output.append(turned)
              previous = Int(turned)
            }
            isTypical = isTypical || rule.isTypical
            position += rule.letters.count
          }
        }
      }
    }
    guard position >= 0, output.count > start else {
      output.removeSubrange(start...)
      return nil
    }
    closeSyllables(&output, from: start)
    return isTypical
  }

  /// Marks the vowels of closed syllables: a consonant follows, and no vowel after it.
  private func closeSyllables(_ output: inout [UInt8], from start: Int) {
    for position in start..<output.count - 1 {
      let sound = output[position]
      guard sounds.closed[Int(sound)] != sound, sounds.isConsonant(output[position + 1]),
        position + 2 == output.count || !sounds.isVowel[Int(output[position + 2])]
      else { continue }
      output[position] = sounds.closed[Int(sound)]
    }
  }

  @inline(__always)
  private static func matches(
    _ rule: Rule, _ letters: UnsafeBufferPointer<UInt8>, _ position: Int,
    _ pool: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let count = rule.letters.count
    guard position + count <= letters.count else { return false }
    let start = Int(rule.letters.lowerBound)
    var offset = 1
    while offset < count {
      if letters[position + offset] != pool[start + offset] { return false }
      offset += 1
    }
    let end = position + count
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
