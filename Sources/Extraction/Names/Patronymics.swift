import BitestoGlossary

/// Tells whom a given name with a patronymic names: "Vladimir Vladimirovich" is the only Vladimir of the texts.
struct Patronymics {
  private static let endings = [
    "vich", "vic", "vitch", "vna", "ivna", "вич", "вна", "вич", "іч", "ьович",
  ]

  /// By a given name and the patronymic behind it.
  private var full: [String: Int] = [:]
  private var bearers: [String: Set<Int>] = [:]
  private var others: [String: Int] = [:]
  private let comparing: SoundComparison

  /// - Parameters:
  ///   - known: the entries that the texts name.
  ///   - names: those that no glossary has.
  init(
    _ known: [Int: Candidate], _ names: [Candidate], glossary: Glossary,
    comparing: SoundComparison
  ) {
    self.comparing = comparing
    for entry in known.keys where glossary.entries[entry].kind == .person {
      for form in glossary.entries[entry].forms {
        let words = NameHints.words(form.text)
        guard words.count > 1, let first = words.first else { continue }
        if words.count == 3, words[1] != first {
          full["\(comparing.block(first)) \(comparing.block(words[1]))"] = entry
        }
        bearers[comparing.block(first), default: []].insert(entry)
      }
    }
    for name in names where name.kind == .person && !Self.isPatronymic(name) {
      for given in Set(name.spellings.filter { $0.words.count > 1 }.compactMap(\.words.first)) {
        others[comparing.block(given), default: 0] += 1
      }
    }
  }

  func entry(of name: Candidate) -> Int? {
    guard Self.isPatronymic(name), let words = name.spellings.first?.words,
      let first = words.first, let last = words.last
    else { return nil }
    let block = comparing.block(first)
    if let entry = full["\(block) \(comparing.block(last))"] { return entry }
    guard others[block] == nil, let bearers = bearers[block], bearers.count == 1 else { return nil }
    return bearers.first
  }

  private static func isPatronymic(_ name: Candidate) -> Bool {
    guard let words = name.spellings.first?.words, words.count == 2, let last = words.last else {
      return false
    }
    let stem = SlavicStem.of(last)
    return endings.contains { last.hasSuffix($0) || stem.hasSuffix($0) }
  }
}
