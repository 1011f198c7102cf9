import BitestoAlignment
import Foundation

/// The text of Sources/AlignmentData/alignment-weights.tsv.
enum AlignmentWeightsTable {
  private static let head = """
    # The aligner's weights: a bead's log-odds are the sum of its evidence, each times its weight.
    # Made by `bitesto-bench train-aligner`; RESULTS.md says from what.
    # evidence, weight without and with sentence vectors, meaning

    """

  private static let meanings = [
    "oneToOne": "one segment for one",
    "twoToOne": "two for one, or one for two",
    "threeToOne": "three for one, or one for three",
    "twoToTwo": "two for two",
    "larger": "any other shape",
    "words": "for each standard deviation that the words are closer than unrelated ones (-3 to 9)",
    "context": "the same for the sentence vectors",
    "wordGain": "for each tenth of word cosine that a merge gains over its best part (-3 to 3)",
    "contextGain": "the same for the sentence vectors",
    "near": "for each ten words with a near counterpart (cosine from 0.2 to 0.45)",
    "close": "for each ten words with a close counterpart (cosine from 0.45 to 0.8)",
    "uncovered": "for each ten words without a near counterpart",
    "length": "for a quarter of the squared deviation from the expected length (30 at most)",
    "nameShared": "for each name on both sides (6 at most, and so on)",
    "nameMissing": "for each name on one side only (8 at most, and so on)",
    "numberShared": "for each number on both sides, by its digits",
    "numberMissing": "for each number on one side only",
    "stemShared": "for each beginning of a word on both sides, by its rarity",
    "stemMissing": "for each beginning of a word on one side only",
    "sentences": "for each sentence that one side has more (3 at most)",
    "endings": "when one side ends as sentences do, and the other does not",
    "beginnings": "when one side begins in lower case, and the other does not",
    "quotationMarks": "for each quotation mark that one side has more (4 at most)",
    "questions": "for each question or exclamation mark that one side has more (2 at most)",
    "bordersAtSentences":
      "for each border between the segments of a merge where a sentence begins on the other side",
    "bordersAtPauses": "the same where a comma or its like stands",
    "bordersNowhere": "the same where neither is near",
    "paragraphs":
      "for each border of paragraphs inside, and when only one side begins a paragraph (3 at most)",
    "omission": "a segment without counterpart after a bead",
    "nextOmission": "after another such segment of the same side",
    "omissionOfOtherSide": "a target segment without counterpart after such a source segment",
    "omittedWords": "for each ten words of a segment without counterpart (20 at most)",
  ]

  static func text(words: [Double], context: [Double]) -> String {
    func figure(_ value: Double) -> String { String(format: "%.3f", value) }
    return head
      + AlignmentWeights.names.enumerated().map { index, name in
        [name, figure(words[index]), figure(context[index]), meanings[name] ?? ""]
          .joined(separator: "\t") + "\n"
      }.joined()
  }
}
