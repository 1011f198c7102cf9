/// What a glossary knows about two names: that one entry has both, or that each has its own.
struct GlossaryEvidence: Sendable {
  private let glossary: Glossary
  /// The entries of a name by the letters of its words, with a 0 after each.
  private var entriesByLetters: [[UInt8]: [Int]] = [:]

  init(_ glossary: Glossary, scanner: NameWordScanner) {
    self.glossary = glossary
    for (number, entry) in glossary.entries.enumerated() where entry.kind != .term {
      for form in entry.forms {
        guard let letters = Self.letters(of: scanner.words(of: form.text)) else { continue }
        if entriesByLetters[letters]?.contains(number) != true {
          entriesByLetters[letters, default: []].append(number)
        }
      }
    }
  }

  /// The entries that list a name.
  func entries(of words: [NameWord]) -> [Int] {
    guard !entriesByLetters.isEmpty, let letters = Self.letters(of: words) else { return [] }
    return entriesByLetters[letters] ?? []
  }

  /// nil when the glossary doesn't know one of the two, or has a name in several entries.
  func verdict(_ first: [Int], _ second: [Int]) -> NameComparison? {
    guard first.count == 1, second.count == 1 else { return nil }
    if first == second { return NameComparison(.same, .sameEntry, cost: 0, limit: 1) }
    let isOneThing = isSaidToBe(first[0], second[0]) || isSaidToBe(second[0], first[0])
    return isOneThing
      ? NameComparison(.same, .sameEntry, cost: 0, limit: 1)
      : NameComparison(.different, .differentEntries, cost: SoundDistance.farthest, limit: 1)
  }

  func id(of entry: Int) -> String { glossary.entries[entry].id }

  private func isSaidToBe(_ first: Int, _ second: Int) -> Bool {
    glossary.entries[first].relations.contains { relation in
      (relation.kind == .exonymOf || relation.kind == .renamedFrom)
        && relation.target == glossary.entries[second].id
    }
  }

  private static func letters(of words: [NameWord]) -> [UInt8]? {
    guard !words.isEmpty, words.allSatisfy({ $0.script != .other }) else { return nil }
    return words.flatMap { $0.letters + [0] }
  }
}
