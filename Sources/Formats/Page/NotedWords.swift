import BitestoAlignment
import BitestoText

/// Words of a text that a fidelity note is about.
struct NotedWords {
  var range: Range<Int>
  var severity: FidelityRule.Severity
  var message: String
  /// The unit's number and the note's, as in `data-note`: "3-1".
  var name: String
  /// The number of the unit.
  var unit: Int
  /// The `id` that the note's link leads to.
  var anchor: String
}

/// What the notes on a unit come to.
struct NoteSummary {
  /// How many, as a phrase: "2 notes".
  var count: String
  var worst: FidelityRule.Severity
}

extension Entry {
  /// What the notes come to; nil without any.
  var notes: NoteSummary? {
    let severities = Set(unit.notes.map(\.rule.severity))
    let ranks: [FidelityRule.Severity] = [.error, .warning, .note]
    guard let worst = ranks.first(where: severities.contains) else { return nil }
    let count = unit.notes.count
    return NoteSummary(count: count == 1 ? "1 note" : "\(count) notes", worst: worst)
  }

  /// The words in question on the side of the source. A note about the whole unit has none: that
  /// much is highlighted already.
  func notedSourceWords(in bitext: Bitext) -> [NotedWords] {
    notedWords(\.source, in: bitext.source.document, beside: source?.range, letter: "a")
  }

  /// The words in question on the side of the target.
  func notedTargetWords(in bitext: Bitext) -> [NotedWords] {
    guard let targetSide else { return [] }
    return notedWords(
      \.target, in: bitext.targets[targetSide].document, beside: target?.range, letter: "r")
  }

  private func notedWords(
    _ path: KeyPath<FidelityNote, Range<Int>>, in document: Document, beside whole: Range<Int>?,
    letter: String
  ) -> [NotedWords] {
    unit.notes.enumerated().compactMap { index, note in
      let range = document.wholeCodePoints(note[keyPath: path])
      guard let whole, !range.isEmpty, range != whole else { return nil }
      return NotedWords(
        range: range, severity: note.rule.severity, message: note.message,
        name: "\(number)-\(index + 1)", unit: number, anchor: "\(letter)\(number)-n\(index + 1)")
    }
  }
}
