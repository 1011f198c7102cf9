/// Gives texts other names and numbers: the same ones at every run.
struct TextChanges {
  private static let syllables = [
    "ba", "ka", "lo", "mi", "ren", "tor", "vel", "sha", "dun", "pri", "mar", "ost", "gel", "win",
  ]
  private var state: UInt64 = 7

  mutating func changed(_ text: String) -> String {
    var names: [Substring: String] = [:]
    return changed(text, names: &names, digits: nil)
  }

  /// The same changes in a text and its translation.
  mutating func changed(_ pair: (String, String)) -> (String, String) {
    var names: [Substring: String] = [:]
    let digits = (0..<10).map { _ in digit() }
    let first = changed(pair.0, names: &names, digits: digits)
    return (first, changed(pair.1, names: &names, digits: digits))
  }

  /// - Parameter digits: what stands for each digit; nil for another one at every place.
  private mutating func changed(
    _ text: String, names: inout [Substring: String], digits: [Character]?
  ) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        if word.count > 3, first.isUppercase, result.last == " " {
          if names[word] == nil { names[word] = next() % 10 < 7 ? name() : String(word) }
          result += names[word] ?? ""
        } else {
          result += word
        }
        continue
      }
      rest.removeFirst()
      if first.isNumber {
        let value = first.wholeNumberValue ?? 0
        result.append(digits.map { $0[value % 10] } ?? digit())
      } else {
        result.append(first)
      }
    }
    return result
  }

  private mutating func digit() -> Character { Character(String(1 + next() % 9)) }

  private mutating func name() -> String {
    (0..<(2 + next() % 2)).map { _ in Self.syllables[next() % Self.syllables.count] }.joined()
      .capitalized
  }

  private mutating func next() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33)
  }
}
