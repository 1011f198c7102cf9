import BitestoText
import Synchronization

/// Vectors of single words that add up: a text is the sum of its words' vectors, so any run of
/// sentences costs one addition.
///
/// Each distinct word is encoded once and kept. A word counts by its rarity, and less the
/// direction that all words share (Arora, Liang and Ma 2017, "A Simple but Tough-to-Beat Baseline for
/// Sentence Embeddings").
public final class WordVectors: Sendable {
  /// Words that are kept; when they are more, all are dropped and encoded again as they come.
  public static let capacity = 32_768

  private struct Cache {
    var slots: [String: Int32] = [:]
    /// `Encoder.width` components a slot.
    var vectors: [Float] = []
  }

  private let encoder: Encoder
  private let cache = Mutex(Cache())
  private let common: [Float]
  private let capacity: Int

  public convenience init(encoder: Encoder) {
    self.init(encoder: encoder, capacity: Self.capacity)
  }

  init(encoder: Encoder, capacity: Int) {
    self.encoder = encoder
    self.capacity = capacity
    common = encoder.commonDirection
  }

  /// From 0 (in every sentence) to 1 (never seen): how much a word tells. Without a frequency table
  /// for the language every word counts nearly 1.
  public func weight(of word: String, language: Language) -> Float {
    let share = encoder.frequencies(of: language).share(of: word)
    return Float(WordFrequencies.weight(ofShare: share))
  }

  /// For every text, given as its words, the weighted sum of their vectors; not of unit length, so
  /// that rows may be added.
  public func sums(_ texts: [[String]], language: Language) -> VectorTable {
    let width = Encoder.width
    var table = VectorTable(count: texts.count, width: width)
    var weights: [String: Float] = [:]
    cache.withLock { cache in
      var first = 0
      while first < texts.count {
        let last = load(texts, from: first, into: &cache)
        for (row, words) in zip(first..<last, texts[first..<last]) {
          for word in words {
            guard let slot = cache.slots[word] else { continue }
            let weight = weights[word] ?? self.weight(of: word, language: language)
            weights[word] = weight
            add(weight, slot: Int(slot), of: cache.vectors, to: row, of: &table)
          }
        }
        first = last
      }
    }
    return table
  }

  private func add(
    _ weight: Float, slot: Int, of vectors: [Float], to row: Int, of table: inout VectorTable
  ) {
    let width = Encoder.width
    vectors.withUnsafeBufferPointer { vectors in
      table.values.withUnsafeMutableBufferPointer { values in
        for index in 0..<width {
          values[row * width + index] += weight * vectors[slot * width + index]
        }
      }
    }
  }

  /// Makes sure that the words of the texts from `first` on are in the cache, as many texts as fit;
  /// returns the first text that is left. A single text with more words than fit loses the last ones.
  private func load(_ texts: [[String]], from first: Int, into cache: inout Cache) -> Int {
    var last = first
    var new: [String] = []
    var isNew: Set<String> = []
    gathering: while last < texts.count {
      let kept = new.count
      for word in texts[last] where cache.slots[word] == nil && isNew.insert(word).inserted {
        new.append(word)
      }
      if cache.slots.count + new.count > capacity {
        if last > first {
          new.removeSubrange(kept...)
          break gathering
        }
        if !cache.slots.isEmpty {
          cache = Cache()
          return load(texts, from: first, into: &cache)
        }
        new.removeSubrange(capacity...)
        last += 1
        break gathering
      }
      last += 1
    }
    for word in new { cache.slots[word] = Int32(cache.slots.count) }
    cache.vectors += encoder.encode(new).values
    subtractCommon(from: &cache.vectors, last: new.count)
    return last
  }

  private func subtractCommon(from vectors: inout [Float], last count: Int) {
    let width = Encoder.width
    let start = vectors.count - count * width
    vectors.withUnsafeMutableBufferPointer { values in
      for row in 0..<count {
        for index in 0..<width { values[start + row * width + index] -= common[index] }
      }
    }
  }
}
