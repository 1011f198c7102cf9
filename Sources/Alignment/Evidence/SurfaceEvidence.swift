import BitestoEmbedding
import BitestoText
import Foundation

/// What two languages write alike: names, numbers, and the beginnings of words.
///
/// A stretch of text becomes a sorted list of weighted keys, so that two stretches are compared in one
/// pass over both.
public struct SurfaceEvidence: Sendable {
  /// Something that should stand on both sides.
  public struct Key: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
      case entity
      case number
      /// The first letters of a word, diacritics folded away: "presi" for presidente and president.
      case stem
    }

    public var kind: Kind
    public var hash: UInt64
    /// From 0 to 1: how rarely it is shared by chance.
    public var weight: Float
  }

  /// The letters of a stem.
  private static let stemLength = 5
  /// A stem proves less than a whole name or number.
  private static let stemWeight: Float = 0.6

  private let words: WordVectors
  private let names: any NameFinder

  public init(words: WordVectors, names: any NameFinder) {
    self.words = words
    self.names = names
  }

  /// The keys of a stretch of a document, sorted, each once. Linear in the stretch.
  ///
  /// - Parameter hasStems: whether the beginnings of words are among them.
  public func keys(
    in document: Document, tokens: ArraySlice<Token>, hasStems: Bool = true
  ) -> [Key] {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    var keys = names.entities(in: document, range: range).map {
      Key(kind: .entity, hash: UInt64($0), weight: 1)
    }
    for token in tokens {
      switch token.kind {
      case .number:
        keys.append(Self.number(document.bytes[token.range]))
      case .word where hasStems:
        let word = Self.bare(document.folded(token.range))
        guard word.utf8.count >= Self.stemLength - 1 else { continue }
        let rarity = words.weight(of: document.text(token.range), language: document.language)
        keys.append(
          Key(
            kind: .stem, hash: Self.hash(word.utf8.prefix(Self.stemLength)),
            weight: Self.stemWeight * rarity))
      default:
        continue
      }
    }
    keys.sortAsKeys()
    return keys
  }

  /// The key of a number: its digits.
  static func number(_ bytes: ArraySlice<UInt8>) -> Key {
    let digits = bytes.lazy.filter { $0 >= 0x30 && $0 <= 0x39 }
    let weight = min(1, 0.4 + 0.2 * Float(digits.count { _ in true }))
    return Key(kind: .number, hash: hash(digits), weight: weight)
  }

  /// The key of a word in lower case; nil for a short one.
  static func stem(_ word: [UInt8], weight: Float) -> Key? {
    LowerCase.stem(word, letters: stemLength).map {
      Key(kind: .stem, hash: hash($0), weight: weight)
    }
  }

  /// Without diacritics.
  private static func bare(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
    let scalars = word.decomposedStringWithCanonicalMapping.unicodeScalars
    return String(
      String.UnicodeScalarView(
        scalars.filter { $0.properties.canonicalCombiningClass == .notReordered }))
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return value
  }

  /// How the keys of two stretches agree, by kind: summed weights.
  public struct Agreement: Sendable {
    public var shared: Float = 0
    /// Of the keys that stand on one side only.
    public var missing: Float = 0
  }

  /// Compares two sorted lists of keys, only those of the kinds asked for.
  public static func agreement(_ a: [Key], _ b: [Key], kinds: Set<Key.Kind>) -> Agreement {
    var result = Agreement()
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
      let key = order <= 0 ? a[i] : b[j]
      if kinds.contains(key.kind) {
        if order == 0 {
          result.shared += min(a[i].weight, b[j].weight)
        } else {
          result.missing += key.weight
        }
      }
      if order <= 0 { i += 1 }
      if order >= 0 { j += 1 }
    }
    return result
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
