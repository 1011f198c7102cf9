import BitestoText
import CEmbeddingModel
import Foundation
import Synchronization

/// The multilingual sentence encoder: text in, 512-component unit vectors out. Texts that mean the
/// same lie close together, whatever their language.
///
/// The network is Google's universal-sentence-encoder-multilingual v3 (Yang et al. 2020,
/// "Multilingual Universal Sentence Encoder for Semantic Retrieval", the CNN variant). One encoder may
/// be used from several threads; it does one batch at a time, on all the threads it was given.
public final class Encoder: Sendable {
  /// Components in a vector.
  public static let width = Int(BITESTO_WIDTH)
  /// Tokens of one task: its features stay in a processor's second-level cache.
  private static let taskTokens = 128

  private let tokenizer: PieceTokenizer
  private let network: Network
  package let threads: Int
  private let cache: Mutex<PieceCache>
  /// Tokens that are worked on between two refills of the piece cache: they fit, all different.
  private let blockTokens: Int
  /// The mean vector of frequent words (`width` components).
  package let commonDirection: [Float]
  package let wordTable: WordTable
  package let sketch: PassageSketch
  /// Tells this model from others.
  package let checksum: UInt32
  private let frequencies: [Language: WordFrequencies]
  private let noFrequencies: WordFrequencies

  /// The encoder with the model that is part of the program: Italian, English, Cyrillic scripts.
  public static func builtIn(threads: Int? = nil) throws(ModelError) -> Encoder {
    try Encoder(model: .builtIn(), threads: threads)
  }

  /// An encoder with another model file (Sources/EmbeddingModel/MODEL.md).
  public convenience init(contentsOf path: String, threads: Int? = nil) throws(ModelError) {
    try self.init(model: ModelFile(contentsOf: path), threads: threads)
  }

  init(model: ModelFile, threads: Int?, cachedPieces: Int = PieceCache.usualCapacity)
    throws(ModelError)
  {
    tokenizer = try PieceTokenizer(model: model)
    network = try Network(model: model, pieceCount: tokenizer.pieceCount)
    self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    cache = Mutex(PieceCache(vocabulary: tokenizer.pieceCount, capacity: cachedPieces))
    blockTokens = cachedPieces
    wordTable = try .builtIn()
    sketch = try .builtIn()
    checksum = model.checksum
    commonDirection = Array(try model.numbers("common", count: Self.width))
    var frequencies: [Language: WordFrequencies] = [:]
    for language in [Language.italian, .english, .russian, .ukrainian] {
      frequencies[language] = try WordFrequencies(model: model, language: language)
    }
    self.frequencies = frequencies
    noFrequencies = try WordFrequencies(model: model, language: Language(rawValue: ""))
  }

  /// The frequency table of a language; an empty one when the model has none.
  package func frequencies(of language: Language) -> WordFrequencies {
    frequencies[language] ?? noFrequencies
  }

  /// The kernels in use: "avx512vnni", "avxvnni", "avx2", "neon" or "portable".
  public static var kernelName: String { String(cString: bitesto_kernel_name()) }

  /// The ids of a text's vocabulary pieces, begin and end marks included.
  public func tokenize(_ text: String) -> [Int32] {
    var workspace = PieceTokenizer.Workspace()
    var ids: [Int32] = []
    var text = text
    text.withUTF8 { tokenizer.tokenize($0, workspace: &workspace, into: &ids) }
    return ids
  }

  /// One unit vector for each text. Linear in the texts' length; a blank text gets the vector of an
  /// unknown word.
  public func encode(_ texts: [String]) -> VectorTable {
    var table = VectorTable(count: texts.count, width: Self.width)
    let lists = tokenizeAll(texts)
    cache.withLock { cache in
      table.values.withUnsafeMutableBufferPointer { vectors in
        var first = 0
        while first < lists.count {
          let last = encodeBlock(lists, from: first, cache: &cache, into: vectors)
          first = last
        }
      }
    }
    return table
  }

  private func tokenizeAll(_ texts: [String]) -> [[Int32]] {
    let chunk = 64
    let chunks = (texts.count + chunk - 1) / chunk
    let results = concurrently(chunks, threads: threads) { index in
      var workspace = PieceTokenizer.Workspace()
      return texts[(index * chunk)..<min(texts.count, (index + 1) * chunk)].map { text in
        var ids: [Int32] = []
        var text = text
        text.withUTF8 { self.tokenizer.tokenize($0, workspace: &workspace, into: &ids) }
        return ids
      }
    }
    return results.flatMap { $0 }
  }

