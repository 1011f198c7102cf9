import Foundation

/// Words to look for in the segments of a memory.
///
/// All of them must be in the segment, in any order; those between double quotes follow each other. A
/// word matches whole words; `*` at its end or start lets it go on there. By default case, accents and
/// the kinds of apostrophes, quotation marks and hyphens do not matter.
public struct ConcordanceQuery: Sendable {
  private struct Term {
    var bytes: [UInt8]
    var isOpenAtStart: Bool
    var isOpenAtEnd: Bool
  }

  private let terms: [Term]
  private let isExact: Bool

  /// - Parameter isExact: whether case, accents and everything else must be as written.
  /// - Returns: nil when there are no words.
  public init?(_ words: String, isExact: Bool = false) {
    self.isExact = isExact
    terms = Self.parts(of: words).compactMap { part in
      let isOpenAtStart = part.hasPrefix("*")
      let isOpenAtEnd = part.hasSuffix("*")
      let text = String(part.dropFirst(isOpenAtStart ? 1 : 0).dropLast(isOpenAtEnd ? 1 : 0))
        .trimmingSpace
      let bytes = isExact ? Array(text.utf8) : SearchFolding.folded(text)
      guard !bytes.isEmpty else { return nil }
      return Term(bytes: bytes, isOpenAtStart: isOpenAtStart, isOpenAtEnd: isOpenAtEnd)
    }
    if terms.isEmpty { return nil }
  }

  /// The words and, without their quotes, the phrases.
  private static func parts(of words: String) -> [Substring] {
    let marks: Set<Character> = ["\"", "“", "”"]
    return words.split(omittingEmptySubsequences: false, whereSeparator: marks.contains)
      .enumerated().flatMap { index, part in
        index % 2 == 1 ? [part] : part.split(whereSeparator: \.isWhitespace)
      }
  }

  /// Looks for the words in texts, one after the other; keeps its memory between them.
  public struct Finder {
    private let query: ConcordanceQuery
    private var buffer: [UInt8] = []

    public init(_ query: ConcordanceQuery) {
      self.query = query
    }

    /// Whether all words are there. Linear.
    public mutating func matches(_ text: String) -> Bool {
      let query = query
      var starts: [Int]?
      return withBytes(text, &starts) { query.contains($0) }
    }

    /// Where the words are, in bytes of UTF-8, in order and apart from each other; empty when one is
    /// missing.
    public mutating func ranges(in text: String) -> [Range<Int>] {
      let query = query
      var starts: [Int]? = query.isExact ? nil : []
      let found = withBytes(text, &starts) { bytes in
        query.contains(bytes) ? query.ranges(in: bytes) : []
      }
      guard let starts else { return found }
      return found.map { range in
        // A folded character may have several bytes of its own, and what follows it, such as a combining
        // mark, none.
        var end = range.upperBound
        while end < starts.count - 1, starts[end] == starts[range.upperBound - 1] { end += 1 }
        return starts[range.lowerBound]..<starts[end]
      }
    }

    private mutating func withBytes<Result>(
      _ text: String, _ starts: inout [Int]?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
      var text = text
      if query.isExact { return text.withUTF8(body) }
      let count = text.withUTF8 { SearchFolding.fold($0, into: &buffer, starts: &starts) }
      return buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
  }

  private func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    terms.allSatisfy { first($0, in: bytes, from: 0) != nil }
  }

  private func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var all: [Range<Int>] = []
    for term in terms {
      var start = 0
      while let range = first(term, in: bytes, from: start) {
        all.append(range)
        start = range.upperBound
      }
    }
    all.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    var apart: [Range<Int>] = []
    for range in all where range.lowerBound >= apart.last?.upperBound ?? 0 { apart.append(range) }
    return apart
  }

  private func first(
    _ term: Term, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    var start = start
    let length = term.bytes.count
    guard let base = bytes.baseAddress, let head = term.bytes.first else { return nil }
    while start + length <= bytes.count,
      let found = memchr(base + start, Int32(head), bytes.count - length - start + 1)
    {
      let offset = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      let range = offset..<(offset + length)
      if memcmp(found, term.bytes, length) == 0, isWhole(range, of: term, in: bytes) {
        return range
      }
      start = offset + 1
    }
    return nil
  }

  /// Whether a word does not go on beyond the range where it may not.
  private func isWhole(
    _ range: Range<Int>, of term: Term, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if !term.isOpenAtStart, WordBorder.isInsideWord(bytes, at: range.lowerBound) { return false }
    return term.isOpenAtEnd || !WordBorder.isInsideWord(bytes, at: range.upperBound)
  }
}

/// Whether a place in a text lies inside a word.
enum WordBorder {
  static func isInsideWord(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return false }
    var before = offset - 1
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    return isWord(bytes, at: before) && isWord(bytes, at: offset)
  }

  /// Whether a letter, a digit or a mark starts at the offset.
  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte < 0x80 {
      return (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }
    var decoder = UTF8()
    var iterator = bytes[offset...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
