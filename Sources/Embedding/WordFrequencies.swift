import BitestoText
import Foundation

/// How common the words of a language are, from the model file's frequency tables.
///
/// A table is a sorted list of 32-bit FNV-1a hashes of the words (lower case, NFC), then one byte for
/// each: -20 log10 of the word's share of running text. One unlisted word in 100,000 is taken for a
/// listed one.
package struct WordFrequencies: @unchecked Sendable {
  /// The share of a word that is in no table.
  package static let unseen = 1e-7

  private let hashes: UnsafeRawBufferPointer
  private let classes: UnsafeRawBufferPointer

  init(model: ModelFile, language: Language) throws(ModelError) {
    guard let bytes = model.optionalSection("words \(language)") else {
      hashes = UnsafeRawBufferPointer(start: nil, count: 0)
      classes = hashes
      return
    }
    guard bytes.count % 5 == 0 else {
      throw .malformed(path: model.path, what: "the \(language) frequency table is uneven")
    }
    hashes = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 5 * 4)])
    classes = UnsafeRawBufferPointer(rebasing: bytes[(bytes.count / 5 * 4)...])
  }

  /// The word's share of running text. Logarithmic in the table's size.
  func share(of word: String) -> Double {
    share(ofHash: Self.hash(word.lowercased().precomposedStringWithCanonicalMapping.utf8))
  }

  /// Whether there is a table at all.
  package var isEmpty: Bool { classes.isEmpty }

  /// The share of running text of the word with a hash. Logarithmic in the table's size.
  package func share(ofHash key: UInt32) -> Double {
    let row = classes.indices.partitioningIndex { hash(at: $0) >= key }
    guard row < classes.count, hash(at: row) == key else { return Self.unseen }
    return Self.share(ofClass: classes[classes.startIndex + row])
  }

  private func hash(at row: Int) -> UInt32 {
    hashes.loadUnaligned(fromByteOffset: 4 * row, as: UInt32.self)
  }

  static func share(ofClass number: UInt8) -> Double { shares[Int(number)] }

  private static let shares = (0...255).map { pow(10, -Double($0) / 20) }

  /// The share of text at which a word tells half.
  private static let halfShare = 0.002

  /// How much a word of a share of running text tells: from 0 (in every sentence) to 1 (never seen).
  ///
  /// a / (a + p) of Arora, Liang and Ma 2017, "A Simple but Tough-to-Beat Baseline for Sentence
  /// Embeddings".
  package static func weight(ofShare share: Double) -> Double { halfShare / (halfShare + share) }

  /// FNV-1a, 32 bits, of a word in lower case (NFC).
  package static func hash(_ word: some Sequence<UInt8>) -> UInt32 {
    var value: UInt32 = 0x811C_9DC5
    for byte in word { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    return value
  }
}
