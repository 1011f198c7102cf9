import BitestoText

/// All known forms of a glossary, to find who and what a text names.
///
/// Forms and text are folded alike (case, diacritics, apostrophes, normalization), so *Lukašėnka*
/// is also found where a text has *Lukasenka*. A match may not be all in lower case when the form
/// has capitals, and acronyms must be in capitals: *who* is not *WHO*. Surnames of persons match
/// alone where their entry allows it and nothing beside them says that they are another person's.
/// Russian, Ukrainian and Belarusian forms match in every case, a word with letters of the other
/// script as if it had none, and one that is broken by a hyphen at the end of a line as a whole.
///
/// The index is a trie over numbered words. Building is linear in the glossary; finding is one
/// pass over the text and does not depend on the number of entries.
public struct NameIndex: Sendable {
  private var trie = NameTrie()
  private let filter: WordFilter
  private var texts: [String] = []
  private var bearers: NameBearers
  /// By entry: the place that an adjective belongs to, else the entry itself.
  let referents: [Int]

  /// - Parameter generate: further forms of an entry, such as its transliterations. Their mentions
  ///   are marked as such, and a listed form of any entry goes before them.
  public init(_ glossary: Glossary, generating generate: ((Entry) -> [String])? = nil) {
    referents = glossary.entries.enumerated().map { index, entry in
      let place = entry.relations.first { $0.kind == .adjectiveOf }?.target
      return place.flatMap(glossary.index) ?? index
    }
    bearers = NameBearers(count: glossary.entries.count)
    var trie = NameTrie()
    for (index, entry) in glossary.entries.enumerated() {
      for form in entry.forms {
        Self.insert(
          form.text, in: form.language, of: entry, index, isGenerated: false, &trie, &texts,
          &bearers)
      }
    }
    if let generate {
      for (index, entry) in glossary.entries.enumerated() {
        for text in generate(entry) {
          Self.insert(text, in: nil, of: entry, index, isGenerated: true, &trie, &texts, &bearers)
        }
      }
    }
    filter = trie.filter()
    trie.forgetKeys()
    self.trie = trie
  }

  /// The mentions in a whole text; see ``mentions(in:range:)``.
  public func mentions(in bytes: [UInt8]) -> [Mention] {
    mentions(in: bytes, range: 0..<bytes.count)
  }

  /// The mentions in a part of a text, in order; of overlapping ones the first and longest.
  ///
  /// A name that several entries share goes to the one that is named in full in the same part,
  /// if there is just one. Once somebody who is no entry is named in full by a surname, the surname
  /// alone is theirs, unless the text had the entry before.
  /// Ranges outside the text are clamped. Linear in the length of the part.
  public func mentions(in bytes: [UInt8], range: Range<Int>) -> [Mention] {
    let range = range.clamped(to: 0..<bytes.count)
    var binding = NameBinding()
    bytes.withUnsafeBufferPointer { buffer in
      WordReader.withReader(buffer, end: range.upperBound) { reader in
        var skimmer = WordSkimmer(reader, start: range.lowerBound, filter: filter)
        while let start = skimmer.next() {
          let match = trie.match(at: start, reader)
          if match.count > 0 {
            let surroundings = WordSurroundings(
              range: start..<match.trail.end, lowerBound: range.lowerBound, reader: reader)
            add(match, surroundings, &binding)
          }
          skimmer.position = max(match.resume, start + 1)
        }
      }
    }
    return binding.resolved()
  }

