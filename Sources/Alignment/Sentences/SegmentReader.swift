import BitestoEmbedding
import BitestoText
import Foundation

/// Reads the segments of a text into numbers: which words they hold, and which keys.
///
/// Each distinct word is looked at once. Linear in the text.
struct SegmentReader {
  /// A word as it stands in the text, without capitals.
  struct Word {
    var hash: UInt32
    /// From 0 (in every sentence) to 1 (never seen).
    var weight: Float
    /// The row in the word table.
    var row: Int?
    /// The word itself when it is in no table.
    var text: String?
    /// Nil for short words.
    var stem: SurfaceEvidence.Key?
  }

  /// Words that weigh less are passed over.
  private static let leastWeight: Float = 0.15
  /// A stem proves less than a whole name or number.
  private static let stemWeight: Float = 0.6

  private(set) var words: [Word] = []
  /// Places in `words`, by segment.
  private(set) var segments: [[Int32]] = []
  private(set) var keys: [[SurfaceEvidence.Key]] = []
  private(set) var marks: [SegmentMarks] = []

  init(_ side: Bitext.Side, table: WordTable?, frequencies: WordFrequencies, names: any NameFinder)
  {
    let document = side.document
    let tokenizer = Tokenizer(language: document.language)
    var known: [UInt32: Int32] = [:]
    var counts: [Int] = []
    var spelling: [UInt8] = []
    var paragraph: Int?
    for segment in side.segments {
      var own: [Int32] = []
      var keys = names.entities(in: document, range: segment.range).map {
        SurfaceEvidence.Key(kind: .entity, hash: UInt64($0), weight: 1)
      }
      tokenizer.forEachToken(in: document.bytes, segment.range) { token in
        if token.kind == .number {
          keys.append(SurfaceEvidence.number(document.bytes[token.range]))
        }
        guard token.kind == .word else { return }
        LowerCase.fold(document.bytes, token.range, into: &spelling)
        guard spelling.count > 1 || spelling.first.map({ $0 >= 0x80 }) == true else { return }
        let hash = WordFrequencies.hash(spelling)
        let index: Int32
        if let found = known[hash] {
          index = found
        } else {
          index = Int32(words.count)
          known[hash] = index
          counts.append(0)
          words.append(
            Self.word(hash, spelling, document.language, table: table, frequencies: frequencies))
        }
        counts[Int(index)] += 1
        own.append(index)
      }
      segments.append(own)
      self.keys.append(keys)
      var marks = SegmentMarks(document.bytes, segment.range)
      marks.beginsParagraph = segment.paragraph != paragraph
      paragraph = segment.paragraph
      self.marks.append(marks)
    }
    if frequencies.isEmpty { weighByOwnCounts(counts) }
    finish()
  }

  private static func word(
    _ hash: UInt32, _ spelling: [UInt8], _ language: Language, table: WordTable?,
    frequencies: WordFrequencies
  ) -> Word {
    let row = table?.row(hash, language: language)
    let share: Double
    if let row, let table {
      share = table.share(row: row, language: language)
    } else {
      share = frequencies.share(ofHash: hash)
    }
    let weight = Float(WordFrequencies.weight(ofShare: share))
    let text =
      row == nil && weight >= leastWeight ? String(decoding: spelling, as: UTF8.self) : nil
    return Word(
      hash: hash, weight: weight, row: row, text: text,
      stem: SurfaceEvidence.stem(spelling, weight: stemWeight * weight))
  }

  /// A language without a frequency table: a word is as common as in this text.
  private mutating func weighByOwnCounts(_ counts: [Int]) {
    let total = Double(counts.reduce(0, +)) + 500
    for index in words.indices {
      let share = (Double(counts[index]) - 0.8) / total
      let weight = Float(WordFrequencies.weight(ofShare: share))
      words[index].weight = weight
      words[index].stem?.weight = Self.stemWeight * weight
    }
  }

  /// Adds the stems to the keys, sorts these, and drops the light words.
  private mutating func finish() {
    for index in segments.indices {
      for word in segments[index] {
        if let stem = words[Int(word)].stem { keys[index].append(stem) }
      }
      keys[index].sortAsKeys()
      segments[index].removeAll { words[Int($0)].weight < Self.leastWeight }
    }
  }
}
