import BitestoAlignment
import TestSupport

/// Makes of clean parallel lines what translations look like in the wild: merged and split sentences,
/// moved borders, omissions and insertions, a section in another place, freer wording.
///
/// Deterministic: the same seed makes the same text.
struct AlignmentNoise {
  private struct Group {
    var source: [String]
    var target: [String]
  }

  private var generator: SplitMix
  /// How likely each is, at every line.
  private let merge: Double
  private let border: Double
  private let omission: Double
  private let insertion: Double
  private let freedom: Double
  /// Of other punctuation on the two sides.
  private let carelessness: Double
  private let isMoved: Bool
  private var paragraphs: SplitMix

  init(seed: UInt64) {
    var generator = SplitMix(state: seed &* 0x2545_F491_4F6C_DD1D)
    func share(_ most: Double) -> Double {
      let value = Double.random(in: 0..<1, using: &generator)
      // Some texts are free of it.
      return value < 0.3 ? 0 : most * (value - 0.3) / 0.7
    }
    merge = share(0.25)
    border = share(0.08)
    omission = share(0.25)
    insertion = share(0.12)
    freedom = share(0.5)
    carelessness = share(0.5)
    isMoved = Double.random(in: 0..<1, using: &generator) < 0.08
    self.generator = generator
    // Its own, so that the texts are the same with and without paragraphs.
    paragraphs = SplitMix(state: seed &* 0x9E6C_63D0_876A_3F35)
  }

  /// - Parameter strangers: lines that may be put in, by side.
  mutating func applied(
    to gold: GoldAlignment, strangers: (source: [String], target: [String])
  ) -> GoldAlignment {
    var groups: [Group] = []
    var line = 0
    while line < gold.source.count {
      let rest = gold.source.count - line
      if happens(omission) {
        let run = min(rest, happens(0.3) ? pick(1...5) : 1)
        let dropsSource = happens(0.4)
        for index in line..<(line + run) {
          groups.append(
            dropsSource
              ? Group(source: [], target: [gold.target[index]])
              : Group(source: [gold.source[index]], target: []))
        }
        line += run
      } else if happens(border), rest > 1, let group = moved(gold, line) {
        groups.append(group)
        line += 2
      } else if happens(merge), rest > 1 {
        let count = min(rest, [2, 2, 2, 2, 3, 3, 4][pick(0...6)])
        groups.append(merged(gold, line..<(line + count)))
        line += count
      } else {
        groups.append(Group(source: [gold.source[line]], target: [gold.target[line]]))
        line += 1
      }
      if happens(insertion) {
        let stranger = happens(0.5)
        let lines = stranger ? strangers.source : strangers.target
        let inserted = lines.isEmpty ? [] : [lines[pick(0...(lines.count - 1))]]
        if !inserted.isEmpty {
          groups.append(
            stranger ? Group(source: inserted, target: []) : Group(source: [], target: inserted))
        }
      }
    }
    if isMoved { moveSection(&groups) }
    changeOneSide(of: &groups, likely: freedom) { $0.loosened($1) }
    changeOneSide(of: &groups, likely: carelessness) { $0.repunctuated($1) }
    var result = written(groups, of: gold)
    if Bool.random(using: &paragraphs) { addParagraphs(to: &result) }
    return result
  }

