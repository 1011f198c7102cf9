import BitestoEmbedding
import BitestoText
import CEmbeddingModel
import Foundation

/// Makes the table of frequent words' vectors (Sources/EmbeddingModel/words.bin) from the model.
///
/// Deterministic: the same word lists and pairs make the same bytes.
struct WordTableTraining {
  /// Words that are kept of each list.
  private var count = 50_000
  private var lists: [(language: Language, path: String)] = []
  private var pairs: [String] = []
  private var output = "words.bin"

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--words": count = rest.popFirst().flatMap(Int.init) ?? count
      case "--pairs": rest.popFirst().map { pairs.append($0) }
      case "-o": output = rest.popFirst() ?? output
      default:
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 { lists.append((Language(rawValue: parts[0]), parts[1])) }
      }
    }
  }

  func run() throws {
    let encoder = try Encoder.builtIn()
    let discriminant = try PairDiscriminant(encoder: encoder, pairs: pairs)
    let projection = discriminant.projection(to: WordTable.width)
    var sections: [(name: String, bytes: [UInt8])] = [
      ("projection", ModelFileWriter.bytes(projection))
    ]
    for list in lists {
      let words = try Self.words(of: list.path, count: count)
      let vectors = projection.withUnsafeBufferPointer {
        WordTable.project(encoder.encode(words.map(\.text)), encoder: encoder, by: $0)
      }
      sections.append(
        ("hashes \(list.language)", words.map(\.hash).flatMap(ModelFileWriter.bytes)))
      sections.append(("classes \(list.language)", words.map(\.frequencyClass)))
      sections.append(("vectors \(list.language)", Self.packed(vectors)))
    }
    try Data(ModelFileWriter.file(sections)).write(to: URL(fileURLWithPath: output))
  }

  private struct Word {
    var text: String
    var hash: UInt32
    var frequencyClass: UInt8
  }

  /// The first words of a list ("word TAB 100 log10 of its share", most frequent first), by hash.
  private static func words(of path: String, count: Int) throws -> [Word] {
    var seen: Set<UInt32> = []
    var words: [Word] = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard words.count < count, fields.count == 2, let logarithm = Double(fields[1]) else {
        continue
      }
      let text = fields[0].lowercased().precomposedStringWithCanonicalMapping
      let hash = WordFrequencies.hash(text.utf8)
      guard seen.insert(hash).inserted else { continue }
      let frequencyClass = UInt8(max(0, min(255, (-logarithm / 5).rounded())))
      words.append(Word(text: text, hash: hash, frequencyClass: frequencyClass))
    }
    return words.sorted { $0.hash < $1.hash }
  }

  /// 16 levels, evenly over 2.4 standard deviations of a unit vector's components to both sides.
  private static func packed(_ vectors: VectorTable) -> [UInt8] {
    let step = 2.4 / 7.5 / Float(WordTable.width).squareRoot()
    let levels = vectors.values.map { UInt8(max(0, min(15, ($0 / step).rounded(.down) + 8))) }
    return stride(from: 0, to: levels.count, by: 2).map { levels[$0] | levels[$0 + 1] << 4 }
  }
}
