/// News outlets by name, for telling them from people.
struct OutletNames: Sendable {
  /// The spellings, longest first, by the folded first word.
  private var entries: [WordKey: [(words: [WordKey], name: String)]] = [:]
  /// The words that names beside those of the table begin with.
  private(set) var extraFirstWords: [WordKey] = []

  /// - Parameter extra: names of outlets at hand, which go before those of the table.
  init(extra: Set<String>) {
    self = Self.table
    for name in extra.sorted() {
      add(name, replacing: true)
      extraFirstWords += Self.keys(name).prefix(1)
    }
  }

  private init(names: [Substring]) {
    for name in names { add(String(name), replacing: false) }
  }

  private mutating func add(_ name: String, replacing: Bool) {
    let words = Self.keys(name)
    guard let first = words.first else { return }
    var list = entries[first] ?? []
    let existing = list.firstIndex { $0.words == words }
    if existing != nil, !replacing { return }
    if let existing { list.remove(at: existing) }
    list.append((words, name))
    list.sort { $0.words.count > $1.words.count }
    entries[first] = list
  }

  private static func keys(_ name: String) -> [WordKey] {
    let bytes = Array(name.utf8)
    return Tokenizer(language: .italian).tokens(in: bytes, 0..<bytes.count)
      .map { WordKey(bytes, $0.range) }
  }

  /// The words that names of the table begin with.
  static var firstWords: some Sequence<WordKey> { table.entries.keys }

  /// The longest outlet name that starts at an index of `words`.
  func match(at start: Int, in words: ArraySlice<HostWord>) -> (words: Range<Int>, name: String)? {
    guard words.indices.contains(start), words[start].classes.contains(.outletStart),
      mayBeName(at: start, in: words), let candidates = entries[words[start].key]
    else { return nil }
    for candidate in candidates where start + candidate.words.count <= words.endIndex {
      let end = start + candidate.words.count
      let isSame = zip(words[start..<end], candidate.words).allSatisfy { $0.key == $1 }
      if isSame, words[start..<end].contains(where: { $0.isAny([.capitalized, .number]) }) {
        return (start..<end, candidate.name)
      }
    }
    return nil
  }

  /// Articles begin names too ("il Gazzettino"): without a capital letter near, no look-up is due.
  private func mayBeName(at start: Int, in words: ArraySlice<HostWord>) -> Bool {
    words[start].isAny([.capitalized, .number])
      || start + 1 < words.endIndex && words[start + 1].isAny([.capitalized, .number])
  }

  private static let table = OutletNames(names: outletTable.split(separator: "\n"))
}
