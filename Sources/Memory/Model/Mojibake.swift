import BitestoText

/// Finds text that was written in one encoding and read in another.
///
/// UTF-8 that was read as windows-1252 or windows-1251 gives sequences of characters whose bytes are
/// UTF-8 again. Some of these do stand in sound texts ("CAFFÈ™", "perché…»"): where the characters after
/// the first are such that may follow a word, or the script has many letters to a word, more must speak
/// for it. Other encodings that were read as windows-1252 give words without one unaccented letter.
struct Mojibake {
  /// The word as it stands.
  var shown: String
  /// The word as it was meant; nil when that cannot be told.
  var meant: String?
  /// What happened.
  var cause: String

  /// Letters with accents below which one byte a character says nothing; of UTF-8 two characters beyond ASCII
  /// stand side by side.
  static let fewestLetters = 10

  /// The first place in a text; nil when there is none. Linear.
  static func find(in scalars: [UInt32]) -> Mojibake? {
    var (hasWestern, hasCyrillic) = (false, false)
    for value in scalars where value >= 0xC2 {
      if value <= 0xFF { hasWestern = true }
      if value >= 0x0400, value < 0x0430 || value == 0x0432 { hasCyrillic = true }
    }
    if hasWestern {
      let legacy = LegacyAsWestern.find(in: scalars)
      if let place = DoubleEncoding.western.firstPlace(in: scalars),
        legacy == nil || DoubleEncoding.western.decoded(scalars).isWhole
      {
        return DoubleEncoding.western.described(place, in: scalars)
      }
      if let legacy { return legacy }
    }
    if hasCyrillic, let place = DoubleEncoding.cyrillic.firstPlace(in: scalars) {
      return DoubleEncoding.cyrillic.described(place, in: scalars)
    }
    return nil
  }

  /// The word around a place, without its neighbors.
  static func word(around place: Int, in scalars: [UInt32]) -> ArraySlice<UInt32> {
    let most = 24
    let head = scalars[max(0, place - most)..<place]
    let start = head.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? head.startIndex
    let tail = scalars[place..<min(scalars.count, place + most)]
    return scalars[start..<(tail.firstIndex { $0 <= 0x20 } ?? tail.endIndex)]
  }

  static func text(_ scalars: some Sequence<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return String(view)
  }
}

/// UTF-8 that was read in an encoding of one byte a character.
private struct DoubleEncoding {
  /// A character of UTF-8 found in the bytes that other characters stand for.
  struct Sequence {
    var length: Int
    var lead: UInt8
    var meant: UInt32
    /// Whether each character after the first may follow a word.
    var isOrdinary: Bool
  }

  static let western = DoubleEncoding("windows-1252")
  static let cyrillic = DoubleEncoding("windows-1251")

  private let name: String
  /// The byte of each character up to U+2122; 0 for those of ASCII and those that there are not.
  private var bytes = [UInt8](repeating: 0, count: 0x2123)

  private init(_ name: String) {
    self.name = name
    guard let encoding = TextEncoding(label: name) else { return }
    for byte in UInt8(0x80)...0xFF {
      guard let text = try? encoding.utf8([byte]),
        let scalar = String(decoding: text, as: UTF8.self).unicodeScalars.first?.value,
        scalar < bytes.count
      else { continue }
      bytes[Int(scalar)] = byte
    }
  }

  private func byte(_ scalar: UInt32) -> UInt8 {
    scalar < bytes.count ? bytes[Int(scalar)] : 0
  }

