/// All known forms of a glossary, to find who and what a text names.
///
/// Forms and text are folded alike (case, diacritics, apostrophes, normalization), so *Lukašėnka*
/// is also found where a text has *Lukasenka*. A match may not be all in lower case when the form
/// has capitals, and acronyms must be in capitals: *who* is not *WHO*. Surnames of persons match
/// alone where their entry allows it.
///
/// The index is a trie over numbered words. Building is linear in the glossary; finding is one
/// pass over the text and does not depend on the number of entries.
public struct NameIndex: Sendable {
  /// A place in a text where an entry is named.
  public struct Mention: Hashable, Sendable {
    /// An index into ``Glossary/entries``.
    public var entry: Int
    /// Other entries with the same name, when nothing else in the text decides between them.
    public var others: [Int]
    /// UTF-8 bytes in the text; elided articles and possessives are not part of it.
    public var range: Range<Int>

    public init(entry: Int, others: [Int] = [], range: Range<Int>) {
      self.entry = entry
      self.others = others
      self.range = range
    }
  }

  private var vocabulary = Vocabulary()
  /// The node of the trie that each word leads to from the root, or -1.
  private var roots: [Int32] = []
  private var children: [UInt64: Int32] = [:]
  private var patternsOfNode: [[NamePattern]] = []
  /// By entry: the place that an adjective belongs to, else the entry itself.
  let referents: [Int]

  public init(_ glossary: Glossary) {
    referents = glossary.entries.enumerated().map { index, entry in
      let place = entry.relations.first { $0.kind == .adjectiveOf }?.target
      return place.flatMap(glossary.index) ?? index
    }
    for (index, entry) in glossary.entries.enumerated() {
      for form in entry.forms {
        insert(form.text, entry: index, isSurname: false)
        if let surname = entry.surname(of: form) {
          insert(surname, entry: index, isSurname: true)
        }
      }
    }
  }

  /// The mentions in a whole text; see ``mentions(in:range:)``.
  public func mentions(in bytes: [UInt8]) -> [Mention] {
    mentions(in: bytes, range: 0..<bytes.count)
  }

  /// The mentions in a part of a text, in order; of overlapping ones the first and longest.
  ///
  /// A name that several entries share goes to the one that is named in full in the same part,
  /// if there is just one. Ranges outside the text are clamped.
  public func mentions(in bytes: [UInt8], range: Range<Int>) -> [Mention] {
    var found: [Mention] = []
    // Consecutive words that are in the vocabulary, with nothing between them that ends a name.
    var run: [ScannedWord] = []
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = WordScanner(buffer, range: range)
      while var word = scanner.next() {
        word.id = vocabulary.number(hash: word.hash) { scanner.isFolded(word, to: $0) }
        if word.id < 0 || word.followsBoundary, !run.isEmpty {
          match(run, &found)
          run.removeAll(keepingCapacity: true)
        }
        if word.id >= 0 { run.append(word) }
      }
      match(run, &found)
    }
    return Self.resolve(found)
  }

  private func match(_ run: [ScannedWord], _ found: inout [Mention]) {
    var start = 0
    while start < run.count {
      guard let (mention, length) = longestMatch(run[start...]) else {
        start += 1
        continue
      }
      found.append(mention)
      start += length
    }
  }

  private func longestMatch(_ words: ArraySlice<ScannedWord>) -> (Mention, length: Int)? {
    var best: (Mention, length: Int)?
    var node = roots[Int(words[words.startIndex].id)]
    var next = words.startIndex + 1
    while node >= 0 {
      let matched = words[words.startIndex..<next]
      if let mention = mention(of: patternsOfNode[Int(node)], matched) {
        best = (mention, matched.count)
      }
      guard next < words.endIndex else { break }
      node = children[Self.edge(node, words[next].id)] ?? -1
      next += 1
    }
    return best
  }

  /// What `patterns` make of the words that led to them; nil when the capitals don't fit.
  private func mention(of patterns: [NamePattern], _ words: ArraySlice<ScannedWord>) -> Mention? {
    guard let first = words.first, let last = words.last else { return nil }
    let range = first.start..<last.end
    if patterns.count == 1 {
      return patterns[0].fits(words) ? Mention(entry: patterns[0].entry, range: range) : nil
    }
    var fitting = patterns.filter { $0.fits(words) }
    if fitting.contains(where: { !$0.isSurname }) { fitting.removeAll { $0.isSurname } }
    // "Ucraina" is the country, "ucraina" the adjective.
    if fitting.contains(where: { $0.hasCapital }) { fitting.removeAll { !$0.hasCapital } }
    guard let entry = fitting.first?.entry else { return nil }
    var others: [Int] = []
    for pattern in fitting where pattern.entry != entry && !others.contains(pattern.entry) {
      others.append(pattern.entry)
    }
    return Mention(entry: entry, others: others, range: range)
  }

  private static func resolve(_ found: [Mention]) -> [Mention] {
    let certain = Set(found.lazy.filter { $0.others.isEmpty }.map { $0.entry })
    return found.map { mention in
      let named = ([mention.entry] + mention.others).filter(certain.contains)
      guard let only = named.first, named.count == 1 else { return mention }
      return Mention(entry: only, range: mention.range)
    }
  }

  private mutating func insert(_ text: String, entry: Int, isSurname: Bool) {
    let pattern = NamePattern(entry: entry, isSurname: isSurname)
    insert(Array(text.utf8), pattern)
    // Texts that lost their marks have "Zelenskyj" for "Zelens'kyj".
    let joined = text.filter { $0.unicodeScalars.allSatisfy { !Self.isApostrophe($0) } }
    if joined != text { insert(Array(joined.utf8), pattern) }
  }

  private mutating func insert(_ bytes: [UInt8], _ pattern: NamePattern) {
    var words: [ScannedWord] = []
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = WordScanner(buffer, range: 0..<buffer.count)
      while var word = scanner.next() {
        word.id = vocabulary.insert(scanner.folded(word), hash: word.hash)
        words.append(word)
      }
    }
    guard let first = words.first else { return }
    while roots.count < vocabulary.count { roots.append(-1) }
    if roots[Int(first.id)] < 0 { roots[Int(first.id)] = addNode() }
    var node = roots[Int(first.id)]
    for word in words.dropFirst() {
      let edge = Self.edge(node, word.id)
      node = children[edge] ?? addNode()
      children[edge] = node
    }
    let complete = pattern.describing(words)
    if !patternsOfNode[Int(node)].contains(complete) {
      patternsOfNode[Int(node)].append(complete)
    }
  }

  private mutating func addNode() -> Int32 {
    patternsOfNode.append([])
    return Int32(patternsOfNode.count - 1)
  }

  private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    let role = FoldedCharacter.of(scalar.value).role
    return role == .apostrophe || role == .softSign
  }
}
