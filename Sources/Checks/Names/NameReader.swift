import BitestoGlossary
import BitestoText

/// Finds what texts name, with the forms that they use.
struct NameReader {
  private let glossary: Glossary
  private let index: NameIndex
  private var forms: KnownForms

  init(_ glossary: Glossary, index: NameIndex) {
    self.glossary = glossary
    self.index = index
    forms = KnownForms(glossary)
  }

  /// The names in a text that belong to one entry only, in order.
  mutating func uses(in text: CheckedText, number: Int) -> [NameUse] {
    let mentions = index.mentions(in: text.prose.bytes).filter { $0.others.isEmpty }
    guard !mentions.isEmpty else { return [] }
    let addresses = text.tokens.filter { $0.kind == .address }.map(\.range)
    return mentions.compactMap { mention in
      let next = addresses.partitioningIndex { $0.upperBound > mention.range.lowerBound }
      if next < addresses.count, addresses[next].overlaps(mention.range) { return nil }
      if isHandle(mention.range, in: text.prose.bytes) { return nil }
      if glossary.entries[mention.entry].kind == .place,
        NameSurroundings(mention.range, in: text).makeLongerName
      {
        return nil
      }
      return use(mention, in: text, number: number)
    }
  }

  /// The forms of an entry.
  mutating func forms(of entry: Int) -> [KnownForm] { forms.of(entry) }

  private mutating func use(
    _ mention: NameIndex.Mention, in text: CheckedText, number: Int
  ) -> NameUse? {
    let words = text.seen(mention.range)
    let key = SpellingKey.exact(words)
    let bareKey = SpellingKey.bare(words)
    let known = forms.of(mention.entry)
    let bare = known.filter { $0.bareKey == bareKey }
    let exact = bare.filter { $0.key == key }
    guard !bare.isEmpty else { return nil }
    return NameUse(
      text: number, entry: mention.entry, range: text.trimmed(mention.range), words: words,
      key: key,
      exact: exact, bare: bare)
  }

  /// "@Kyiv", "#Kharkov", "Kiev_today": somebody's own label.
  private func isHandle(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
    return [0x23, 0x40, 0x5F].contains(before) || after == 0x5F
  }
}
