import BitestoText

/// Finds words and phrases of a list, the longest first.
///
/// An entry is one or more words in lower case with a space between; a word that ends in "*" stands for
/// all words that begin so.
struct PhraseTable<Label: Hashable & Sendable>: Sendable {
  /// A phrase in a text.
  struct Match: Sendable {
    var label: Label
    /// Indices into the words looked through.
    var words: Range<Int>
  }

  private struct Entry: Sendable {
    var label: Label
    var parts: [String]
  }

  /// By the first word, without its "*".
  private var entries: [String: [Entry]] = [:]

  /// - Parameter lists: for each label its entries, a comma or a line end between them.
  init(_ lists: KeyValuePairs<Label, String>) {
    for (label, list) in lists {
      for entry in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
        let parts = entry.split(separator: " ").map(String.init)
        guard let first = parts.first else { continue }
        let key = first.hasSuffix("*") ? String(first.dropLast()) : first
        entries[key, default: []].append(Entry(label: label, parts: parts))
      }
    }
    for key in entries.keys {
      entries[key]?.sort { ($0.parts.count, $0.parts[0]) > ($1.parts.count, $1.parts[0]) }
    }
  }

  /// The phrases in some words, in order, none inside another. Punctuation ends a phrase. Linear in the
  /// words, for entries of limited length.
  func matches(in words: [CheckedWord], _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(at: index, in: words, end: range.upperBound) {
        found.append(match)
        index = match.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func match(at index: Int, in words: [CheckedWord], end: Int) -> Match? {
    let key = words[index].key
    var best: Match?
    for candidate in Self.prefixes(of: key) {
      for entry in entries[candidate] ?? [] where entry.parts.count > (best?.words.count ?? 0) {
        guard index + entry.parts.count <= end else { continue }
        let fits = zip(entry.parts, words[index...]).allSatisfy { part, word in
          part.hasSuffix("*") ? word.key.hasPrefix(part.dropLast()) : word.key == part
        }
        if fits { best = Match(label: entry.label, words: index..<(index + entry.parts.count)) }
      }
    }
    return best
  }

  /// A word and its beginnings of three letters and more, the longest first; bounded.
  private static func prefixes(of key: String) -> [String] {
    let letters = Array(key.prefix(16))
    var prefixes = [key]
    guard letters.count > 3 else { return prefixes }
    for length in stride(from: letters.count - (letters.count < 16 ? 0 : 1), through: 3, by: -1) {
      prefixes.append(String(letters[..<length]))
    }
    return prefixes
  }
}
