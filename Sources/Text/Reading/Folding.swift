import Foundation

/// The form under which spellings of one word are equal: lower case, canonically composed (NFC),
/// without soft hyphens, every apostrophe as "'".
///
/// Two byte sequences that Unicode holds for the same text (NFC, NFD or a mixture) give the same key.
public enum WordFolding {
  /// The key of UTF-8 bytes. Linear; ASCII and already composed Latin and Cyrillic letters take a
  /// short way.
  public static func key(_ word: some Collection<UInt8>) -> String {
    if word.allSatisfy({ $0 < 0x80 }) { return asciiKey(word) }
    var scalars = String.UnicodeScalarView()
    var isComposed = true
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars where scalar != "\u{AD}" {
      scalars.append(Scalar.isApostrophe(scalar.value) ? "'" : scalar)
      if !isComposedRange(scalar.value) { isComposed = false }
    }
    let lower = String(scalars).lowercased()
    return isComposed ? lower : lower.precomposedStringWithCanonicalMapping
  }

  private static func asciiKey(_ word: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: word.count) { buffer in
      var count = 0
      for byte in word where count < buffer.count {
        buffer[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// Code points that no composition changes and that take part in none as second character.
  private static func isComposedRange(_ value: UInt32) -> Bool {
    value < 0x300 || (value >= 0x400 && value < 0x530 && !Scalar.isCombining(value))
      || (value >= 0x2010 && value < 0x2040)
  }
}

extension Document {
  /// The ``WordFolding`` key of the words in a range.
  public func folded(_ range: Range<Int>) -> String {
    WordFolding.key(bytes[range.clamped(to: 0..<bytes.count)])
  }
}
