import BitestoAlignment
import BitestoEmbedding
import BitestoText
import Foundation

/// Makes the table of word translations (Sources/EmbeddingModel/translations.bin) from parallel
/// sentences and a dictionary.
///
/// Deterministic: the same lists make the same bytes.
struct TranslationTableTraining {
  /// A pair is kept when either word is translated by the other at least this often.
  private static let leastProbability: Float = 0.01
  private static let longestSentence = 60

  private var pairs: [String] = []
  private var dictionaries: [String] = []
  private var output = "translations.bin"

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--pairs": rest.popFirst().map { pairs.append($0) }
      case "--dictionary": rest.popFirst().map { dictionaries.append($0) }
      case "-o": output = rest.popFirst() ?? output
      default: continue
      }
    }
  }

  func run() throws {
    var italian = Vocabulary(language: .italian)
    var english = Vocabulary(language: .english)
    var sentences: [(given: [Int32], other: [Int32])] = []
    for (path, isDictionary) in pairs.map({ ($0, false) }) + dictionaries.map({ ($0, true) }) {
      for (first, second) in try PairTable(contentsOf: path).rows {
        let (it, en) = isDictionary ? (second, first) : (first, second)
        let pair = (italian.words(of: it), english.words(of: en))
        guard !pair.0.isEmpty, !pair.1.isEmpty,
          max(pair.0.count, pair.1.count) < Self.longestSentence
        else { continue }
        sentences.append(pair)
      }
    }
    let forward = TranslationModel(sentences)
    let backward = TranslationModel(sentences.map { ($0.other, $0.given) })
    var entries: [Entry] = []
    for (key, probability) in forward.probabilities where key >> 32 != 0 {
      let (source, target) = (Int32(key >> 32), Int32(truncatingIfNeeded: key))
      let back = backward.probabilities[TranslationModel.key(target, source)] ?? 0
      guard max(probability, back) >= Self.leastProbability else { continue }
      entries.append(
        Entry(
          source: italian.hashes[Int(source) - 1], target: english.hashes[Int(target) - 1],
          forward: probability, backward: back))
    }
    try Data(ModelFileWriter.file(Self.sections(entries))).write(to: URL(fileURLWithPath: output))
    print("\(sentences.count) pairs of sentences, \(entries.count) translations")
  }

  private struct Entry {
    var source: UInt32
    var target: UInt32
    var forward: Float
    var backward: Float
  }

  private static func sections(_ entries: [Entry]) -> [(name: String, bytes: [UInt8])] {
    let entries = entries.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    let sources = Set(entries.map(\.source)).sorted()
    let targets = Set(entries.map(\.target)).sorted().prefix(1 << 16)
    let rows = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, UInt32($0)) })
    let starts = sources.map { source in
      UInt32(entries.partitioningIndex { $0.source >= source })
    }
    return [
      ("hashes it", sources.flatMap(ModelFileWriter.bytes)),
      ("hashes en", targets.flatMap(ModelFileWriter.bytes)),
      ("starts", (starts + [UInt32(entries.count)]).flatMap(ModelFileWriter.bytes)),
      ("targets", entries.flatMap { ModelFileWriter.bytes(UInt16(rows[$0.target] ?? 0)) }),
      ("forward", entries.map { probabilityClass($0.forward) }),
      ("backward", entries.map { probabilityClass($0.backward) }),
    ]
  }

  /// -20 log10, as for frequencies.
  private static func probabilityClass(_ probability: Float) -> UInt8 {
    UInt8(max(0, min(255, (-20 * log10(max(probability, 1e-12))).rounded())))
  }

  /// Numbers the words of a language from 1 on.
  private struct Vocabulary {
    let language: Language
    private(set) var hashes: [UInt32] = []
    private var numbers: [UInt32: Int32] = [:]

    init(language: Language) { self.language = language }

    mutating func words(of line: Substring) -> [Int32] {
      let bytes = Array(line.utf8)
      var words: [Int32] = []
      Tokenizer(language: language).forEachToken(in: bytes, 0..<bytes.count) { token in
        guard token.kind == .word else { return }
        var spelling: [UInt8] = []
        LowerCase.fold(bytes, token.range, into: &spelling)
        guard !spelling.isEmpty else { return }
        let hash = WordFrequencies.hash(spelling)
        let number = numbers[hash] ?? Int32(hashes.count + 1)
        if Int(number) > hashes.count {
          numbers[hash] = number
          hashes.append(hash)
        }
        words.append(number)
      }
      return words
    }
  }
}