  /// Encodes texts from `first` on until the block is full; returns the first text of the next block.
  private func encodeBlock(
    _ lists: [[Int32]], from first: Int, cache: inout PieceCache,
    into vectors: UnsafeMutableBufferPointer<Float>
  ) -> Int {
    var last = first
    var ids: [Int32] = []
    while last < lists.count, ids.isEmpty || ids.count + lists[last].count <= blockTokens {
      ids += lists[last].prefix(longest)
      last += 1
    }
    guard let missing = cache.reserve(ids[...]) else { return last }
    let newPieces = missing.map { cache.pointer($0) }
    let share = 48
    concurrently((missing.count + share - 1) / share, threads: threads) { index in
      let range = (index * share)..<min(missing.count, (index + 1) * share)
      missing[range].withUnsafeBufferPointer { ids in
        let pointers = newPieces[range].map { Optional($0) }
        withUnsafeTemporaryAllocation(byteCount: Int(BITESTO_SCRATCH), alignment: 64) { scratch in
          bitesto_compute_pieces(
            self.network.layers, ids.baseAddress, Int32(ids.count), scratch.baseAddress, pointers)
        }
      }
    }
    let tokens = ids.map { UnsafePointer(cache.pointer($0)) }
    let tasks = self.tasks(lists[first..<last])
    let output = SharedBuffer(vectors)
    concurrently(tasks.count, threads: threads) { index in
      let task = tasks[index]
      self.encodeTask(
        tokens: tokens[task.tokens], lengths: task.lengths,
        into: output.suffix(from: task.texts.lowerBound * Self.width))
    }
    return last
  }

  /// A text's pieces beyond this many are not looked at: no sentence is that long.
  private var longest: Int { min(4_096, blockTokens) }

  private struct EncodingTask {
    var texts: Range<Int>
    var tokens: Range<Int>
    var lengths: [Int32]
  }

  /// Cuts a block into tasks: enough texts each to use the last layers' weights well, and enough tasks
  /// to keep all threads busy.
  private func tasks(_ lists: ArraySlice<[Int32]>) -> [EncodingTask] {
    var tasks: [EncodingTask] = []
    var task = EncodingTask(texts: lists.startIndex..<lists.startIndex, tokens: 0..<0, lengths: [])
    for (index, list) in zip(lists.indices, lists) {
      let length = min(list.count, longest)
      task.texts = task.texts.lowerBound..<(index + 1)
      task.tokens = task.tokens.lowerBound..<(task.tokens.upperBound + length)
      task.lengths.append(Int32(length))
      if task.lengths.count == 48 || task.tokens.count >= 1_024 || index + 1 == lists.endIndex {
        tasks.append(task)
        task = EncodingTask(
          texts: (index + 1)..<(index + 1), tokens: task.tokens.upperBound..<task.tokens.upperBound,
          lengths: [])
      }
    }
    return tasks
  }

  private func encodeTask(
    tokens: ArraySlice<UnsafePointer<bitesto_piece>>, lengths: [Int32],
    into vectors: UnsafeMutableBufferPointer<Float>
  ) {
    let features = Int(BITESTO_FEATURES)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: lengths.count * features) { pooled in
      var first = 0
      var firstToken = tokens.startIndex
      while first < lengths.count {
        var last = first
        var count = 0
        while last < lengths.count, count == 0 || count + Int(lengths[last]) <= Self.taskTokens {
          count += Int(lengths[last])
          last += 1
        }
        let sentences = Int32(last - first)
        let size = bitesto_scratch_size(Int32(count), sentences)
        let pointers = tokens[firstToken..<(firstToken + count)].map { Optional($0) }
        lengths[first..<last].withUnsafeBufferPointer { lengths in
          withUnsafeTemporaryAllocation(byteCount: size, alignment: 64) { scratch in
            bitesto_pool_sentences(
              self.network.layers, pointers, lengths.baseAddress, sentences, scratch.baseAddress,
              pooled.baseAddress.map { $0 + first * features })
          }
        }
        first = last
        firstToken += count
      }
      withUnsafeTemporaryAllocation(byteCount: Int(BITESTO_SCRATCH), alignment: 64) { scratch in
        bitesto_finish_sentences(
          network.layers, pooled.baseAddress, lengths, Int32(lengths.count), scratch.baseAddress,
          vectors.baseAddress)
      }
    }
  }
}
