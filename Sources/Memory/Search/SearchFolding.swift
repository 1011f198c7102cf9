import Foundation

/// The form under which words are looked up: lower case, without accents, with plain apostrophes,
/// quotation marks, hyphens and single spaces.
///
/// Latin, Greek and Cyrillic letters are folded, others stay. What is folded is never longer than what it
/// comes from.
enum SearchFolding {
  /// Folds UTF-8 bytes. Linear.
  ///
  /// - Parameters:
  ///   - output: takes the result from its start; made larger as needed, never smaller.
  ///   - starts: when given, takes for each byte of the result the offset of the character that it comes
  ///     from, and at its end the length of the text.
  /// - Returns: how many bytes of `output` are the result.
  static func fold(
    _ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], starts: inout [Int]?
  ) -> Int {
    if output.count < text.count {
      output += [UInt8](repeating: 0, count: text.count - output.count)
    }
    let keepsStarts = starts != nil
    starts?.removeAll(keepingCapacity: true)
    let length = output.withUnsafeMutableBufferPointer { output in
      ascii.withUnsafeBufferPointer { ascii in
        var (index, count) = (0, 0)
        while index < text.count {
          let byte = text[index]
          if byte < 0x80 {
            let folded = ascii[Int(byte)]
            if folded != space || count == 0 || output[count - 1] != space {
              output[count] = folded
              count += 1
              if keepsStarts { starts?.append(index) }
            }
            index += 1
            continue
          }
          let size = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, text.count - index)
          let folded = table[scalar(text, index, size)]
          if let folded {
            for byte in folded where byte != space || count == 0 || output[count - 1] != space {
              output[count] = byte
              count += 1
              if keepsStarts { starts?.append(index) }
            }
          } else {
            for offset in 0..<size {
              output[count] = text[index + offset]
              count += 1
              if keepsStarts { starts?.append(index) }
            }
          }
          index += size
        }
        return count
      }
    }
    starts?.append(text.count)
    return length
  }

  static func folded(_ text: String) -> [UInt8] {
    var text = text
    var output: [UInt8] = []
    var starts: [Int]?
    let count = text.withUTF8 { fold($0, into: &output, starts: &starts) }
    return Array(output[..<count])
  }

  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ size: Int
  ) -> UInt32 {
    var value = UInt32(text[index]) & (size == 2 ? 0x1F : size == 3 ? 0x0F : 0x07)
    for offset in 1..<max(1, size) { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return value
  }

  private static let space = UInt8(ascii: " ")

  private static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A: UInt8(byte) | 0x20
    case 0x09...0x0D: space
    default: UInt8(byte)
    }
  }

  private static let table = FoldingTable()
}

/// What code points beyond ASCII become.
private struct FoldingTable {
  /// The scripts whose letters are folded, and the punctuation that has a plain form.
  private static let blocks: [Range<UInt32>] = [
    0x80..<0x250, 0x2B9..<0x2C2, 0x300..<0x530, 0x1E00..<0x2000, 0x2000..<0x2070,
  ]

  private static let plain: [UInt32: String] = [
    0xA0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " ", 0x2028: " ", 0x2029: " ", 0x85: " ",
    0xAD: "", 0x200B: "", 0x2060: "",
    0x2018: "'", 0x2019: "'", 0x2BC: "'", 0xAB: "\"", 0xBB: "\"", 0x201C: "\"", 0x201D: "\"",
    0x201E: "\"", 0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2015: "-",
    0x2026: ".",
  ]

  /// For each block, what each of its code points becomes; nil for one that stays.
  private let folded: [[[UInt8]?]]

  init() {
    folded = Self.blocks.map { $0.map(Self.folded) }
  }

  subscript(value: UInt32) -> [UInt8]? {
    for (index, block) in Self.blocks.enumerated() where block.contains(value) {
      return folded[index][Int(value - block.lowerBound)]
    }
    return nil
  }

  private static func folded(_ value: UInt32) -> [UInt8]? {
    if let plain = plain[value] { return Array(plain.utf8) }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    let own = String(Character(scalar))
    let base = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping
      .unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
    let result = Array(String(String.UnicodeScalarView(base)).utf8)
    let isSame = result.elementsEqual(own.utf8)
    return isSame || result.count > own.utf8.count ? nil : result
  }
}