  private mutating func happens(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func merged(_ gold: GoldAlignment, _ lines: Range<Int>) -> Group {
    let (source, target) = (Array(gold.source[lines]), Array(gold.target[lines]))
    return happens(0.5)
      ? Group(source: [joined(source, and: " e ")], target: target)
      : Group(source: source, target: [joined(target, and: " and ")])
  }

  /// One segment of several sentences: side by side, or made one sentence as translators do.
  private mutating func joined(_ lines: [String], and word: String) -> String {
    guard happens(0.8) else { return lines.joined(separator: " ") }
    return lines.dropFirst().reduce(lines[0]) { text, line in
      guard text.hasSuffix("."), let first = line.first else { return text + " " + line }
      let glue = [", ", "; ", ": ", " – ", word][pick(0...4)]
      return text.dropLast() + glue + first.lowercased() + line.dropFirst()
    }
  }

  /// Two lines whose border stands elsewhere on one side: at a comma, where there is one.
  private mutating func moved(_ gold: GoldAlignment, _ line: Int) -> Group? {
    let movesSource = happens(0.5)
    let lines = movesSource ? gold.source : gold.target
    let text = lines[line] + " " + lines[line + 1]
    let words = text.split(separator: " ").map(String.init)
    let old = lines[line].split(separator: " ").count
    let places = words.indices.dropFirst(3).dropLast(3).filter {
      abs($0 - old) > 2 && words[$0 - 1].hasSuffix(",")
    }
    guard !places.isEmpty else { return nil }
    let place = places[pick(0...(places.count - 1))]
    let halves = [words[..<place], words[place...]].map { $0.joined(separator: " ") }
    return movesSource
      ? Group(source: halves, target: Array(gold.target[line...(line + 1)]))
      : Group(source: Array(gold.source[line...(line + 1)]), target: halves)
  }

  /// Puts a fifth of the target somewhere else: there it stands alone, and so does what it stood for.
  private mutating func moveSection(_ groups: inout [Group]) {
    let size = groups.count / 5
    guard size > 1 else { return }
    let start = pick(0...(groups.count - size))
    let section = groups[start..<(start + size)].flatMap(\.target)
    for index in start..<(start + size) { groups[index].target = [] }
    let place = pick(0...groups.count)
    guard abs(place - start) > size else { return }
    groups.insert(Group(source: [], target: section), at: place)
  }

  private mutating func changeOneSide(
    of groups: inout [Group], likely probability: Double,
    _ changed: (inout Self, String) -> String
  ) {
    for index in groups.indices where happens(probability) {
      if happens(0.5) {
        groups[index].source = groups[index].source.map { changed(&self, $0) }
      } else {
        groups[index].target = groups[index].target.map { changed(&self, $0) }
      }
    }
  }

  /// Without a clause or some words.
  private mutating func loosened(_ text: String) -> String {
    let clauses = text.split(separator: ",")
    if clauses.count > 1, happens(0.4) {
      let left = pick(0...(clauses.count - 1))
      return clauses.indices.filter { $0 != left }.map { clauses[$0] }.joined(separator: ",")
    }
    let words = text.split(separator: " ")
    guard words.count > 5 else { return text }
    return words.indices.filter { $0 == 0 || $0 == words.count - 1 || !happens(0.15) }
      .map { words[$0] }.joined(separator: " ")
  }

  /// With other punctuation: a comma made a stop, no stop at the end, no capital, no marks.
  private mutating func repunctuated(_ text: String) -> String {
    let commas = text.ranges(of: ", ")
    switch pick(0...5) {
    case 0...2 where !commas.isEmpty:
      let comma = commas[pick(0...(commas.count - 1))]
      let rest = text[comma.upperBound...]
      return text[..<comma.lowerBound] + ". " + rest.prefix(1).uppercased() + rest.dropFirst()
    case 3 where text.hasSuffix("."): return String(text.dropLast())
    case 4: return text.prefix(1).lowercased() + text.dropFirst()
    default: return text.filter { !"\"“”«»".contains($0) }
    }
  }

  private func written(_ groups: [Group], of gold: GoldAlignment) -> GoldAlignment {
    var result = gold
    (result.source, result.target, result.beads) = ([], [], [])
    for group in groups {
      let (row, column) = (result.source.count, result.target.count)
      result.source += group.source
      result.target += group.target
      let (s, t) = (row..<result.source.count, column..<result.target.count)
      if s.isEmpty || t.isEmpty {
        result.beads += s.map { .init(source: $0..<($0 + 1), target: column..<column) }
        result.beads += t.map { .init(source: row..<row, target: $0..<($0 + 1)) }
      } else {
        result.beads.append(.init(source: s, target: t))
      }
    }
    return result
  }

  /// Paragraphs that both sides begin at the same bead, or, at one of twelve, only one of them.
  private mutating func addParagraphs(to gold: inout GoldAlignment) {
    var numbers = (
      source: [Int](repeating: 0, count: gold.source.count),
      target: [Int](repeating: 0, count: gold.target.count)
    )
    var current = (source: 0, target: 0)
    for bead in gold.beads {
      switch Double.random(in: 0..<1, using: &paragraphs) {
      case ..<0.275: current = (current.source + 1, current.target + 1)
      case ..<0.2875: current.source += 1
      case ..<0.3: current.target += 1
      default: break
      }
      for line in bead.source { numbers.source[line] = current.source }
      for line in bead.target { numbers.target[line] = current.target }
    }
    gold.paragraphs = numbers
  }
}
