import Foundation

/// The form under which texts are equal that say the same in the same words.
///
/// Letter case, punctuation, spaces and the way letters are composed don't count; words, figures, the sign
/// of a number and symbols (%, €, +, emoji) do. "5 %!" and "5%" are equal, "5" and "-5" are not. A text
/// without words is equal only to itself.
package enum NearText {
  /// The key of a text, as UTF-8. Linear.
  package static func key(_ text: String) -> [UInt8] {
    var key = Key(capacity: text.utf8.count)
    for scalar in text.unicodeScalars {
      guard key.add(scalar) else { return Self.key(decomposed: text) }
    }
    return key.bytes.isEmpty ? Array(text.utf8) : key.bytes
  }

  /// The way for texts whose letters may be written as several code points.
  private static func key(decomposed text: String) -> [UInt8] {
    var key = Key(capacity: text.utf8.count)
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      _ = key.add(scalar, isComposed: true)
    }
    return key.bytes.isEmpty ? Array(text.utf8) : key.bytes
  }
}

/// A key being built.
private struct Key {
  private enum Class {
    case word, symbol, hyphen, space, nothing
    /// May be part of a letter that has a code point of its own.
    case unknown
  }

  var bytes: [UInt8] = []
  private var isInWord = false
  /// A hyphen that is a sign if a figure follows.
  private var hasSign = false

  private static let space = UInt8(ascii: " ")

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// - Returns: false for a code point that asks for composition first.
  mutating func add(_ scalar: Unicode.Scalar, isComposed: Bool = false) -> Bool {
    switch classified(scalar) {
    case .word: addWord(scalar)
    case .symbol: addSymbol(scalar)
    case .hyphen:
      hasSign = !isInWord
      isInWord = false
    case .space:
      isInWord = false
      hasSign = false
    case .nothing: break
    case .unknown:
      guard isComposed else { return false }
      addOther(scalar)
    }
    return true
  }

  @inline(__always)
  private mutating func addWord(_ scalar: Unicode.Scalar) {
    if !isInWord {
      separate()
      isInWord = true
      if hasSign, scalar.properties.numericType != nil { bytes.append(UInt8(ascii: "-")) }
      hasSign = false
    }
    appendLowercase(scalar)
  }

  private mutating func addSymbol(_ scalar: Unicode.Scalar) {
    separate()
    append(scalar)
    isInWord = false
    hasSign = false
  }

  /// A code point of a script that is rare here.
  private mutating func addOther(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .otherSymbol, .modifierSymbol: addSymbol(scalar)
    case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      isInWord = false
      hasSign = false
    case .format: break
    default: addWord(scalar)
    }
  }

  private mutating func separate() {
    if !bytes.isEmpty { bytes.append(Self.space) }
  }

  @inline(__always)
  private mutating func appendLowercase(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    // Letters of Italian and the small ones of Cyrillic need no look at the tables of Unicode.
    case 0xDF...0xFF, 0x430...0x45F: append(scalar)
    default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  @inline(__always)
  private func classified(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
    case 0x2D, 0x2212: .hyphen
    // # $ % & * + < = > @ ^ | ~
    case 0x23...0x26, 0x2A, 0x2B, 0x3C...0x3E, 0x40, 0x5E, 0x7C, 0x7E: .symbol
    case 0..<0x80: .space
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: .nothing
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: .word
    case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF, 0x80...0xA0: .space
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2030, 0x2031, 0x20A0...0x20CF, 0x2122: .symbol
    case 0xC0..<0x300, 0x400...0x481, 0x48A..<0x530: .word
    case 0x2000...0x203E: .space
    default: .unknown
    }
  }
}
