import BitestoEmbedding
import BitestoGlossary
import BitestoText
import Foundation

/// Which phrases are terms: those much more frequent in the texts than their words are in the language.
struct TermRanking {
  /// Log-likelihood ratio from which chance is out of the question (χ², one degree of freedom, p < 0.01).
  private static let leastRatio = 6.63
  /// How many times more frequent than in the language the words of a term are, on average.
  private static let leastKeenness = 3.0

  let texts: [TextWords]
  let encoder: Encoder

  /// The terms, as candidates.
  func terms(_ phrases: [TermFinding.Phrase]) -> [Candidate] {
    let counts = wordCounts()
    return phrases.filter { isTerm($0, counts[$0.language] ?? WordCounts()) }.map { phrase in
      var candidate = Candidate(kind: .term, isPhrase: true)
      for (spelling, count) in phrase.spellings {
        candidate.add(
          Candidate.Spelling(
            language: phrase.language, text: spelling, words: phrase.words, count: count))
      }
      candidate.places = phrase.places
      candidate.surroundings = phrase.frequency
      candidate.settle()
      return candidate
    }
  }

  private struct WordCounts {
    var total = 0
    var counts: [String: Int] = [:]
  }

  private func wordCounts() -> [Language: WordCounts] {
    var all: [Language: WordCounts] = [:]
    for text in texts {
      for word in text.words where word.isWord {
        all[text.language, default: WordCounts()].total += 1
        all[text.language, default: WordCounts()].counts[word.key, default: 0] += 1
      }
    }
    return all
  }

  private func isTerm(_ phrase: TermFinding.Phrase, _ counts: WordCounts) -> Bool {
    guard phrase.value > 1, counts.total > 0 else { return false }
    let frequencies = encoder.frequencies(of: phrase.language)
    guard !frequencies.isEmpty else { return false }
    var keenness = 0.0
    var leastKeen = Double.infinity
    var together = 1.0
    for word in phrase.words {
      let share = frequencies.share(ofHash: WordFrequencies.hash(word.utf8))
      let own = Double(counts.counts[word] ?? 1) / Double(counts.total)
      keenness += log(own / share)
      leastKeen = min(leastKeen, own / share)
      together *= max(share, own)
    }
    let ratio = Self.ratio(
      count: Double(phrase.frequency), expected: together * Double(counts.total))
    return ratio >= Self.leastRatio && leastKeen >= 1
      && keenness / Double(max(1, phrase.words.count)) >= log(Self.leastKeenness)
  }

  /// The log-likelihood ratio of a count against the one expected by chance (Dunning 1993), for rare events.
  private static func ratio(count: Double, expected: Double) -> Double {
    guard count > expected, expected > 0 else { return 0 }
    return 2 * (count * log(count / expected) - (count - expected))
  }
}
