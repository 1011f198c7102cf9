/// SentencePiece's unigram tokenizer over bytes: of all ways to cut the text into pieces of the
/// vocabulary, the one with the highest sum of scores (Kudo 2018, "Subword Regularization", §3.1).
struct PieceTokenizer: @unchecked Sendable {
  static let unknown: Int32 = 0
  static let begin: Int32 = 1
  static let end: Int32 = 2

  private let normalizer: Normalizer
  private let trie: DoubleArray
  private let scores: UnsafeBufferPointer<Float>
  private let unknownScore: Double

  var pieceCount: Int { scores.count }

  init(model: ModelFile) throws(ModelError) {
    normalizer = try Normalizer(table: model.section("norm", of: UInt8.self), path: model.path)
    trie = DoubleArray(try model.section("pieces", of: UInt32.self))
    let all = try model.numbers("scores")
    guard let last = all.last, all.count > 4 else {
      throw .malformed(path: model.path, what: "no pieces")
    }
    scores = UnsafeBufferPointer(rebasing: all.dropLast())
    unknownScore = Double(last)
  }

  /// Buffers that are used again for each text.
  struct Workspace {
    fileprivate var normalized: [UInt8] = []
    fileprivate var best: [Double] = []
    fileprivate var start: [Int32] = []
    fileprivate var piece: [Int32] = []
  }

  /// Appends the ids of the text's pieces between begin and end marks. Linear in the text's length.
  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, workspace: inout Workspace, into ids: inout [Int32]
  ) {
    ids.append(Self.begin)
    normalizer.normalize(text, into: &workspace.normalized)
    let count = workspace.normalized.count
    if count == 0 {
      ids.append(Self.unknown)
    } else {
      workspace.reset(count + 1)
      let first = ids.count
      workspace.normalized.withUnsafeBufferPointer { bytes in
        workspace.best.withUnsafeMutableBufferPointer { best in
          workspace.start.withUnsafeMutableBufferPointer { start in
            workspace.piece.withUnsafeMutableBufferPointer { piece in
              search(bytes, best: best, start: start, piece: piece)
              var at = count
              while at > 0 {
                ids.append(piece[at])
                at = Int(start[at])
              }
            }
          }
        }
      }
      ids[first...].reverse()
    }
    ids.append(Self.end)
  }

  /// Viterbi: best[i] is the highest score of the text before byte i, cut at (start[i], piece[i]).
  private func search(
    _ bytes: UnsafeBufferPointer<UInt8>, best: UnsafeMutableBufferPointer<Double>,
    start: UnsafeMutableBufferPointer<Int32>, piece: UnsafeMutableBufferPointer<Int32>
  ) {
    let count = bytes.count
    var position = 0
    while position < count {
      let base = best[position]
      let characterEnd = min(count, position + Normalizer.sequenceLength(bytes[position]))
      var knowsCharacter = false
      var node = trie.root
      var end = position
      var value: Int32?
      while end < count, trie.step(&node, by: bytes[end], value: &value) {
        end += 1
        guard let id = value, Int(id) < scores.count else { continue }
        if end == characterEnd { knowsCharacter = true }
        let score = base + Double(scores[Int(id)])
        if score > best[end] {
          best[end] = score
          start[end] = Int32(truncatingIfNeeded: position)
          piece[end] = id
        }
      }
      if !knowsCharacter, base + unknownScore > best[characterEnd] {
        best[characterEnd] = base + unknownScore
        start[characterEnd] = Int32(truncatingIfNeeded: position)
        piece[characterEnd] = Self.unknown
      }
      position = characterEnd
    }
  }
}

extension PieceTokenizer.Workspace {
  fileprivate mutating func reset(_ count: Int) {
    best.removeAll(keepingCapacity: true)
    best.append(0)
    best.append(contentsOf: repeatElement(-.infinity, count: count - 1))
    if start.count < count {
      start = [Int32](repeating: 0, count: count)
      piece = start
    }
  }
}
