import Foundation

/// What is left of Latin letters in print that has no diacritics.
enum PlainLetters {
  /// The text without combining marks, apostrophes, signs for ь and ъ, and strokes through letters.
  static func text(of text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "'") }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let plain = letters[scalar] {
        result += plain
      } else if !Letter.isMark(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let letters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = ["ł": "l", "Ł": "L"]
    for sign in "'’”ʹʺ·".unicodeScalars { letters[sign] = "" }
    for value in UInt32(0xC0)..<0x250 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      if parts.count > 1, let base = parts.first { letters[scalar] = String(base) }
    }
    return letters
  }()
}
