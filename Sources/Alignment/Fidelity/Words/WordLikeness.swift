import BitestoEmbedding
import BitestoText

/// What words of two languages mean, as vectors.
public struct WordLikeness: Sendable {
  private let encoder: Encoder
  private var table: WordTable { encoder.wordTable }

  /// - Parameter encoder: has the vectors of frequent words, and makes those of the others.
  public init(encoder: Encoder) {
    self.encoder = encoder
  }

  /// Threads that words are encoded on.
  var threads: Int { encoder.threads }

  /// The vectors of all words of some sides; each distinct word is looked up once.
  func space(of sides: [CheckedSide]) -> WordSpace {
    var rows: [WordSpace.Word: Int] = [:]
    var steps: [Int16] = []
    var weights: [Float] = []
    var unseen: [String] = []
    var unseenRows: [Int] = []
    for side in sides {
      for word in side.words where word.kind == .word || word.kind == .number {
        let key = WordSpace.Word(text: word.key, language: side.language)
        guard rows[key] == nil else { continue }
        let row = weights.count
        rows[key] = row
        let hash = WordFrequencies.hash(word.key.utf8)
        if let found = table.row(hash, language: side.language) {
          table.append(row: found, language: side.language, to: &steps)
          let share = table.share(row: found, language: side.language)
          weights.append(Float(WordFrequencies.weight(ofShare: share)))
        } else {
          unseen.append(word.key)
          unseenRows.append(row)
          steps += repeatElement(0, count: WordTable.width)
          weights.append(1)
        }
      }
    }
    var vectors = VectorTable(count: weights.count, width: WordTable.width)
    for row in weights.indices {
      let start = row * WordTable.width
      vectors.add(1, steps[start..<(start + WordTable.width)], to: row)
    }
    vectors.normalize()
    if !unseen.isEmpty {
      vectors.replace(unseenRows, with: table.vectors(of: unseen, encoder: encoder))
    }
    return WordSpace(
      rows: rows, vectors: vectors, weights: weights, unseen: Set(unseenRows))
  }

  /// Whether a word is a usual one of its language.
  func isUsual(_ word: String, _ language: Language) -> Bool {
    table.row(WordFrequencies.hash(word.utf8), language: language) != nil
  }
}

/// Words of two languages with their vectors.
struct WordSpace: Sendable {
  struct Word: Hashable, Sendable {
    var text: String
    var language: Language
  }

  private let rows: [Word: Int]
  private let vectors: VectorTable
  private let weights: [Float]
  /// The rows of words that are in no table: names, mostly, whose vectors say little.
  private let unseen: Set<Int>

  init(rows: [Word: Int], vectors: VectorTable, weights: [Float], unseen: Set<Int>) {
    self.rows = rows
    self.vectors = vectors
    self.weights = weights
    self.unseen = unseen
  }

  /// What the vector of a word that is in no table is worth less.
  private static let doubt: Float = 0.15

  /// Pairs of words that are compared in one unit at most: bounds the cost of a unit of many pages.
  private static let mostPairs = 4_000_000

  /// For every word of two sides its closest word on the other; nil when the unit is too long for that.
  func matches(_ source: CheckedSide, _ target: CheckedSide) -> WordMatches? {
    guard source.words.count * target.words.count <= Self.mostPairs else { return nil }
    let (sourceRows, targetRows) = (rows(of: source), rows(of: target))
    let a = vectors.selecting(sourceRows.map { $0 ?? 0 })
    let b = vectors.selecting(targetRows.map { $0 ?? 0 })
    let products = a.count == 0 || b.count == 0 ? [] : a.products(with: b)
    let (sourceUnseen, targetUnseen) = (areUnseen(sourceRows), areUnseen(targetRows))
    var matches = WordMatches(
      source: weights(sourceRows), target: weights(targetRows))
    for i in sourceRows.indices where sourceRows[i] != nil {
      for j in targetRows.indices where targetRows[j] != nil {
        let cosine = products[i * targetRows.count + j]
        let unseen = (sourceUnseen[i] ? 1 : 0) + (targetUnseen[j] ? 1 : 0)
        let telling = unseen == 2 ? 0 : cosine - Float(unseen) * Self.doubt
        matches.source[i].see(
          j, cosine, isInside: target.inside.contains(j), telling: telling)
        matches.target[j].see(
          i, cosine, isInside: source.inside.contains(i), telling: telling)
      }
    }
    return matches
  }

  private func rows(of side: CheckedSide) -> [Int?] {
    side.words.map { rows[Word(text: $0.key, language: side.language)] }
  }

  private func areUnseen(_ rows: [Int?]) -> [Bool] {
    rows.map { $0.map(unseen.contains) ?? false }
  }

  private func weights(_ rows: [Int?]) -> [WordMatches.Best] {
    rows.map { WordMatches.Best(weight: $0.map { weights[$0] } ?? 0) }
  }
}

/// How well each word of a unit is rendered on the other side.
struct WordMatches: Sendable {
  struct Best: Sendable {
    /// From 0 (in every sentence, or no word) to 1: how much the word tells.
    var weight: Float
    /// The cosine with the closest word of the other side's unit.
    var inside: Float = 0
    /// The index of that word.
    var counterpart: Int?
    /// The same cosine with the sentences around it.
    var anywhere: Float = 0
    /// The same, less where one of the two words is not a usual one, and nothing where both are not.
    var telling: Float = 0

    mutating func see(_ other: Int, _ cosine: Float, isInside: Bool, telling: Float) {
      anywhere = max(anywhere, cosine)
      self.telling = max(self.telling, telling)
      guard isInside, cosine > inside else { return }
      inside = cosine
      counterpart = other
    }
  }

  /// By the index of the word in its side.
  var source: [Best]
  var target: [Best]
}
