import BitestoAlignment
import BitestoText

/// Counts notes that are right, wrong and missing.
struct FidelityScore {
  let isVerbose: Bool
  /// Time spent on the notes alone.
  var seconds = 0.0
  private var links = 0
  private var right = 0
  private var wrong = 0
  private var arguable = 0
  private var missed = 0
  private var linksWithFalseNote = 0
  private var changes: [String: (made: Int, found: Int, others: Int)] = [:]

  init(isVerbose: Bool) { self.isVerbose = isVerbose }

  mutating func count(_ unit: Bitext.Unit, in bitext: Bitext, _ row: FidelityFacts.Row) {
    links += 1
    var found: Set<String> = []
    var isFalse = false
    for note in unit.notes {
      let rule = note.rule.rawValue
      found.insert(rule)
      if row.rules.contains(rule) {
        right += 1
      } else if row.arguable.contains(rule) {
        arguable += 1
      } else {
        wrong += 1
        isFalse = true
        show("false", rule, note.message, unit, bitext)
      }
    }
    if isFalse { linksWithFalseNote += 1 }
    for rule in row.rules.subtracting(found).sorted() {
      missed += 1
      show("missed", rule, "", unit, bitext)
    }
  }

  mutating func count(
    _ change: FidelityMutation, before: Bitext.Unit, _ changed: Bitext, _ notes: [FidelityNote]
  ) {
    let known = Set(before.notes.map(\.rule))
    guard !known.contains(change.rule) else { return }
    let new = Set(notes.map(\.rule)).subtracting(known)
    let isFound = new.contains(change.rule) || (change.rule == .number && new.contains(.date))
    let others = new.subtracting([change.rule, .date]).count
    changes[change.name, default: (0, 0, 0)].made += 1
    changes[change.name]?.found += isFound ? 1 : 0
    changes[change.name]?.others += others
    if !isFound || others > 0 {
      let rules = new.map(\.rawValue).sorted().joined(separator: " ")
      show(isFound ? "and more" : "not found", change.name, rules, changed.units[0], changed)
    }
  }

  private func show(
    _ what: String, _ rule: String, _ message: String, _ unit: Bitext.Unit, _ bitext: Bitext
  ) {
    guard isVerbose, let source = unit.source, let target = unit.target else { return }
    print(
      """
      \(what): \(rule) \(message)
        \(bitext.source.document.path) \(source.lowerBound)
        \(bitext.source.document.text(source))
        \(bitext.targets[target.side].document.text(target.range))
      """)
  }

  func report() {
    let precision = right + wrong == 0 ? 1 : Double(right) / Double(right + wrong)
    let share = Double(linksWithFalseNote) / Double(max(1, links))
    print(
      """
      links              \(links)
      notes              \(right) right, \(wrong) wrong, \(arguable) arguable, \(missed) missed
      precision          \(rounded(precision))
      links with a false note \(linksWithFalseNote), \(rounded(share))
      links a second     \(Int(Double(links) / max(seconds, 1e-9)))

      | change made on purpose | made | found | recall | other notes |
      |---|--:|--:|--:|--:|
      """)
    for change in FidelityMutation.all {
      let counts = changes[change.name] ?? (0, 0, 0)
      let recall = Double(counts.found) / Double(max(1, counts.made))
      print(
        "| \(change.name) | \(counts.made) | \(counts.found) | \(rounded(recall)) | \(counts.others) |"
      )
    }
  }

  private func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
