/// The letters that reading rules know, numbered, in two scripts.
///
/// Case, marks without a meaning, and the difference between composed and decomposed letters are
/// gone in the numbers; š and s, й and и stay apart.
struct NameAlphabet: Sendable {
  enum Script: UInt8, Sendable {
    case latin
    case cyrillic
    /// A script that is not read: such words are compared letter by letter.
    case other
  }

  /// At most two letters that a code point stands for; 0 is none.
  struct Letters {
    var first: UInt8
    var second: UInt8
  }

  /// Numbers fit into two 64-bit sets.
  static let limit = 127

  private let numbers: [UInt32: UInt8]
  /// By code point below ``tableSize``: the first letter in the low byte, the second in the high one.
  private let table: [UInt16]
  private let cyrillic: [Bool]
  /// The letter that a base letter and a combining mark make.
  private let composed: [UInt32: UInt8]
  private let latinLookalikes: [UInt32: UInt32]
  private let cyrillicLookalikes: [UInt32: UInt32]

  private static let tableSize: UInt32 = 0x530
  private static let marks: [UInt32] = [0x301, 0x302, 0x306, 0x307, 0x308, 0x30C, 0x327]
  /// Letters of the two scripts that look the same, so that one is typed for the other.
  private static let lookalikes = (
    cyrillic: "аеорсухіјѕһАВЕНІКМОРСТХУЈЅ", latin: "aeopcyxijshABEHIKMOPCTXYJS"
  )

  /// Numbers letters in the order given; letters beyond ``limit`` are left out.
  init(letters: some Sequence<Unicode.Scalar>) {
    var numbers: [UInt32: UInt8] = [:]
    var cyrillic = [false]
    var byText: [String: UInt8] = [:]
    for letter in letters where numbers[letter.value] == nil && cyrillic.count <= Self.limit {
      let number = UInt8(cyrillic.count)
      numbers[letter.value] = number
      byText[String(letter)] = number
      cyrillic.append((0x400..<0x530).contains(letter.value))
    }
    var table = [UInt16](repeating: 0, count: Int(Self.tableSize))
    for codePoint in 0..<Self.tableSize {
      table[Int(codePoint)] = Self.packed(codePoint, numbers)
    }
    var composed: [UInt32: UInt8] = [:]
    // Equality of strings is canonical, so the decomposed letter finds the composed one.
    for (base, number) in numbers {
      for mark in Self.marks {
        guard let base = Unicode.Scalar(base), let scalar = Unicode.Scalar(mark) else { continue }
        composed[mark << 8 | UInt32(number)] = byText[String(base) + String(scalar)]
      }
    }
    let pairs = zip(Self.lookalikes.cyrillic.unicodeScalars, Self.lookalikes.latin.unicodeScalars)
      .map { ($0.value, $1.value) }
    latinLookalikes = Dictionary(pairs) { first, _ in first }
    cyrillicLookalikes = Dictionary(pairs.map { ($1, $0) }) { first, _ in first }
    self.numbers = numbers
    self.table = table
    self.cyrillic = cyrillic
    self.composed = composed
  }

  /// The number of a letter in lower case; 0 when it is none of the alphabet's.
  func number(of letter: Unicode.Scalar) -> UInt8 { numbers[letter.value] ?? 0 }

  func isCyrillic(_ letter: UInt8) -> Bool { cyrillic[Int(letter)] }

  @inline(__always)
  func letters(of codePoint: UInt32) -> Letters {
    let packed =
      codePoint < Self.tableSize ? table[Int(codePoint)] : Self.packed(codePoint, numbers)
    return Letters(first: UInt8(truncatingIfNeeded: packed), second: UInt8(packed >> 8))
  }

  /// The letter of a base letter with a combining mark; nil when the mark has no meaning.
  func letter(_ base: UInt8, with mark: UInt32) -> UInt8? { composed[mark << 8 | UInt32(base)] }

  /// The letter of `script` that looks like a code point of the other one.
  func lookalike(of codePoint: UInt32, in script: Script) -> UInt32? {
    script == .latin ? latinLookalikes[codePoint] : cyrillicLookalikes[codePoint]
  }

  private static func packed(_ codePoint: UInt32, _ numbers: [UInt32: UInt8]) -> UInt16 {
    func number(_ scalar: Unicode.Scalar) -> UInt16 { UInt16(numbers[scalar.value] ?? 0) }
    guard let scalar = Unicode.Scalar(codePoint) else { return 0 }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    if let letter = lower.first, number(letter) != 0 { return number(letter) }
    let folded = FoldedCharacter.of(codePoint)
    guard folded.role == .letter, folded.first != 0 else { return 0 }
    if folded.first < 0x80 {
      let first = number(Unicode.Scalar(folded.first))
      return folded.second == 0 ? first : first | number(Unicode.Scalar(folded.second)) << 8
    }
    let folds = UInt32(folded.first & 0x1F) << 6 | UInt32(folded.second & 0x3F)
    return Unicode.Scalar(folds).map(number) ?? 0
  }
}