  /// What the patterns of a match make of it.
  private func add(
    _ match: NameTrie.Match, _ surroundings: WordSurroundings, _ binding: inout NameBinding
  ) {
    var bestRank = 0
    trie.forEachPattern(of: match) { pattern, isInflected in
      bestRank = max(bestRank, Self.rank(pattern, isInflected))
    }
    var first: Mention?
    var others: [Mention] = []
    trie.forEachPattern(of: match) { pattern, isInflected in
      guard Self.rank(pattern, isInflected) == bestRank else { return }
      let entry = Int(pattern.entry)
      if pattern.isEverydayWord, surroundings.areCapitals { return }
      if pattern.isShareable, bearers.isAnother(entry, surroundings) {
        return binding.addStranger(entry, at: surroundings.range.lowerBound)
      }
      let mention = Mention(
        entry: entry, range: surroundings.range, form: texts[Int(pattern.text)],
        traits: Self.traits(pattern, match.trail, isInflected))
      if let known = first, known.entry != entry {
        if !others.contains(where: { $0.entry == entry }) { others.append(mention) }
      } else if first.map({ mention.traits.isNearer(than: $0.traits) }) ?? true {
        first = mention
      }
    }
    if let first { binding.add(first, others: others) }
  }

  /// Listed names go before generated ones, full ones before surnames, and *Ucraina* is rather the
  /// country than the adjective.
  private static func rank(_ pattern: NamePattern, _ isInflected: Bool) -> Int {
    (pattern.isGenerated ? 0 : 8) + (pattern.isSurname ? 0 : 4) + (pattern.hasCapital ? 2 : 0)
      + (pattern.isSurname || isInflected ? 0 : 1)
  }

  private static func traits(
    _ pattern: NamePattern, _ trail: WordTrail, _ isInflected: Bool
  ) -> Mention.Traits {
    var traits: Mention.Traits = []
    if pattern.isSurname { traits.insert(.surname) }
    if pattern.isGenerated { traits.insert(.generated) }
    if isInflected {
      traits.insert(.inflected)
    } else if pattern.marks != trail.marks || pattern.isJoined {
      traits.insert(.marks)
    }
    if trail.isMixedScript { traits.insert(.mixedScript) }
    return traits
  }

  /// A generated surname of fewer letters than this would be found in too many words.
  private static let shortestGeneratedSurname = 4

  private static func insert(
    _ text: String, in language: Language?, of entry: Entry, _ index: Int, isGenerated: Bool,
    _ trie: inout NameTrie, _ texts: inout [String], _ bearers: inout NameBearers
  ) {
    let number = texts.count
    texts.append(text)
    let rows = language.flatMap { CaseEndings.builtIn.rows($0, CaseEndings.Bearer(entry)) }
    var pattern = NamePattern(entry: index, text: number)
    pattern.isGenerated = isGenerated
    var text = text
    text.withUTF8 { bytes in
      let surname = SurnameRange.of(bytes, entry)
      pattern.isShareable =
        entry.kind == .person && entry.surname != .never && !bytes.contains(UInt8(ascii: " "))
      insert(bytes, pattern, rows, &trie)
      guard let surname else { return }
      bearers.insert(bytes, surname, of: index, declining: rows)
      guard !isGenerated || surname.count >= shortestGeneratedSurname else { return }
      pattern.isSurname = true
      pattern.isShareable = true
      insert(UnsafeBufferPointer(rebasing: bytes[surname]), pattern, rows, &trie)
    }
  }

  private static func insert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ pattern: NamePattern, _ rows: CaseEndings.Rows?,
    _ trie: inout NameTrie
  ) {
    trie.insert(bytes, pattern, declining: rows)
    // Texts that lost their marks have "Zelenskyj" for "Zelens'kyj".
    guard bytes.contains(where: apostropheLeads.contains) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    var joined = String(text.unicodeScalars.filter { !isApostrophe($0) })
    guard joined.utf8.count != bytes.count else { return }
    var pattern = pattern
    pattern.isJoined = true
    joined.withUTF8 { trie.insert($0, pattern, declining: rows) }
  }

  /// The first bytes of apostrophes and soft signs, and of some other characters.
  private static let apostropheLeads: [UInt8] = [0x27, 0x60, 0xC2, 0xCA, 0xCD, 0xE1, 0xE2]

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    let role = FoldedCharacter.of(scalar.value).role
    return role == .apostrophe || role == .softSign
  }
}
