import BitestoGlossary
import BitestoText

/// Tells which known name an unlisted one may be a spelling of.
///
/// What compares names by their sound can stand in for ``ListedResemblance``; the checker asks it
/// only about capitalized words that no form of the glossary matches.
public protocol NameResemblance: Sendable {
  /// The form that neighboring capitalized words may stand for; nil when they are nobody known, or
  /// when that is for no machine to say.
  func knownName(like words: [String], in language: Language) -> ResembledName?
}

/// The known name behind an unlisted spelling.
public struct ResembledName: Hashable, Sendable {
  /// ``Entry/id``.
  public var entry: String
  public var form: String

  public init(entry: String, form: String) {
    self.entry = entry
    self.form = form
  }
}

/// People with a listed form that comparison takes for the same name, by spelling and given names alone.
public struct ListedResemblance: NameResemblance {
  private struct Form {
    var name: ResembledName
    var key: NameKey
    var isSurname: Bool
  }

  private let comparer = NameComparer.builtIn
  private var forms: [Form] = []
  /// Positions of forms by the consonants of the surname, in each language.
  private var positions: [Language: [ConsonantSkeleton: [Int]]] = [:]
  /// Fewer consonants may be anybody's; a surname alone needs more of them.
  private static let fewestConsonants = (beside: 2, alone: 4)

  public init(_ glossary: Glossary) {
    for entry in glossary.entries where entry.kind == .person {
      for form in entry.forms where form.isLatin && form.isAllowed {
        if form.text.contains(" ") { add(form.text, isSurname: false, of: entry, form.language) }
        if let surname = entry.surname(of: form) {
          add(surname, isSurname: true, of: entry, form.language)
        }
      }
    }
  }

  private mutating func add(
    _ text: String, isSurname: Bool, of entry: Entry, _ language: Language
  ) {
    let key = comparer.key(of: text)
    let skeletons = comparer.skeletons(of: key)
    let fewest = isSurname ? Self.fewestConsonants.alone : Self.fewestConsonants.beside
    guard let count = skeletons.map(\.count).min(), count >= fewest else { return }
    for skeleton in skeletons {
      positions[language, default: [:]][skeleton, default: []].append(forms.count)
    }
    forms.append(
      Form(
        name: ResembledName(entry: entry.id, form: text), key: key, isSurname: isSurname))
  }

  public func knownName(like words: [String], in language: Language) -> ResembledName? {
    guard words.count <= 2, let positions = positions[language] else { return nil }
    let name = words.joined(separator: " ")
    let key = comparer.key(of: name)
    let candidates = Set(comparer.skeletons(of: key).flatMap { positions[$0] ?? [] })
    let same = candidates.sorted().map { forms[$0] }.filter { candidate in
      candidate.isSurname == (words.count == 1)
        && comparer.compare(candidate.key, key).verdict == .same
        && (!candidate.isSurname || beginAlike(candidate.name.form, name))
    }
    // What is written as listed and was not found is somebody else's: another Johnson.
    let spelling = SpellingKey.exact(name)
    guard let first = same.first, same.allSatisfy({ $0.name.entry == first.name.entry }),
      !same.contains(where: { SpellingKey.exact($0.name.form) == spelling })
    else { return nil }
    return first.name
  }

  /// Other systems begin *Shoigu* otherwise; for a surname alone that is no proof.
  private func beginAlike(_ first: String, _ second: String) -> Bool {
    SpellingKey.bare(first).first == SpellingKey.bare(second).first
  }
}

/// Looks for names that no form of the glossary matches and that resemble a known one.
struct UnknownVariantRule {
  let resemblance: any NameResemblance

  /// - Parameter known: where known names stand, in order.
  func findings(
    in text: CheckedText, known: [Range<Int>]
  ) -> [(range: Range<Int>, name: ResembledName)] {
    let tokens = text.tokens
    var all: [(range: Range<Int>, name: ResembledName)] = []
    var index = 0
    while index < tokens.count {
      let start = index
      index += 1
      guard isName(tokens[start], text) else { continue }
      while index < tokens.count, isName(tokens[index], text),
        isJoined(tokens[index - 1], tokens[index], text)
      {
        index += 1
      }
      // Beside a surname stands the given name; the first word of a sentence may be any.
      var first = max(start, index - 2)
      if first == start, index - start == 2, opensSentence(start, text),
        found(tokens[start..<index], text) == nil
      {
        first += 1
      }
      let words = tokens[first..<index]
      // "Schools" at the start of a sentence is nobody.
      if words.count == 1, opensSentence(first, text) { continue }
      let range = text.trimmed(tokens[first].range.lowerBound..<tokens[index - 1].range.upperBound)
      let next = known.partitioningIndex { $0.upperBound > range.lowerBound }
      if next < known.count, known[next].overlaps(range) { continue }
      if let name = found(words, text) { all.append((range, name)) }
    }
    return all
  }

  private func found(_ words: ArraySlice<Token>, _ text: CheckedText) -> ResembledName? {
    resemblance.knownName(like: words.map { text.seen($0.range) }, in: text.language)
  }

  /// After these a capital says nothing.
  private static let sentenceOpeners: Set<String> = [
    ".", "!", "?", "…", ":", "\"", "«", "“", "„", "‘", "'", "(", "-", "–", "—", "•", "*",
  ]

  private func opensSentence(_ index: Int, _ text: CheckedText) -> Bool {
    guard index > 0 else { return true }
    let before = text.tokens[index - 1]
    return Self.sentenceOpeners.contains(text.prose.text(before.range))
      || text.prose.text(before.range.upperBound..<text.tokens[index].range.lowerBound)
        .contains(where: \.isNewline)
  }

  /// Whether two words stand side by side.
  private func isJoined(_ first: Token, _ second: Token, _ text: CheckedText) -> Bool {
    let gap = text.prose.text(first.range.upperBound..<second.range.lowerBound)
    return gap == " " || gap == "\u{A0}"
  }

  private func isName(_ token: Token, _ text: CheckedText) -> Bool {
    // Small letters of ASCII are no capitals.
    guard token.kind == .word, !(0x61...0x7A).contains(text.prose.bytes[token.range.lowerBound])
    else { return false }
    let words = text.prose.text(token.range).unicodeScalars
    return words.count > 1 && words.first.map { $0.properties.isUppercase } ?? false
  }
}
