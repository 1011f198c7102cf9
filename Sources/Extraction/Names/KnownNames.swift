import BitestoAlignment
import BitestoGlossary
import BitestoText

/// The names of a glossary in texts, and names found in the texts that are further spellings of them.
struct KnownNames {
  let glossary: Glossary
  /// By text, in order.
  let mentions: [[NameIndex.Mention]]
  private let comparing: SoundComparison
  private var entries: [String: Int] = [:]
  private var outlets: [OutletKey: Int] = [:]
  private var blocks: [String: [(entry: Int, words: [String])]] = [:]

  /// Linear in the texts and in the glossary.
  init(_ glossary: Glossary, in texts: [Bitext.Side], comparing: SoundComparison) {
    self.glossary = glossary
    self.comparing = comparing
    let index = NameIndex(glossary)
    mentions = texts.map { side in
      side.segments.filter { $0.role != .boilerplate }.flatMap { segment in
        index.mentions(in: side.document.bytes, range: segment.range)
      }
    }
    for (number, entry) in glossary.entries.enumerated() {
      for form in entry.forms {
        let words = NameHints.words(form.text)
        entries[NameHints.key(words)] = number
        if entry.kind == .organization, let key = OutletKey(form.text) { outlets[key] = number }
        guard entry.kind == .person, words.count > 1, let last = words.last else { continue }
        blocks[comparing.block(last), default: []].append((number, words))
      }
    }
  }

  /// The initials of the bodies that the texts name; those that two share are left out.
  func initials(except entries: Set<Int>) -> [String: Int] {
    var bearers: [String: Set<Int>] = [:]
    for entry in Set(mentions.joined().map(\.entry)).subtracting(entries)
    where glossary.entries[entry].kind == .organization {
      for form in glossary.entries[entry].forms {
        if let initials = Initials.of(form.text) { bearers[initials, default: []].insert(entry) }
      }
    }
    return bearers.filter { $1.count == 1 }.compactMapValues(\.first)
  }

  func kinds(ofText number: Int) -> [Entry.Kind] {
    mentions[number].map { glossary.entries[$0.entry].kind }
  }

  /// The entry that a name not found in the texts is a further spelling of.
  func entry(of candidate: Candidate) -> Int? {
    for spelling in candidate.spellings {
      if let entry = entries[NameHints.key(spelling.words)] { return entry }
      if candidate.evidence.isOutlet, let key = OutletKey(spelling.text), let entry = outlets[key] {
        return entry
      }
      guard candidate.evidence.kind == .person, spelling.words.count > 1,
        let last = spelling.words.last
      else { continue }
      let same = blocks[comparing.block(last)]?.first { comparing.isSame($0.words, spelling.words) }
      if let same { return same.entry }
    }
    return nil
  }

  /// What the texts hold of the glossary's entries. Names that several entries share are left out.
  ///
  /// - Parameter covered: by text, the mentions that are part of other names.
  func candidates(in texts: [TextWords], except covered: [Set<Int>]) -> [Int: Candidate] {
    var candidates: [Int: Candidate] = [:]
    for (number, text) in texts.enumerated() {
      for (place, mention) in mentions[number].enumerated()
      where mention.others.isEmpty && !covered[number].contains(place) {
        let entry = glossary.entries[mention.entry]
        var candidate =
          candidates[mention.entry] ?? Candidate(kind: entry.kind, entry: mention.entry)
        candidate.places.append(Place(text: number, range: mention.range))
        let spelling = text.document.text(mention.range)
        candidate.add(
          Candidate.Spelling(
            language: text.language, text: spelling, words: NameHints.words(spelling), count: 1))
        candidates[mention.entry] = candidate
      }
    }
    for entry in Array(candidates.keys) { candidates[entry]?.settle() }
    return candidates
  }
}
