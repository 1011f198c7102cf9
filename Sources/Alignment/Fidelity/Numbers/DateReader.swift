import BitestoText

/// Finds the months and weekdays of one side.
struct DateReader {
  enum Field: Hashable, Sendable {
    /// From 1 to 12.
    case month(Int)
    /// From 1, Monday, to 7.
    case weekday(Int)

    var isMonth: Bool { if case .month = self { true } else { false } }
  }

  struct Mention: Sendable {
    var field: Field
    /// The index of the word.
    var word: Int
  }

  private let side: CheckedSide
  private let calendar: [String: Field]

  init(_ side: CheckedSide) {
    self.side = side
    calendar = side.language == .italian ? Self.italian : Self.english
  }

  func mentions() -> [Mention] {
    side.words.indices.compactMap { index in
      field(at: index).map { Mention(field: $0, word: index) }
    }
  }

  /// Numbers beside a month are days.
  func marking(_ numbers: [NumberMention]) -> [NumberMention] {
    numbers.map { number in
      guard number.role == .quantity, let value = number.values.first, (1...31).contains(value)
      else {
        return number
      }
      let near = [
        number.words.lowerBound - 1, number.words.lowerBound - 2, number.words.upperBound,
        number.words.upperBound + 1,
      ]
      let isDay = near.contains { index in
        side.words.indices.contains(index) && field(at: index)?.isMonth == true
      }
      var number = number
      if isDay { number.role = .day }
      return number
    }
  }

  /// Whether the unit says when in other words than a date: "yesterday", "la settimana scorsa".
  var hasRelativeTime: Bool {
    side.words[side.host].contains { Self.relative.contains($0.key) }
  }

  private func field(at index: Int) -> Field? {
    let word = side.words[index]
    guard word.kind == .word, let field = calendar[Self.bare(word.key)] else { return nil }
    if side.language == .italian { return field }
    guard word.isCapitalized || word.key.contains("-") else { return nil }
    // "May" and "March" that open a sentence are verbs, and so is "May" without a number or a preposition.
    if ["may", "march", "mar", "sat", "sun"].contains(word.key) {
      let neighbors = [index - 1, index + 1].filter(side.words.indices.contains)
        .map { side.words[$0] }
      return neighbors.contains { $0.kind == .number || Self.datePrepositions.contains($0.key) }
        ? field : nil
    }
    return field
  }

  /// "mid-October" without what stands before the hyphen.
  private static func bare(_ word: String) -> String {
    let parts = word.split(separator: "-")
    return parts.count == 2 && ["mid", "early", "late", "pre", "post", "metà"].contains(parts[0])
      ? String(parts[1]) : word
  }

  private static let datePrepositions: Set<String> = [
    "in", "of", "last", "next", "since", "until", "by", "early", "late", "mid", "this", "on",
    "from",
  ]

  private static let relative: Set<String> = [
    "today", "tonight", "yesterday", "tomorrow", "last", "next", "this", "week", "month", "weekend",
    "following", "earlier", "day", "oggi", "stasera", "stanotte", "ieri", "domani", "scorso",
    "scorsa", "prossimo", "prossima", "questo", "questa", "settimana", "mese", "seguente",
    "successivo", "successiva", "giorno", "precedente", "fa", "ago", "weekend", "morning",
  ]

  private static func calendar(_ months: String, _ weekdays: String) -> [String: Field] {
    var calendar: [String: Field] = [:]
    for (index, names) in months.split(separator: " ").enumerated() {
      for name in names.split(separator: "/") { calendar[String(name)] = .month(index + 1) }
    }
    for (index, names) in weekdays.split(separator: " ").enumerated() {
      for name in names.split(separator: "/") { calendar[String(name)] = .weekday(index + 1) }
    }
    return calendar
  }

  private static let italian = calendar(
    """
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    """,
    "lunedì/lunedi martedì/martedi mercoledì/mercoledi giovedì/giovedi venerdì/venerdi sabato domenica"
  )

  private static let english = calendar(
    """
    january/jan february/feb march/mar april/apr may june/jun july/jul august/aug \
    september/sept/sep october/oct november/nov december/dec
    """,
    """
    monday/mon/mondays tuesday/tue/tues/tuesdays wednesday/wed/wednesdays \
    thursday/thu/thurs/thursdays friday/fri/fridays saturday/sat/saturdays sunday/sun/sundays
    """)
}
