/// Takes the features of a stop one by one: a model adds up weights, a trainer writes them down.
protocol FeatureSink {
  mutating func add(_ hash: UInt32)
}

/// What the model sees of a stop: its surroundings in pairs and triples, each hashed.
enum SentenceFeatures {
  @inline(__always)
  static func collect(_ stop: Stop, _ verdict: Verdict, into sink: inout some FeatureSink) {
    let terminators = UInt32(stop.sort.rawValue)
    let closers = UInt32(stop.closers.rawValue)
    let openers = UInt32(stop.openers.rawValue)
    let kind = UInt32(stop.kind.rawValue)
    let next = UInt32(stop.next.shape.rawValue) << 1 | (stop.nextIsStarter ? 1 : 0)
    let shape = UInt32(stop.word.shape.rawValue)
    let length = UInt32(min(stop.word.length, 7))
    let ground = UInt32(verdict.ground.rawValue) << 1 | (verdict.endsSentence ? 1 : 0)
    let after = afterClass(stop.afterNext)
    let second = UInt32(stop.second.rawValue)
    let before = UInt32(stop.before.rawValue)
    let spaces = UInt32(stop.spaces)
    let places =
      (stop.isInQuotation ? 1 : 0) | (stop.isInBrackets ? 2 : 0) | (stop.isFirstWord ? 4 : 0)
      as UInt32
    let word = UInt32(truncatingIfNeeded: stop.word.folded.value ^ stop.word.folded.value >> 32)
    let nextWord = UInt32(truncatingIfNeeded: stop.next.folded.value ^ stop.next.folded.value >> 32)
    let isStop: UInt32 = stop.sort == .stop ? 1 : 0

    sink.add(mix(1, ground, terminators))
    sink.add(mix(2, terminators << 8 | closers << 4 | openers, next))
    sink.add(mix(3, kind, next))
    sink.add(mix(4, kind << 8 | length << 4 | shape, next))
    sink.add(mix(5, word, isStop))
    sink.add(mix(6, word, next))
    sink.add(mix(7, nextWord, 0))
    sink.add(mix(8, nextWord, kind))
    sink.add(mix(9, nextWord, terminators << 8 | closers))
    sink.add(mix(10, places, terminators << 8 | next))
    sink.add(mix(11, places, closers << 16 | openers << 8 | terminators))
    sink.add(mix(12, kind << 8 | before, next))
    sink.add(mix(13, kind << 8 | after, next))
    sink.add(mix(14, kind << 8 | second << 4 | after, next >> 1))
    sink.add(mix(15, spaces << 8 | terminators, next))
    sink.add(mix(16, closers << 8 | terminators, next))
    sink.add(mix(17, openers << 8 | terminators, next))
    sink.add(mix(18, stop.word.suffix & 0xFF_FFFF, isStop))
    sink.add(mix(19, vowels(stop.word) << 8 | length, next << 8 | isStop))
    sink.add(mix(20, kind << 8 | closers, openers << 8 | next))
    sink.add(mix(21, stop.isGlued ? 1 : 0, terminators << 12 | next << 8 | shape << 4 | length))
    sink.add(mix(22, ground, next << 8 | length))
    sink.add(mix(23, afterClass(stop.markBefore), kind << 8 | next))
    sink.add(mix(24, stop.startsLower ? 1 : 0, terminators << 16 | closers << 8 | next))
    sink.add(mix(25, stop.startsLower ? 1 : 0, kind << 8 | next))
  }

  private static func vowels(_ word: Word) -> UInt32 {
    (word.endsInVowel ? 1 : 0) | (word.hasVowel ? 2 : 0) | (word.hasInnerStop ? 4 : 0)
  }

  /// What follows the next word: space, stop, comma, another mark, a hyphen, a closing mark.
  @inline(__always)
  private static func afterClass(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0: 0
    case 0x20: 1
    case 0x2E: 2
    case 0x2C: 3
    case 0x27: 4
    case 0x2D: 5
    case 0x3A, 0x3B: 6
    case 0x21, 0x3F: 7
    case 0x22, 0x29: 8
    case 0x28, 0x5B: 10
    default: 9
    }
  }

  @inline(__always)
  private static func mix(_ number: UInt32, _ first: UInt32, _ second: UInt32) -> UInt32 {
    var hash = (number &* 0x9E37_79B1) ^ (first &* 0x85EB_CA6B) ^ (second &* 0xC2B2_AE35)
    hash ^= hash >> 15
    hash &*= 0x2C1B_3C6D
    hash ^= hash >> 13
    return hash
  }
}
