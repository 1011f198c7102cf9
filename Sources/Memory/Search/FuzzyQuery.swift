import BitestoText

/// A segment to find similar ones for, scored as CAT tools do.
///
/// The score is 100 × (1 − d / n): d is the edit distance over tokens (words and punctuation marks;
/// insertion, deletion and substitution cost 1 each: Levenshtein 1966), n the number of tokens of the
/// longer text. Inline codes, case and accents do not count, but only a text that is the same to the
/// letter has 100; one that differs in those alone has 99.
public struct FuzzyQuery: Sendable {
  /// A query of more tokens is refused: no person looks for such a segment.
  public static let mostTokens = 2_000
  /// The lowest score that may be asked for.
  public static let lowestScore = 30

  public let text: String
  private let tokens: [UInt64]
  /// The tokens of the query, sorted, and how often each stands there.
  private let bag: [UInt64: Int]

  /// - Returns: nil when the text has no tokens, or too many.
  public init?(_ text: String) {
    var splitter = TokenSplitter()
    splitter.split(text)
    guard (1...Self.mostTokens).contains(splitter.tokens.count) else { return nil }
    self.text = text
    tokens = splitter.tokens
    bag = tokens.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Scores texts, one after the other; keeps its memory between them.
  public struct Scorer {
    private let query: FuzzyQuery
    private var splitter = TokenSplitter()
    private var rest: [UInt64: Int] = [:]

    public init(_ query: FuzzyQuery) {
      self.query = query
    }

    /// The score of a text; nil when it is below a score.
    ///
    /// Linear in the text unless it shares enough tokens with the query; then in their product.
    public mutating func score(_ text: String, atLeast lowest: Int) -> Int? {
      if text == query.text, text.utf8.elementsEqual(query.text.utf8) { return 100 }
      splitter.split(text)
      let (one, other) = (query.tokens, splitter.tokens)
      let longer = max(one.count, other.count)
      // The greatest distance that still gives the score.
      let most = longer * (100 - min(max(lowest, FuzzyQuery.lowestScore), 100)) / 100
      guard abs(one.count - other.count) <= most, longer - common(other) <= most,
        let distance = EditDistance.between(one, other, atMost: most)
      else { return nil }
      let score = distance == 0 ? 99 : 100 - (100 * distance + longer - 1) / longer
      return score >= lowest ? score : nil
    }

    /// How many tokens both have; the distance is at least the length of the longer without them.
    private mutating func common(_ tokens: [UInt64]) -> Int {
      var count = 0
      rest.removeAll(keepingCapacity: true)
      for token in tokens {
        guard let limit = query.bag[token] else { continue }
        let used = rest[token, default: 0]
        if used < limit {
          rest[token] = used + 1
          count += 1
        }
      }
      return count
    }
  }
}

/// Levenshtein's distance.
enum EditDistance {
  /// The distance of two sequences; nil when it is greater than `limit`. Time is the product of the
  /// shorter length and the limit, space the length.
  static func between(_ one: [UInt64], _ other: [UInt64], atMost limit: Int) -> Int? {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard long.count - short.count <= limit else { return nil }
    let far = limit + 1
    var row = Array(0...short.count)
    for (index, token) in long.enumerated() {
      // Cells further from the diagonal than the limit are too far.
      let first = max(1, index + 1 - limit)
      let last = min(short.count, index + 1 + limit)
      guard first <= last else { return nil }
      var diagonal = row[first - 1]
      row[first - 1] = first == 1 ? index + 1 : far
      var least = row[first - 1]
      for column in first...last {
        let above = column > index + limit ? far : row[column]
        let change = diagonal + (short[column - 1] == token ? 0 : 1)
        diagonal = row[column]
        row[column] = min(change, min(above, row[column - 1]) + 1)
        least = min(least, row[column])
      }
      if least > limit { return nil }
    }
    guard let distance = row.last, distance <= limit else { return nil }
    return distance
  }
}

/// The tokens of a text, folded: words, and each punctuation mark; as hashes.
struct TokenSplitter: Sendable {
  private(set) var tokens: [UInt64] = []
  private var buffer: [UInt8] = []

  mutating func split(_ text: String) {
    tokens.removeAll(keepingCapacity: true)
    var text = text
    var starts: [Int]?
    let count = text.withUTF8 { SearchFolding.fold($0, into: &buffer, starts: &starts) }
    var word = WordHash()
    var isInWord = false
    for byte in buffer[..<count] {
      let isWord =
        byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      if isWord {
        word.add(byte)
        isInWord = true
        continue
      }
      if isInWord { tokens.append(word.value) }
      word = WordHash()
      isInWord = false
      if byte > 0x20 { tokens.append(WordHash(CollectionOfOne(byte)).value) }
    }
    if isInWord { tokens.append(word.value) }
  }
}
