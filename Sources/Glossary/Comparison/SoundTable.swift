/// The sounds of names and what it costs to take one for another (`sounds.tsv`).
///
/// A sound is a small number; 0 is none. Costs are hundredths of a consonant's weight.
struct SoundTable: Sendable {
  static let builtIn = SoundTable(EmbeddedTable("sounds.tsv"))

  /// The sign of each sound, by number.
  let signs: [Character]
  /// What differences cost in names of places and in words of any kind.
  let costs: Costs
  /// What they cost in surnames, where *Florensky* and *Florinsky* are two.
  let surnameCosts: Costs
  /// What a sound becomes after another one, at `previous * count + sound`.
  let turns: [UInt8]
  /// What a sound becomes in a closed syllable.
  let closed: [UInt8]
  /// The broad class of each sound from 1 on; 0 for vowels and glides, which the skeleton leaves out.
  let classes: [UInt8]
  let isVowel: [Bool]
  /// How each sound is shown to people, in scientific transliteration; an ambiguous one as what it
  /// is taken for first.
  let shown: [String]
  private let numbers: [Character: UInt8]

  var count: Int { signs.count }

  /// What it costs to take one word for another.
  struct Costs: Sendable {
    /// For taking one sound for another, at `first * count + second`.
    var pairs: [UInt16]
    /// For a sound that only one side has.
    var drops: [UInt16]
    /// For the second of two equal sounds when the other side has one ("Anna", "Ana").
    var doubling: UInt16
  }

  /// The number of a sound; 0 for a sign that the table does not have.
  func number(of sign: Character) -> UInt8 { numbers[sign] ?? 0 }

  /// Vowels and j are not what a name is told by.
  func isConsonant(_ sound: UInt8) -> Bool { costs.drops[Int(sound)] >= Self.consonantCost }

  /// Vowels cost less than consonants, which carry a name.
  private static let vowelCost = 150
  private static let consonantCost: UInt16 = 200
  private static let unlikeCost = 300

  init(_ table: EmbeddedTable) {
    var signs: [Character] = ["·"]
    var classNames = [""]
    var classes: [UInt8] = [0]
    var isVowel = [false]
    var numbers: [Character: UInt8] = [:]
    for row in table.rows where row[0] == "class" {
      let isWeak = row[1] == "vowel" || row[1] == "glide"
      if !isWeak { classNames.append(String(row[1])) }
      for sign in row[2] where numbers[sign] == nil {
        numbers[sign] = UInt8(signs.count)
        signs.append(sign)
        classes.append(isWeak ? 0 : UInt8(classNames.count - 1))
        isVowel.append(row[1] == "vowel")
      }
    }
    let count = signs.count
    func number(_ text: Substring) -> Int { text.first.flatMap { numbers[$0] }.map(Int.init) ?? 0 }

    /// The column of values is 3, that of surnames 4; an empty cell of it means the same value.
    func costs(column: Int) -> Costs {
      func rows(_ kind: String) -> [(first: Int, second: Int, value: Int)] {
        table.rows.filter { $0[0] == kind }.map { row in
          (number(row[1]), number(row[2]), Int(row[column]) ?? Int(row[3]) ?? 0)
        }
      }
      var drops = [UInt16](repeating: Self.consonantCost, count: count)
      for row in rows("drop") { drops[row.first] = UInt16(row.value) }
      var plain = [Int](repeating: Int(Self.consonantCost), count: count * count)
      for first in 0..<count {
        for second in 0..<count where isVowel[first] || isVowel[second] {
          plain[first * count + second] =
            isVowel[first] && isVowel[second] ? Self.vowelCost : Self.unlikeCost
        }
        plain[first * count + first] = 0
      }
      for row in rows("near") {
        plain[row.first * count + row.second] = row.value
        plain[row.second * count + row.first] = row.value
      }
      var meanings = (0..<count).map { _ in [(sound: Int, cost: Int)]() }
      for row in rows("means") { meanings[row.first].append((row.second, row.value)) }
      for sound in 0..<count where meanings[sound].isEmpty { meanings[sound] = [(sound, 0)] }
      var pairs = [UInt16](repeating: 0, count: count * count)
      for first in 0..<count {
        for second in 0..<count where first != second {
          let least = meanings[first].flatMap { one in
            meanings[second].map { one.cost + $0.cost + plain[one.sound * count + $0.sound] }
          }.min()
          pairs[first * count + second] = least.map(UInt16.init) ?? Self.consonantCost
        }
      }
      return Costs(
        pairs: pairs, drops: drops, doubling: rows("double").first.map { UInt16($0.value) } ?? 0)
    }

    var turns = (0..<count * count).map { UInt8($0 % count) }
    for row in table.rows where row[0] == "after" {
      let (sound, turned) = (number(row[1]), number(row[3]))
      for previous in row[2].compactMap({ numbers[$0] }) {
        turns[Int(previous) * count + sound] = UInt8(turned)
      }
    }

    var closed = (0..<count).map { UInt8($0) }
    for row in table.rows where row[0] == "closed" {
      closed[number(row[1])] = UInt8(number(row[2]))
    }
    self.closed = closed
    var shown = signs.map(String.init)
    for row in table.rows.reversed() where row[0] == "means" || row[0] == "shown" {
      shown[number(row[1])] = String(row[2])
    }
    self.shown = shown
    self.signs = signs
    self.costs = costs(column: 3)
    surnameCosts = costs(column: 4)
    self.turns = turns
    self.classes = classes
    self.isVowel = isVowel
    self.numbers = numbers
  }
}
