import BitestoEmbedding
import BitestoText

/// A text as the words of its segments, with the vectors of those that are in no table.
struct ReadText {
  let side: Bitext.Side
  let reader: SegmentReader
  /// The table that the other words are in.
  let table: WordTable?
  /// Unit vectors of all texts' words that are in no table; and the rows of this one's, in the order of
  /// the reader's words.
  let unseen: VectorTable
  let unseenRows: [Int]

  /// Reads texts; words that are in no table are encoded together, each once.
  ///
  /// - Parameter encoder: knows how common words are.
  static func read(
    _ sides: [Bitext.Side], words: WordSource, encoder: Encoder, names: any NameFinder
  ) -> [ReadText] {
    let readers = concurrently(sides.count, threads: encoder.threads) { number in
      SegmentReader(
        sides[number], table: words.table,
        frequencies: encoder.frequencies(of: sides[number].document.language), names: names)
    }
    var rows: [String: Int] = [:]
    var unseen: [String] = []
    let unseenRows = readers.map { reader in
      reader.words.compactMap(\.text).map { word in
        if let row = rows[word] { return row }
        rows[word] = unseen.count
        unseen.append(word)
        return unseen.count - 1
      }
    }
    let vectors = words.vectors(of: unseen)
    return sides.indices.map { number in
      ReadText(
        side: sides[number], reader: readers[number], table: words.table, unseen: vectors,
        unseenRows: unseenRows[number])
    }
  }
}
