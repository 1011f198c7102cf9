/// A moment as TMX and ISO 8601 write it.
package struct UTCTime {
  package let year: Int
  package let month: Int
  package let day: Int
  package let secondOfDay: Int

  /// The civil date of a count of seconds since 1970: Howard Hinnant's `civil_from_days`.
  package init(secondsSince1970 seconds: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    secondOfDay = seconds - days * 86_400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// "20230410T093000Z".
  package var basic: String {
    String(extended.filter { $0 != "-" && $0 != ":" })
  }

  /// "2023-04-10T09:30:00Z".
  package var extended: String {
    let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
    return day8601 + "T"
      + [hour, minute, second].map { padded($0, 2) }.joined(separator: ":") + "Z"
  }

  /// "2023-04-10".
  package var day8601: String {
    padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}
