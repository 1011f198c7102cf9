import Foundation

/// Whether two names may be one name in two languages' spellings.
package enum NameSpelling {
  /// A word as sounds: Latin letters without diacritics, letters that languages exchange made one.
  package static func sounds(_ word: String) -> [UInt8] {
    let bare = word.utf8.allSatisfy { $0 < 0x80 } ? word : latin(word)
    var sounds: [UInt8] = []
    for byte in bare.lowercased().utf8.prefix(64) where (0x61...0x7A).contains(byte) {
      let sound = exchanged[byte] ?? byte
      // "h" is silent in one of the two more often than not, and double letters come and go.
      if sound == 0x68 || sound == sounds.last { continue }
      sounds.append(sound)
    }
    return sounds
  }

  private static func latin(_ word: String) -> String {
    // The transform is slow to set up, and leaves Latin letters, which end here, as they are.
    let isLatin = word.unicodeScalars.allSatisfy { $0.value < 0x250 }
    let transformed = isLatin ? nil : word.applyingTransform(.toLatin, reverse: false)
    return (transformed ?? word)
      .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
  }

  /// c, k, q, x and g, j are one sound each, and so are i, y and u, v, w.
  private static let exchanged: [UInt8: UInt8] = [
    0x6B: 0x63, 0x71: 0x63, 0x78: 0x63, 0x6A: 0x67, 0x79: 0x69, 0x76: 0x75, 0x77: 0x75, 0x7A: 0x73,
  ]

  private static let vowels = Set("aeiou".utf8)

  /// Whether two words begin alike to the ear: their first four sounds, or first three consonants.
  static func areAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    guard a.count >= 3, b.count >= 3 else { return false }
    if a.count >= 4, b.count >= 4, a.prefix(4) == b.prefix(4) { return true }
    let (first, second) = (a.filter { !vowels.contains($0) }, b.filter { !vowels.contains($0) })
    if commonSounds(a, b) * 10 >= max(a.count, b.count) * 7 { return true }
    return first.count >= 3 && second.count >= 3 && first.prefix(3) == second.prefix(3)
      && a[0] == b[0]
  }

  /// The length of the longest sequence of sounds that both have in order. At most 64 times 64 steps.
  private static func commonSounds(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for sound in a {
      var diagonal = 0
      for (column, other) in b.enumerated() {
        let above = row[column + 1]
        row[column + 1] = sound == other ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
