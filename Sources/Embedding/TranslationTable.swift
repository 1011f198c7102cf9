import BitestoText
import CEmbeddingModel

/// How likely Italian words are translated by English ones and the other way about, learned from
/// parallel sentences; `bitesto-bench translation-table` makes it (Sources/EmbeddingModel/MODEL.md).
public struct TranslationTable: @unchecked Sendable {
  /// One of the English words that an Italian one is translated by.
  public struct Translation: Hashable, Sendable {
    /// The English word's row.
    public var target: Int
    /// The probability of the English word, given the Italian one.
    public var forward: Double
    /// The probability of the Italian word, given the English one.
    public var backward: Double
  }

  /// The file, which the buffers point into.
  private let file: ModelFile
  private let sources: UnsafeBufferPointer<UInt32>
  private let targets: UnsafeBufferPointer<UInt32>
  /// By source, where its translations begin; one more at the end.
  private let starts: UnsafeBufferPointer<UInt32>
  private let rows: UnsafeBufferPointer<UInt16>
  private let forward: UnsafeBufferPointer<UInt8>
  private let backward: UnsafeBufferPointer<UInt8>

  /// The table that is part of the program.
  public static func builtIn() throws(ModelError) -> TranslationTable {
    let bytes = UnsafeRawBufferPointer(
      start: bitesto_translations_bytes(), count: bitesto_translations_size())
    return try TranslationTable(
      ModelFile(path: "built-in translations", bytes: bytes, storage: nil, checksum: false))
  }

  init(_ file: ModelFile) throws(ModelError) {
    self.file = file
    sources = try file.section("hashes it", of: UInt32.self)
    targets = try file.section("hashes en", of: UInt32.self)
    starts = try file.section("starts", of: UInt32.self, count: sources.count + 1)
    rows = try file.section("targets", of: UInt16.self)
    forward = try file.section("forward", of: UInt8.self, count: rows.count)
    backward = try file.section("backward", of: UInt8.self, count: rows.count)
  }

  /// Whether words of a language are translated, or are translations.
  package func knows(_ language: Language) -> Bool {
    language == .italian || language == .english
  }

  /// A word's row among those of its language; nil when the table does not know it. Logarithmic in the
  /// table's size.
  ///
  /// - Parameter hash: ``WordFrequencies/hash(_:)`` of the word in lower case.
  package func row(_ hash: UInt32, language: Language) -> Int? {
    let hashes = language == .italian ? sources : targets
    guard knows(language) else { return nil }
    let row = hashes.partitioningIndex { $0 >= hash }
    return row < hashes.count && hashes[row] == hash ? row : nil
  }

  /// The translations of an Italian word, none for a row that is not there.
  package func translations(ofRow row: Int) -> [Translation] {
    guard sources.indices.contains(row) else { return [] }
    let places = Int(starts[row])..<max(Int(starts[row]), Int(starts[row + 1]))
    return places.clamped(to: rows.indices).map { place in
      Translation(
        target: Int(rows[place]), forward: WordFrequencies.share(ofClass: forward[place]),
        backward: WordFrequencies.share(ofClass: backward[place]))
    }
  }
}