  /// The sequence that begins at a place.
  func sequence(at place: Int, in scalars: [UInt32]) -> Sequence? {
    let lead = byte(scalars[place])
    guard lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard place + length <= scalars.count else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    var isOrdinary = true
    for scalar in scalars[(place + 1)..<(place + length)] {
      let next = byte(scalar)
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
      if !ordinary.contains(scalar) { isOrdinary = false }
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, Unicode.Scalar(value) != nil else { return nil }
    return Sequence(length: length, lead: lead, meant: value, isOrdinary: isOrdinary)
  }

  /// Where something stands that cannot have been meant.
  func firstPlace(in scalars: [UInt32]) -> Int? {
    var place = 0
    var run = 0
    while place < scalars.count {
      guard scalars[place] >= 0x80 else {
        run = 0
        place += 1
        continue
      }
      if name == "windows-1252", isBrokenQuote(at: place, in: scalars) { return place }
      guard let found = sequence(at: place, in: scalars) else {
        run = 0
        place += 1
        continue
      }
      run += 1
      if isSure(found, at: place, run: run, in: scalars) { return place }
      place += found.length
    }
    return nil
  }

  /// "â€", of which the third character is often lost.
  private func isBrokenQuote(at place: Int, in scalars: [UInt32]) -> Bool {
    scalars[place] == 0xE2 && place + 1 < scalars.count && scalars[place + 1] == 0x20AC
  }

  /// - Parameter run: how many sequences stand side by side, this one the last.
  private func isSure(
    _ found: Sequence, at place: Int, run: Int, in scalars: [UInt32]
  ) -> Bool {
    if name == "windows-1251" {
      return found.lead == 0xE2 && found.meant < 0x2100 ? !found.isOrdinary : run >= 3
    }
    let before = place > 0 ? scalars[place - 1] : 0x20
    let next = place + found.length
    let after = next < scalars.count ? scalars[next] : 0x20
    let isInWord =
      isLowercase(before) || (before >= 0x30 && before <= 0x39)
      || (isLowercase(after) && scalars[place + 1] != 0xA0)
    let second = scalars[place + 1]
    switch found.lead {
    // Latin letters.
    case 0xC2, 0xC3: return !found.isOrdinary || isInWord
    case 0xC4, 0xC5: return !found.isOrdinary && !marks.contains(second) || isInWord
    // Vietnamese; Romanian; combining marks.
    case 0xC6: return isInWord && [0x1A0, 0x1A1, 0x1AF, 0x1B0].contains(found.meant)
    case 0xC8: return isInWord && (0x218...0x21B).contains(found.meant)
    case 0xCC, 0xCD: return isLowercase(before)
    // Words of Greek, Cyrillic, Hebrew, Arabic; of India and Thailand; of East Asia.
    case 0xCE...0xD3, 0xD7...0xDB, 0xE0, 0xE3...0xED: return run >= 2
    // Letters with two marks, punctuation and symbols, byte order marks, emoji.
    case 0xE1, 0xE2, 0xEF, 0xF0: return !found.isOrdinary
    default: return false
    }
  }

  private func isLowercase(_ value: UInt32) -> Bool {
    (value >= 0x61 && value <= 0x7A) || (value >= 0xDF && value <= 0xFF && value != 0xF7)
  }

  func described(_ place: Int, in scalars: [UInt32]) -> Mojibake {
    let word = Array(Mojibake.word(around: place, in: scalars))
    let (meant, isWhole) = decoded(word)
    return Mojibake(
      shown: Mojibake.text(word), meant: isWhole ? Mojibake.text(meant) : nil,
      cause: isWhole ? "UTF-8 that was read as \(name)" : "text that was read in a wrong encoding")
  }

  /// The text with sequences replaced by what they mean, and whether that leaves nothing but ASCII as it was.
  func decoded(_ scalars: [UInt32]) -> (text: [UInt32], isWhole: Bool) {
    var text: [UInt32] = []
    var isWhole = true
    var place = 0
    while place < scalars.count {
      let isASCII = scalars[place] < 0x80
      let found = isASCII ? nil : sequence(at: place, in: scalars)
      if found == nil, !isASCII { isWhole = false }
      text.append(found?.meant ?? scalars[place])
      place += found?.length ?? 1
    }
    return (text, isWhole)
  }
}

/// What may follow a word or a quotation.
private let ordinary: Set<UInt32> = [
  0xA0, 0xAB, 0xAD, 0xBB, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022,
  0x2026, 0x2039, 0x203A,
]
/// What may follow a name.
private let marks: Set<UInt32> = [0xA9, 0xAE, 0xB0, 0xB2, 0xB3, 0xB9, 0x2122]

/// Text of another encoding that was read as windows-1252.
private enum LegacyAsWestern {
  static func find(in scalars: [UInt32]) -> Mojibake? {
    var (accented, other, small, signs, first) = (0, 0, 0, 0, -1)
    for (index, value) in scalars.enumerated() {
      if value >= 0xC0, value <= 0xFF {
        accented += 1
        if value >= 0xE0 { small += 1 }
        if first < 0 { first = index }
      } else if value >= 0xA1, value < 0xC0 {
        signs += 1
      } else if value >= 0x180 {
        // No text of these encodings, but for some marks.
        if value < 0x2000 || value > 0x2122 { return nil }
      } else if value | 0x20 >= 0x61, value | 0x20 <= 0x7A {
        other += 1
      }
    }
    guard accented >= Mojibake.fewestLetters, accented >= other * 3 else { return nil }
    // A list of letters has each once.
    guard Set(scalars.filter { $0 >= 0xC0 }).count * 5 < accented * 4 else { return nil }
    let word = Mojibake.word(around: first, in: scalars)
    // Two bytes a character have both halves of the upper range; letters of one byte have the second.
    guard signs * 10 < accented else {
      return Mojibake(
        shown: Mojibake.text(word), meant: nil,
        cause: "an East Asian encoding that was read as windows-1252")
    }
    // Small letters are the upper half of windows-1251, and the lower half of KOI8-R.
    let name = small * 2 > accented ? "windows-1251" : "KOI8-R"
    let bytes = word.map { $0 < 0x100 ? UInt8($0) : UInt8(ascii: "?") }
    let meant = TextEncoding(label: name).flatMap { try? $0.utf8(bytes) }
    return Mojibake(
      shown: Mojibake.text(word), meant: meant.map { String(decoding: $0, as: UTF8.self) },
      cause: "\(name) that was read as windows-1252")
  }
}
