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
  /// The probability from which a word is one of the source's, and what one that is not costs.
  private static let translated = 0.05
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
    /// Sorted; a stem may stand there more than once.
    fileprivate var stems: [UInt64] = []

    /// The words that stand where a condition holds.
    func count(where isMeant: (Range<Int>) -> Bool) -> Int { words.count { isMeant($0.range) } }

    fileprivate func hasStem(_ stem: UInt64) -> Bool {
      let place = stems.partitioningIndex { $0 >= stem }
      return place < stems.count && stems[place] == stem
    }
  }

  private let table: TranslationTable
  private let encoder: Encoder

  init(table: TranslationTable, encoder: Encoder) {
    self.table = table
    self.encoder = encoder
  }

  /// Whether passages of a language can be compared with Italian ones.
  func knows(_ language: Language) -> Bool { table.knows(language) }

  /// - Complexity: linear in the range, times the logarithm of the table's size.
  func words(in document: Document, _ range: Range<Int>) -> Words {
    let language = document.language
    let frequencies = encoder.frequencies(of: language)
    var passage = Words()
    var spelling: [UInt8] = []
    Tokenizer(language: language).forEachToken(in: document.bytes, range) { token in
      if token.kind == .symbol, let country = PlainText.country(ofFlag: document.text(token.range))
      {
        spelling = Array(country.lowercased().utf8)
      } else if token.kind == .word {
        LowerCase.fold(document.bytes, token.range, into: &spelling)
      } else {
        return
      }
      guard !spelling.isEmpty else { return }
      let hash = WordFrequencies.hash(spelling)
      let word = Words.Word(
        range: token.range, row: table.row(hash, language: language),
        share: max(Self.leastShare, frequencies.share(ofHash: hash)),
        stem: SurfaceEvidence.stem(spelling, weight: 1)?.hash)
      passage.words.append(word)
      if let stem = word.stem { passage.stems.append(stem) }
    }
    passage.stems.sort()
    return passage
  }

  /// An Italian passage, ready to be compared with many English ones.
  struct Source: Sendable {
    /// An English word that one of the passage's is translated by.
    fileprivate struct Translation: Sendable {
      /// The English word's row.
      var target: Int
      /// The number of the passage's word.
      var word: Int
      var forward: Double
      var backward: Double
    }

    fileprivate let passage: Words
    /// Sorted by their English words.
    fileprivate let translations: [Translation]

    /// The places of the translations by an English word.
    fileprivate func places(of row: Int) -> Range<Int> {
      let first = translations.partitioningIndex { $0.target >= row }
      let end = translations[first...].firstIndex { $0.target != row } ?? translations.count
      return first..<end
    }
  }

  func source(_ passage: Words) -> Source {
    var translations: [Source.Translation] = []
    for (number, word) in passage.words.enumerated() {
      guard let row = word.row else { continue }
      for found in table.translations(ofRow: row) {
        translations.append(
          Source.Translation(
            target: found.target, word: number, forward: found.forward, backward: found.backward))
      }
    }
    translations.sort { ($0.target, $0.word) < ($1.target, $1.word) }
    return Source(passage: passage, translations: translations)
  }

  /// The ratio for an average word of both sides, and the sum of all.
  ///
  /// - Complexity: linear in the words of both, times the logarithm of the source's translations.
  func ratio(_ source: Source, _ target: Words) -> (mean: Double, sum: Double) {
    var sums = (0.0, 0.0)
    let sourceCount = Double(source.passage.words.count + 1)
    let targetCount = Double(target.words.count + 1)
    // By word of the source. A word that stands twice on the other side translates it once.
    var backward = [Double](repeating: 0, count: source.passage.words.count)
    var isUsed = [Bool](repeating: false, count: source.translations.count)
    for word in target.words {
      let isShared = word.stem.map(source.passage.hasStem) ?? false
      guard word.row != nil || isShared else { continue }
      var likelihood = 0.0
      if let row = word.row {
        for place in source.places(of: row) {
          let translation = source.translations[place]
          likelihood += translation.forward
          if !isUsed[place] { backward[translation.word] += translation.backward }
          isUsed[place] = true
        }
      }
      sums.0 += Self.logRatio(likelihood / sourceCount / word.share, isShared: isShared)
    }
    for (word, likelihood) in zip(source.passage.words, backward) {
      let isShared = word.stem.map(target.hasStem) ?? false
      guard word.row != nil || isShared else { continue }
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
      let weight = WordFrequencies.weight(ofShare: word.share)
      let isShared = word.stem.map(source.passage.hasStem) ?? false
      let places = word.row.map(source.places) ?? 0..<0
      let likelihood = places.reduce(0) { $0 + source.translations[$1].forward }
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
