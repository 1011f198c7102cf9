/// Roman numerals as texts write centuries, kings and parts: *il XIX secolo*, *Henry VI*.
enum RomanNumerals {
  /// The value of a word in capitals; nil when it is no numeral. A lone *I* is a word.
  static func value(of word: String) -> Double? {
    guard word.utf8.count > 1 || word == "V" || word == "X" else { return nil }
    var total = 0
    var last = Int.max
    for letter in word {
      guard let value = values[letter] else { return nil }
      // One of less value before one of more is taken off.
      total += value > last ? value - 2 * last : value
      last = value
    }
    return spelled(total) == word ? Double(total) : nil
  }

  /// The one right spelling of a number below 400: *XIIII* and *VX* are words.
  private static func spelled(_ number: Int) -> String? {
    guard (1..<400).contains(number) else { return nil }
    var rest = number
    var word = ""
    for (letters, value) in steps {
      while rest >= value {
        word += letters
        rest -= value
      }
    }
    return word
  }

  private static let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100]
  private static let steps: [(String, Int)] = [
    ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4),
    ("I", 1),
  ]
}
