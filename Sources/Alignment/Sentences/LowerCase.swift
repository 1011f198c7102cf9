import Foundation

/// Words without capitals, as bytes.
package enum LowerCase {
  /// Puts a word in lower case (NFC) in the place of `word`; apostrophes at its ends are left out.
  package static func fold(_ bytes: [UInt8], _ range: Range<Int>, into word: inout [UInt8]) {
    word.removeAll(keepingCapacity: true)
    var isPlain = true
    var lead: UInt8 = 0
    for index in range {
      var byte = bytes[index]
      if byte < 0x80 {
        if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      } else if lead == 0xC3 {
        if byte <= 0x9E, byte != 0x97 { byte += 0x20 }
      } else if byte != 0xC3, byte != 0xE2, lead != 0xE2, lead != 0x80 {
        isPlain = false
      }
      lead = byte
      word.append(byte)
    }
    if !isPlain {
      let text = String(decoding: bytes[range], as: UTF8.self)
      word = Array(text.lowercased().precomposedStringWithCanonicalMapping.utf8)
    }
    while word.last == 0x27 { word.removeLast() }
    if word.suffix(3) == [0xE2, 0x80, 0x99] { word.removeLast(3) }
    if word.first == 0x27 { word.removeFirst() }
    if word.prefix(3) == [0xE2, 0x80, 0x99] { word.removeFirst(3) }
  }

  /// The first letters of a word in lower case, diacritics left out; nil for a shorter word.
  static func stem(_ word: [UInt8], letters: Int) -> ArraySlice<UInt8>? {
    guard word.contains(where: { $0 >= 0x80 }) else {
      return word.count >= letters - 1 ? word.prefix(letters) : nil
    }
    let scalars = String(decoding: word, as: UTF8.self).decomposedStringWithCanonicalMapping
      .unicodeScalars.filter { $0.properties.canonicalCombiningClass == .notReordered }
    let bare = Array(String(String.UnicodeScalarView(scalars)).utf8)
    return bare.count >= letters - 1 ? bare.prefix(letters) : nil
  }
}
