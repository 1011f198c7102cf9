/// What the sentence scanner does on meeting a byte.
enum ByteClass: UInt8 {
  /// Nothing: it is passed over.
  case plain
  /// . ! ?
  case terminator
  /// The first byte of the general punctuation: ellipsis, interrobangs, curly marks, bullets.
  case punctuationLead
  /// The first byte of Latin-1 signs: « and ».
  case latinSignLead
  /// The first byte of ideographic and full-width stops.
  case wideStopLead
  case openingBracket
  case closingBracket
  case straightQuote
  case colon
  case semicolon

  /// By byte.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: plain.rawValue, count: 256)
    func set(_ bytes: [UInt8], _ value: ByteClass) {
      for byte in bytes { table[Int(byte)] = value.rawValue }
    }
    set(Array(".!?".utf8), .terminator)
    set([0xE2], .punctuationLead)
    set([0xC2], .latinSignLead)
    set([0xE3, 0xEF], .wideStopLead)
    set(Array("([".utf8), .openingBracket)
    set(Array(")]".utf8), .closingBracket)
    set([0x22], .straightQuote)
    set([0x3A], .colon)
    set([0x3B], .semicolon)
    return table
  }()
}

/// Signs around a terminator.
enum StopSign {
  /// . ! ? … and interrobangs of one glyph.
  @inline(__always)
  static func isTerminator(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x2E, 0x3F: true
    case 0..<0x2026: false
    case 0x2026, 0x203C, 0x203D, 0x2047...0x2049: true
    default: isWide(value)
    }
  }

  /// Ideographic and full-width stops, after which no space is written.
  static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: true
    default: false
    }
  }

  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2019: true
    default: isSureCloser(value)
    }
  }

  /// Marks that hardly ever open.
  static func isSureCloser(_ value: UInt32) -> Bool {
    value == 0xBB || value == 0x201D || value == 0x203A
  }

  /// Bullets of lists that were run together.
  static func isBullet(_ value: UInt32) -> Bool {
    switch value {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25AA, 0x25CF, 0x25E6: true
    default: false
    }
  }
}
