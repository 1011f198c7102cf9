import BitestoText

/// Where a quotation may be put together from several passages: its sentences, and what stands between
/// marks of elision ("[…]", "(...)").
enum QuotationPieces {
  /// Bytes of a piece that can be traced by itself.
  private static let shortest = 16
  private static let elisions = ["[…]", "(…)", "[...]", "(...)", "[. . .]"].map { Array($0.utf8) }

  /// The pieces in order; none for a quotation that is of one piece.
  static func pieces(of quotation: Quotation, in article: Bitext.Side) -> [Range<Int>] {
    let content = quotation.content
    let pieces = article.segments[article.segments.numbers(overlapping: content)]
      .flatMap { split($0.range.clamped(to: content), of: article.document.bytes) }
      .filter { $0.count >= shortest }
    return pieces.count > 1 ? pieces : []
  }

  /// The parts of a range between marks of elision. Linear.
  private static func split(_ range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let rest = bytes[index..<range.upperBound]
      let isBracket = bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "(")
      if isBracket, let mark = elisions.first(where: rest.starts) {
        parts.append(bytes.trimmingSpace(start..<index))
        start = index + mark.count
        index = start
      } else {
        index += 1
      }
    }
    parts.append(bytes.trimmingSpace(start..<range.upperBound))
    return parts
  }
}
