import Foundation

/// Looks at the characters of a text: what is no text, what was lost, and what was read wrongly.
struct CharacterCheck {
  /// The code points of the text that is looked at.
  private var scalars: [UInt32] = []

  /// Reports what is wrong with the characters of a segment. Linear.
  mutating func check(_ text: String, _ language: LanguageTag, _ report: inout UnitReport) {
    // Nearly all of most texts is ASCII, of which only DEL is no text: XML has no other control characters.
    if text.utf8.withContiguousStorageIfAvailable(Self.isEvidentlySound) ?? false { return }
    scalars.removeAll(keepingCapacity: true)
    scalars.append(contentsOf: text.unicodeScalars.lazy.map(\.value))
    let segment = "the “\(excerpt(language.spelling))” segment"
    var control: UInt32?
    var (lost, mayCompose) = (0, false)
    for value in scalars where value >= 0x7F {
      if Self.isNoText(value) { control = control ?? value }
      if value == 0xFFFD { lost += 1 }
      if value >= 0x300, !mayCompose { mayCompose = Self.mayCompose(value) }
    }
    if let control {
      let digits = String(control, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      report.add(.controlCharacter, "\(segment) holds \(name), which is no text; remove it")
    }
    if lost > 0 {
      report.add(
        .replacementCharacter,
        "\(segment) holds U+FFFD where \(lost == 1 ? "a character was" : "characters were") lost; "
          + "restore it from the text it was made from")
    }
    if let found = Mojibake.find(in: scalars) {
      report.add(
        .mojibake,
        "\(segment) has “\(found.shown)”\(found.meant.map { " for “\($0)”" } ?? ""): \(found.cause); "
          + "read the original file anew in its encoding")
    }
    if mayCompose, !text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8) {
      report.add(
        .notNormalized,
        "\(segment) is not in NFC, the usual form of Unicode; searches may miss it: normalize it")
    }
  }

  /// Whether a text has nothing beyond ASCII but letters of Western languages and punctuation, no two side by
  /// side, and too few to have been read in a wrong encoding: nearly every sound text, told from its bytes.
  private static func isEvidentlySound(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (index, letters) = (0, 0)
    // Of the last character beyond ASCII.
    var end = -1
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x7F {
        index += 1
        continue
      }
      if index == end { return false }
      if byte == 0xC3 {
        letters += 1
        end = index + 2
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] >= 0x90
      {
        end = index + 3
      } else {
        return false
      }
      index = end
    }
    return letters < Mojibake.fewestLetters
  }

  /// C1 controls, byte order marks inside a text, and noncharacters.
  private static func isNoText(_ value: UInt32) -> Bool {
    switch value {
    case 0x7F...0x9F, 0xFEFF, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether a character may be another in NFC, or make its neighbors so; the scripts that never do are
  /// spared the comparison.
  private static func mayCompose(_ value: UInt32) -> Bool {
    switch value {
    case 0x376...0x379, 0x388...0x482, 0x48A...0x590, 0x5D0...0x60F, 0x620...0x64A,
      0xE01...0xE37, 0x10A0...0x10FF, 0x1E00...0x1EFF, 0x2010...0x20CF, 0x2100...0x2125,
      0x2190...0x2328, 0x3000...0x3029, 0x3030...0x3098, 0x30A0...0xA66E, 0xAC00...0xD7A3,
      0xFF00...0xFFFF, 0x1F000...0x1FFFF, 0x20000...0x2F7FF:
      false
    default: true
    }
  }
}
