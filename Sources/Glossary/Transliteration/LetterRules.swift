/// The rules of one table in the order in which they are written: a rule replaces the one with the
/// same left side.
struct LetterRules: Sendable {
  private var rules: [LetterRule] = []
  private var numbers: [Substring: Int] = [:]

  init() {}

  /// Adds rules, separated by spaces. What is no rule is left out.
  mutating func add(_ text: Substring) {
    for word in text.split(separator: " ") {
      guard let rule = LetterRule(word), let equals = word.firstIndex(of: "=") else { continue }
      let left = word[..<equals]
      if let number = numbers[left] {
        rules[number] = rule
      } else {
        numbers[left] = rules.count
        rules.append(rule)
      }
    }
  }

  /// The way back, for a table whose letters can be told apart: the first of rules with the same
  /// result.
  ///
  /// The signs of the soft and the hard sign are read however they are typed.
  var reversed: LetterRules {
    var back: [LetterRule] = []
    var known: Set<[UInt32]> = []
    for rule in rules.compactMap(\.reversed) where known.insert(rule.letters).inserted {
      back.append(rule)
    }
    for signs in ["'’ʹ´′", "ʺ″”\""].map({ $0.unicodeScalars.map(\.value) }) {
      guard
        let rule = back.first(where: { $0.letters.count == 1 && signs.contains($0.letters[0]) })
      else { continue }
      for sign in signs where known.insert([sign]).inserted { back.append(rule.replacing([sign])) }
    }
    var result = LetterRules()
    result.rules = back
    return result
  }

  /// By their first letter, in the order in which they are tried.
  func byFirstLetter() -> [UInt32: [LetterRule]] {
    Dictionary(grouping: rules.enumerated()) { $0.element.letters[0] }.mapValues { group in
      group.sorted {
        let (left, right) = ($0.element, $1.element)
        return (right.letters.count, right.precision, $0.offset)
          < (left.letters.count, left.precision, $1.offset)
      }.map(\.element)
    }
  }

  /// The letters that some rule begins with.
  var letters: Set<UInt32> { Set(rules.map { $0.letters[0] }) }
}
