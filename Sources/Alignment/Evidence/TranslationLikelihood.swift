import BitestoEmbedding
import BitestoText
import Foundation

/// How much likelier the words of one passage are as a translation of another's than by themselves.
///
/// The log-likelihood ratio of IBM Model 1 against the words' frequencies, for each word and in both
/// directions: unlike vectors, it counts a known word without a counterpart as evidence against.
struct TranslationLikelihood: Sendable {
  /// The share of words that are not translated from the other side's.
  private static let unrelated = 0.1
  /// What a word proves at most, and what the same stem on both sides is worth.
  private static let most = 5.0
  private static let cognate = 50.0
  private static let leastShare = 1e-6
  /// The probability from which a word is one of the source's, the share of text at which a word weighs
  /// half, and what one that is not the source's costs.
  private static let translated = 0.05
  private static let halfShare = 0.002
  private static let loss = 0.6

  /// A passage as the words that the table knows, and their stems.
  struct Words: Sendable {
    fileprivate struct Word: Sendable {
      var range: Range<Int>
      var row: Int?
      var share: Double
      var stem: UInt64?
    }
    fileprivate var words: [Word] = []
    fileprivate var stems: Set<UInt64> = []
    fileprivate var rows: Set<Int> = []
  }

  private let table: TranslationTable
  private let encoder: Encoder

  init(table: TranslationTable, encoder: Encoder) {
    self.table = table
    self.encoder = encoder
  }

  func words(in document: Document, _ range: Range<Int>) -> Words {
    let language = document.language
    let frequencies = encoder.frequencies(of: language)
    var passage = Words()
    var spelling: [UInt8] = []
    Tokenizer(language: language).forEachToken(in: document.bytes, range) { token in
      guard token.kind == .word else { return }
      LowerCase.fold(document.bytes, token.range, into: &spelling)
      guard !spelling.isEmpty else { return }
      let hash = WordFrequencies.hash(spelling)
      let word = Words.Word(
        range: token.range, row: table.row(hash, language: language),
        share: max(Self.leastShare, frequencies.share(ofHash: hash)),
        stem: SurfaceEvidence.stem(spelling, weight: 1)?.hash)
      passage.words.append(word)
      if let stem = word.stem { passage.stems.insert(stem) }
      if let row = word.row { passage.rows.insert(row) }
    }
    return passage
  }

  /// An Italian passage, ready to be compared with many English ones.
  struct Source: Sendable {
    fileprivate let passage: Words
    /// By English row, the summed probabilities given the passage's words.
    fileprivate let forward: [Int: Double]
    /// For each word its translations.
    fileprivate let translations: [[TranslationTable.Translation]]
  }

  func source(_ passage: Words) -> Source {
    let translations = passage.words.map { $0.row.map(table.translations) ?? [] }
    var forward: [Int: Double] = [:]
    for translation in translations.joined() {
      forward[translation.target, default: 0] += translation.forward
    }
    return Source(passage: passage, forward: forward, translations: translations)
  }

  /// The ratio for an average word of both sides, and the sum of all.
  ///
  /// - Complexity: linear in the words of both and the translations of the source's.
  func ratio(_ source: Source, _ target: Words) -> (mean: Double, sum: Double) {
    var sums = (0.0, 0.0)
    let sourceCount = Double(source.passage.words.count + 1)
    let targetCount = Double(target.words.count + 1)
    for word in target.words {
      let isShared = word.stem.map(source.passage.stems.contains) ?? false
      guard word.row != nil || isShared else { continue }
      let likelihood = word.row.flatMap { source.forward[$0] } ?? 0
      sums.0 += Self.logRatio(likelihood / sourceCount / word.share, isShared: isShared)
    }
    for (word, translations) in zip(source.passage.words, source.translations) {
      let isShared = word.stem.map(target.stems.contains) ?? false
      guard word.row != nil || isShared else { continue }
      let likelihood = translations.reduce(0) { sum, translation in
        target.rows.contains(translation.target) ? sum + translation.backward : sum
      }
      sums.1 += Self.logRatio(likelihood / targetCount / word.share, isShared: isShared)
    }
    return (sums.0 / targetCount + sums.1 / sourceCount, sums.0 + sums.1)
  }

  /// The stretch of a passage that says most of what the source says and least else: from and to a word
  /// that translates one of the source's. Nil when there is none. Linear.
  ///
  /// A word weighs by its rarity; a stretch gains by the translated ones and loses by the others (the
  /// maximum subarray, Kadane's algorithm).
  func span(_ source: Source, _ target: Words) -> Range<Int>? {
    var best = 0.0
    var span: Range<Int>?
    var sum = 0.0
    var start: Int?
    for word in target.words {
      let weight = Self.halfShare / (Self.halfShare + word.share)
      let isShared = word.stem.map(source.passage.stems.contains) ?? false
      let likelihood = word.row.flatMap { source.forward[$0] } ?? 0
      let gain = isShared || likelihood >= Self.translated ? weight : -Self.loss * weight
      if sum <= 0 {
        guard gain > 0 else { continue }
        (sum, start) = (0, word.range.lowerBound)
      }
      sum += gain
      if sum > best, let start {
        best = sum
        span = start..<word.range.upperBound
      }
    }
    return span
  }

  private static func logRatio(_ ratio: Double, isShared: Bool) -> Double {
    min(most, log(unrelated + (1 - unrelated) * (isShared ? max(ratio, cognate) : ratio)))
  }
}
