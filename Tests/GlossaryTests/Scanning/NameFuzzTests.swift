import BitestoGlossary
import Foundation
import Testing

/// Texts made of names, parts of names and anything else, the same ones in every run.
private struct RandomText {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % bound
  }

  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<next(40) {
      switch next(6) {
      case 0, 1: text += Self.pieces[next(Self.pieces.count)].unicodeScalars
      case 2: text += Self.between[next(Self.between.count)].unicodeScalars
      case 3: text.append(Unicode.Scalar(UInt32(next(0x530))) ?? " ")
      case 4: text.append(Unicode.Scalar(UInt32(0x1E00 + next(0x400))) ?? " ")
      default: text.append(Unicode.Scalar(UInt32(next(0x11_0000))) ?? "-")
      }
    }
    return String(text)
  }

  private static let pieces = [
    "Lukashenko", "Alexander ", "Viktor ", "Šojgu", "Шойгу", "Путиным", "Київ", "Zelens'kyj",
    "Ukра", "ina", "Белого дома", "Kiev", "US", "Medvedev ", "В. ", "Navalny", "Lukashen-\nko",
  ]
  private static let between = [
    " ", "\n", "-", "'", "’", ".", "\u{AD}", "\u{301}", "\u{30C}", ", ",
  ]
}

@Suite struct `Finding names in random text` {
  private func index() throws -> NameIndex { NameIndex(try ScannedGlossary.glossary.get()) }

  private func check(
    _ mentions: [NameIndex.Mention], _ bytes: [UInt8], _ range: Range<Int>, isUTF8: Bool = true
  ) {
    var end = range.lowerBound
    for mention in mentions {
      #expect(mention.range.lowerBound >= end && !mention.range.isEmpty)
      end = mention.range.upperBound
      #expect(end <= range.upperBound)
      for border in [mention.range.lowerBound, end] where isUTF8 && border < bytes.count {
        #expect(bytes[border] & 0xC0 != 0x80)
      }
    }
  }

  @Test(arguments: 0..<8)
  func `gives ordered ranges between code points, the same for every normalization`(
    seed: Int
  ) throws {
    var random = RandomText(seed: seed)
    let index = try index()
    func words(_ text: String) -> [String] {
      let bytes = Array(text.utf8)
      let mentions = index.mentions(in: bytes)
      check(mentions, bytes, 0..<bytes.count)
      return mentions.map {
        "\($0.entry) \($0.others) \($0.traits.names) "
          + String(decoding: bytes[$0.range], as: UTF8.self)
      }
    }
    for _ in 0..<1_000 {
      let text = random.text()
      _ = words(text)
      // String equality is canonical equivalence.
      #expect(
        words(text.precomposedStringWithCanonicalMapping)
          == words(text.decomposedStringWithCanonicalMapping), "\(Array(text.unicodeScalars))")
    }
  }

  @Test(arguments: 0..<8)
  func `survives any bytes and any part of them`(seed: Int) throws {
    var random = RandomText(seed: seed + 100)
    let index = try index()
    for _ in 0..<200 {
      var bytes = Array(random.text().utf8)
      for _ in 0..<random.next(10) where !bytes.isEmpty {
        bytes[random.next(bytes.count)] = UInt8(random.next(256))
      }
      let start = random.next(bytes.count + 1)
      let range = start..<start + random.next(bytes.count - start + 1)
      for part in [0..<bytes.count, range] {
        check(index.mentions(in: bytes, range: part), bytes, part, isUTF8: false)
      }
    }
  }
}
