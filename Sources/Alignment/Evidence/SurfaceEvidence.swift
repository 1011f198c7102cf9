import BitestoText

/// What two languages write alike: names, numbers, and the beginnings of words.
///
/// A stretch of text becomes a sorted list of weighted keys, so that two stretches are compared in one
/// pass over both.
struct SurfaceEvidence: Sendable {
  /// Something that should stand on both sides.
  struct Key: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
      case entity
      case number
      /// The first letters of a word, diacritics folded away: "presi" for presidente and president.
      case stem
    }

    var kind: Kind
    var hash: UInt64
    /// From 0 to 1: how rarely it is shared by chance.
    var weight: Float
  }

  /// The letters of a stem.
  private static let stemLength = 5

  private let names: any NameFinder

  init(names: any NameFinder) {
    self.names = names
  }

  /// The names and numbers of a stretch of a document, sorted, each once. Linear in the stretch.
  func keys(in document: Document, tokens: [Token]) -> [Key] {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    var keys = names.entities(in: document, range: range).map {
      Key(kind: .entity, hash: UInt64($0), weight: 1)
    }
    for token in tokens where token.kind == .number {
      keys.append(Self.number(document.bytes[token.range]))
    }
    keys.sortAsKeys()
    return keys
  }

  /// The key of a number: its digits.
  static func number(_ bytes: ArraySlice<UInt8>) -> Key {
    let digits = bytes.lazy.filter { $0 >= 0x30 && $0 <= 0x39 }
    let weight = min(1, 0.4 + 0.2 * Float(digits.count { _ in true }))
    return Key(kind: .number, hash: WordHash(digits).value, weight: weight)
  }

  /// The key of a word in lower case; nil for a short one.
  static func stem(_ word: [UInt8], weight: Float) -> Key? {
    LowerCase.stem(word, letters: stemLength).map {
      Key(kind: .stem, hash: WordHash($0).value, weight: weight)
    }
  }

  /// The summed weights of the keys that stand in one of two sorted lists only.
  static func missing(_ a: [Key], _ b: [Key]) -> Float {
    var sum: Float = 0
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      let order: Int
      if i == a.count {
        order = 1
      } else if j == b.count {
        order = -1
      } else {
        let (x, y) = ((a[i].kind.rawValue, a[i].hash), (b[j].kind.rawValue, b[j].hash))
        order = x < y ? -1 : x == y ? 0 : 1
      }
      if order != 0 { sum += order < 0 ? a[i].weight : b[j].weight }
      if order <= 0 { i += 1 }
      if order >= 0 { j += 1 }
    }
    return sum
  }
}

extension [SurfaceEvidence.Key] {
  /// Sorts by kind and hash and keeps of equal keys the heaviest.
  mutating func sortAsKeys() {
    sort { ($0.kind.rawValue, $0.hash, -$0.weight) < ($1.kind.rawValue, $1.hash, -$1.weight) }
    var kept = 0
    for index in indices {
      if kept > 0, self[kept - 1].kind == self[index].kind, self[kept - 1].hash == self[index].hash
      {
        continue
      }
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}
