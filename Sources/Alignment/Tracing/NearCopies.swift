import BitestoText

extension Bitext {
  /// Marks the target texts that repeat an earlier one nearly word for word, as agency copy does.
  ///
  /// - Complexity: linear in the texts, as long as no phrase stands in more than a few of them.
  mutating func markNearCopies() {
    let copies = NearCopies(targets)
    for index in targets.indices { targets[index].copyOf = copies.original(of: index) }
  }
}

/// Which texts repeat others, by the phrases they share (Broder 1997, "On the resemblance and
/// containment of documents").
struct NearCopies {
  /// Words of a phrase.
  private static let phraseLength = 4
  /// The share of the shorter text's phrases that a copy has, and how much shorter it may be.
  private static let leastShared = 0.6
  private static let leastLength = 0.4
  /// A phrase of more texts than this tells nothing.
  private static let commonPhrase = 50

  private var originals: [Int?]

  init(_ sides: [Bitext.Side]) {
    originals = [Int?](repeating: nil, count: sides.count)
    var places: [UInt64: [Int]] = [:]
    var sizes: [Int] = []
    for (index, side) in sides.enumerated() {
      let phrases = Self.phrases(of: side)
      sizes.append(phrases.count)
      var shared: [Int: Int] = [:]
      for phrase in phrases {
        let known = places[phrase, default: []]
        guard known.count < Self.commonPhrase else { continue }
        for other in known { shared[other, default: 0] += 1 }
        places[phrase, default: []].append(index)
      }
      originals[index] =
        shared.filter { other, count in
          let (short, long) = (min(phrases.count, sizes[other]), max(phrases.count, sizes[other]))
          return originals[other] == nil && Double(count) >= Self.leastShared * Double(short)
            && Double(short) >= Self.leastLength * Double(long)
        }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// The first text that a text repeats; nil for one that repeats none before it.
  func original(of text: Int) -> Int? { originals[text] }

  private static func phrases(of side: Bitext.Side) -> Set<UInt64> {
    var words: [UInt64] = []
    var spelling: [UInt8] = []
    let tokenizer = Tokenizer(language: side.document.language)
    for segment in side.segments where segment.role != .boilerplate {
      tokenizer.forEachToken(in: side.document.bytes, segment.range) { token in
        guard token.kind == .word || token.kind == .number else { return }
        LowerCase.fold(side.document.bytes, token.range, into: &spelling)
        words.append(WordHash(spelling).value)
      }
    }
    guard words.count >= phraseLength else { return [] }
    return Set(
      (0...(words.count - phraseLength)).map { first in
        words[first..<(first + phraseLength)].reduce(0) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1 }
      })
  }
}
