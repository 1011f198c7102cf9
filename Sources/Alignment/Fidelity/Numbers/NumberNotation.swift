import Foundation

/// Reads numbers in digits, in Italian and English notation.
enum NumberNotation {
  /// The numbers in one token: "3-1" and "12/05/2023" have several.
  struct Part: Sendable {
    /// What the digits can mean, the likeliest first.
    var values: [Double]
    /// The letters after the digits, in lower case: "mila", "th", "s".
    var suffix: String
    /// Whether it has neither separator nor letters: may be a year.
    var isBare: Bool
  }

  /// - Parameter token: digits with separators and letters, in lower case.
  static func parts(_ token: String) -> [Part] {
    var parts: [Part] = []
    var digits: [UInt8] = []
    var suffix: [UInt8] = []
    func close() {
      if !digits.isEmpty {
        let values = self.values(digits)
        if !values.isEmpty {
          parts.append(
            Part(
              values: values, suffix: String(decoding: suffix, as: UTF8.self),
              isBare: suffix.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }))
        }
      }
      digits = []
      suffix = []
    }
    for byte in token.utf8 {
      switch byte {
      case 0x2F, 0x3A: close()
      case 0x2D: if suffix.isEmpty { close() } else { suffix.append(byte) }
      case 0x30...0x39 where suffix.isEmpty, 0x2C where suffix.isEmpty, 0x2E where suffix.isEmpty:
        digits.append(byte)
      default: if !digits.isEmpty { suffix.append(byte) }
      }
    }
    close()
    return parts
  }

  /// A separator with three digits behind it may group thousands or begin the decimals.
  private static func values(_ digits: [UInt8]) -> [Double] {
    let groups = digits.split(whereSeparator: { $0 == 0x2C || $0 == 0x2E })
    guard let last = groups.last else { return [] }
    func number(_ bytes: [UInt8]) -> Double? {
      bytes.count <= 18 ? Double(String(decoding: bytes, as: UTF8.self)) : nil
    }
    let joined = number(groups.flatMap { $0 })
    guard groups.count > 1 else { return joined.map { [$0] } ?? [] }
    let whole = groups.dropLast().flatMap { $0 }
    let decimal = number(Array(whole) + [0x2E] + last)
    let areThousands = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
    let options = areThousands ? (groups.count > 2 ? [joined] : [joined, decimal]) : [decimal]
    return options.compactMap { $0 }
  }
}
