import BitestoText

/// Whether an outlet that an article credits is the one that published a report.
enum OutletMatch {
  /// Words that names of outlets add or leave out.
  private static let freeWords: Set<String> = [
    "the", "news", "agency", "online", "tv", "il", "la", "lo", "i", "le", "l'", "agenzia",
    "quotidiano",
  ]

  /// "DW News" and "DW", "The Guardian" and "Guardian".
  static func isSame(_ credited: String, _ published: String) -> Bool {
    let (a, b) = (words(credited), words(published))
    return !a.isEmpty && a == b
  }

  private static func words(_ name: String) -> Set<String> {
    let all = Set(
      WordFolding.key(name.utf8).split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(
        String.init))
    let telling = all.subtracting(freeWords)
    return telling.isEmpty ? all : telling
  }
}
