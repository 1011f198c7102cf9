/// What stands in the way of reading bytes as UTF-8 text.
package enum EncodingCheck {
  enum Fault: Equatable {
    case zero(at: Int)
    case invalid(at: Int)
  }

  /// Whether the bytes are well-formed UTF-8 without zeros.
  package static func isPlainUTF8(_ bytes: [UInt8]) -> Bool {
    firstFault(in: bytes) == nil
  }

  /// The format whose signature the bytes begin with; the longest signature decides.
  static func binaryFormat(of bytes: [UInt8]) -> DocumentError.BinaryFormat? {
    DocumentError.BinaryFormat.allCases
      .filter { bytes.starts(with: $0.signature) }
      .max { $0.signature.count < $1.signature.count }
  }

  /// The first byte that is zero or does not belong to well-formed UTF-8 (Unicode 16.0, table 3-7).
  /// One pass, eight bytes at a time where they are ASCII.
  static func firstFault(in bytes: [UInt8]) -> Fault? {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
          if lead == 0 { return .zero(at: index) }
          index += 1
          while index + 8 <= bytes.count,
            isPlainASCII(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          {
            index += 8
          }
          continue
        }
        let length = Scalar.length(lead: lead)
        guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else {
          return .invalid(at: index)
        }
        guard isSecondByte(bytes[index + 1], after: lead) else { return .invalid(at: index) }
        if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return .invalid(at: index) }
        if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return .invalid(at: index) }
        index += length
      }
      return nil
    }
  }

  /// Eight bytes of ASCII, none of them zero.
  @inline(__always)
  private static func isPlainASCII(_ word: UInt64) -> Bool {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    return (word | (word &- 0x0101_0101_0101_0101)) & highBits == 0
  }

  @inline(__always)
  private static func isSecondByte(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: byte >= 0xA0 && byte <= 0xBF
    case 0xED: byte >= 0x80 && byte <= 0x9F
    case 0xF0: byte >= 0x90 && byte <= 0xBF
    case 0xF4: byte >= 0x80 && byte <= 0x8F
    default: byte & 0xC0 == 0x80
    }
  }

  /// What the bytes look like, judged by the letters around the first fault.
  static func guess(_ bytes: [UInt8], faultAt fault: Int) -> DocumentError.Encoding? {
    guard fault < bytes.count else { return nil }
    let length = Scalar.length(lead: bytes[fault])
    if bytes[fault] >= 0xC2, fault + length > bytes.count,
      bytes[(fault + 1)...].allSatisfy({ $0 & 0xC0 == 0x80 })
    {
      return .truncated
    }
    let sample = bytes[max(0, fault - 512)..<min(bytes.count, fault + 512)]
    let letters = sample.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let high = sample.count { $0 >= 0xC0 }
    if high > letters { return .cyrillic }
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    return sample.contains(where: undefined.contains) || letters == 0 ? nil : .western
  }
}
