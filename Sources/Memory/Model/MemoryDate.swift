/// Dates as TMX 1.4b writes them, after ISO 8601: "20231105T093000Z".
public enum MemoryDate {
  /// The date in the form of TMX; nil for what is no date.
  ///
  /// Reads the extended form ("2023-11-05T09:30:00Z", with a space for the T or without the Z), fractions
  /// of a second, and dates without seconds or without a time. A date in another time zone is nil, since
  /// TMX has UTC only.
  public static func normalized(_ text: String) -> String? {
    var rest = Array(text.trimmingSpace.utf8)[...]
    func digits(_ count: Int) -> Int? {
      let found = rest.prefix(count)
      guard found.count == count, found.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      rest = rest.dropFirst(count)
      return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func skip(_ signs: String) {
      if let first = rest.first, signs.utf8.contains(first) { rest = rest.dropFirst() }
    }
    guard let year = digits(4) else { return nil }
    skip("-")
    guard let month = digits(2) else { return nil }
    skip("-")
    guard let day = digits(2), isDay(year, month, day) else { return nil }
    var time = [0, 0, 0]
    if !rest.isEmpty {
      skip("Tt ")
      guard let hour = digits(2), hour < 24 else { return nil }
      skip(":")
      guard let minute = digits(2), minute < 60 else { return nil }
      skip(":")
      // 60 is a leap second.
      let second = digits(2) ?? 0
      guard second <= 60 else { return nil }
      time = [hour, minute, second]
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst().drop { $0 >= 0x30 && $0 <= 0x39 }
      }
      skip("Zz")
      guard rest.isEmpty else { return nil }
    }
    return padded(year, 4) + padded(month, 2) + padded(day, 2) + "T"
      + time.map { padded($0, 2) }.joined() + "Z"
  }

  /// Whether a date is exactly as TMX has it.
  public static func isStrict(_ text: String) -> Bool {
    var numbers = [0, 0, 0, 0, 0, 0]
    var index = 0
    for byte in text.utf8 {
      switch index {
      case 8: if byte != UInt8(ascii: "T") { return false }
      case 15: if byte != UInt8(ascii: "Z") { return false }
      default:
        guard byte >= 0x30, byte <= 0x39, index < 15 else { return false }
        // Four digits of the year, then two of each.
        let number = index < 4 ? 0 : index < 8 ? index / 2 - 1 : (index - 9) / 2 + 3
        numbers[number] = numbers[number] * 10 + Int(byte - 0x30)
      }
      index += 1
    }
    return index == 16 && isDay(numbers[0], numbers[1], numbers[2]) && numbers[3] < 24
      && numbers[4] < 60 && numbers[5] <= 60
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return day <= length
  }

  /// A date of TMX in the extended form of ISO 8601, "2023-11-05T09:30:00Z"; nil for what is no date.
  static func extended(_ text: String) -> String? {
    normalized(text).map { date in
      let parts = [(0, 4, "-"), (4, 2, "-"), (6, 5, ":"), (11, 2, ":"), (13, 3, "")]
      return parts.map { date.dropFirst($0).prefix($1) + $2 }.joined()
    }
  }
}

/// A number with zeros before it.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
