/// Character references: "&egrave;", "&#232;", "&#xE8;" (WHATWG HTML, section 13.2.5.72).
///
/// The names stand in Sources/TextData, html-entities.tsv.
enum HTMLEntities {
  private struct Entity {
    var scalar: UInt32
    /// Whether it needs no semicolon.
    var isBare: Bool
  }

  /// The longest name, in bytes; a key holds as many.
  private static let longestName = 8

  private static let entities: [UInt64: Entity] = {
    var entities: [UInt64: Entity] = [:]
    for line in TextData.lines("html-entities.tsv") {
      let fields = line.split(separator: "\t")
      guard fields.count >= 2, let scalar = UInt32(fields[1], radix: 16) else { continue }
      let key = fields[0].utf8.reduce(0) { $0 << 8 | UInt64($1) }
      entities[key] = Entity(scalar: scalar, isBare: fields.count > 2)
    }
    return entities
  }()

  /// The code point of the reference whose "&" stands at `offset`, and the offset after it; nil when it
  /// is none and the "&" is text. Linear in the number of digits, else constant.
  static func reference(at offset: Int, in page: ByteView, limit: Int) -> (UInt32, end: Int)? {
    page[offset + 1] == 0x23
      ? number(from: offset + 2, in: page, limit: limit)
      : name(from: offset + 1, in: page, limit: limit)
  }

  private static func name(
    from start: Int, in page: ByteView, limit: Int
  ) -> (UInt32, end: Int)? {
    var key: UInt64 = 0
    var best: (UInt32, end: Int)?
    var index = start
    while index < limit, index - start < longestName, isNamePart(page[index]) {
      key = key << 8 | UInt64(page[index])
      index += 1
      guard let entity = entities[key] else { continue }
      if index < limit, page[index] == 0x3B { return (entity.scalar, index + 1) }
      if entity.isBare { best = (entity.scalar, index) }
    }
    return best
  }

  private static func number(
    from start: Int, in page: ByteView, limit: Int
  ) -> (UInt32, end: Int)? {
    let isHexadecimal = start < limit && page[start] | 0x20 == 0x78
    let first = isHexadecimal ? start + 1 : start
    var index = first
    var value: UInt32 = 0
    while index < limit, let digit = digit(page[index], isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    let end = index < limit && page[index] == 0x3B ? index + 1 : index
    if value >= 0x80, value < 0xA0 { value = windows1252[Int(value) - 0x80] }
    let isScalar = value > 0 && Unicode.Scalar(value) != nil
    return (isScalar ? value : 0xFFFD, end)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: isHexadecimal ? UInt32(byte | 0x20) - 0x61 + 10 : nil
    default: nil
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
  }

  /// What the numbers 80 to 9F mean: old pages count as windows-1252 does.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
