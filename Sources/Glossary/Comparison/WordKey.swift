/// What a word of a name is compared by: its letters and the ways in which they can be read.
struct WordKey: Sendable {
  /// One way to read the word.
  struct Reading: Sendable {
    /// The end of its sounds in ``WordKey/sounds``.
    var end: Int
    var family: ReadingFamily
    /// What it costs to read the word so.
    var penalty: UInt16

    /// Nothing in the word is typical of the family.
    var isGuess: Bool { penalty > WordKey.typicalPenalty }
  }

  let letters: [UInt8]
  /// Where the word stands in its name.
  let range: Range<String.Index>?
  let script: NameAlphabet.Script
  let isInitial: Bool
  /// The code points of a word that is not read.
  let codePoints: [UInt32]
  /// The sounds of all readings, one after the other; each way to sound appears once.
  let sounds: [UInt8]
  private(set) var readings: [Reading]
  /// Whether something in the word shows that marks are lost.
  let hasLostMarks: Bool
  /// The consonants of the reading that has the fewest.
  let consonants: Int

  /// The penalty of a reading of a family that the word shows signs of.
  static let typicalPenalty: UInt16 = 5

  init(_ word: NameWord, table: LetterTable) {
    letters = word.letters
    range = word.range
    script = word.script
    isInitial = word.isInitial
    codePoints = word.script == .other ? word.codePoints : []
    var sounds: [UInt8] = []
    sounds.reserveCapacity(word.letters.count * 6)
    var readings: [Reading] = []
    var hasLostMarks = false
    let families: [ReadingFamily] =
      switch word.script {
      case .latin: LetterTable.latinFamilies
      case .cyrillic: [.cyrillic]
      case .other: []
      }
    for family in families {
      let start = sounds.count
      guard let isTypical = table.read(word.letters, as: family, into: &sounds) else { continue }
      hasLostMarks = hasLostMarks || isTypical && family == .bare
      let penalty = isTypical ? min(Self.typicalPenalty, family.unlikelihood) : family.unlikelihood
      var known: Int?
      for (number, reading) in readings.enumerated() {
        let other = number == 0 ? 0 : readings[number - 1].end
        if sounds[other..<reading.end] == sounds[start...] { known = number }
      }
      if let known {
        if penalty < readings[known].penalty {
          readings[known].penalty = penalty
          readings[known].family = family
        }
        sounds.removeSubrange(start...)
      } else {
        readings.append(Reading(end: sounds.count, family: family, penalty: penalty))
      }
    }
    var fewest = Int.max
    var start = 0
    for reading in readings {
      var count = 0
      for sound in sounds[start..<reading.end] where table.sounds.isConsonant(sound) {
        count += 1
      }
      fewest = min(fewest, count)
      start = reading.end
    }
    consonants = readings.isEmpty ? 0 : fewest
    self.hasLostMarks = hasLostMarks
    self.sounds = sounds
    self.readings = readings
  }

  /// Makes it as likely that marks are lost as if this very word showed it: another word of the name
  /// does.
  mutating func expectLostMarks() {
    for index in readings.indices where readings[index].family == .bare {
      readings[index].penalty = min(readings[index].penalty, Self.typicalPenalty)
    }
  }

  /// Where the sounds of a reading stand.
  func range(of reading: Int) -> Range<Int> {
    (reading == 0 ? 0 : readings[reading - 1].end)..<readings[reading].end
  }

  /// Whether the two are written alike, but for case, marks without a meaning and apostrophes.
  func isWritten(like other: WordKey) -> Bool {
    script == other.script && letters == other.letters && codePoints == other.codePoints
  }
}
