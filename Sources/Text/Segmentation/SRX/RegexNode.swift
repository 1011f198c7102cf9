/// A regular expression as far as it can be understood without ICU.
///
/// Made to answer one question, whether some text ending (or starting) at a place matches: which of
/// several matches ICU would prefer does not matter, so greed and captures are left out.
indirect enum RegexNode: Sendable {
  case unit(UnitSet)
  case sequence([RegexNode])
  case choice([RegexNode])
  case repeated(RegexNode, least: Int, most: Int?)
  case boundary(isNegated: Bool)
  case textStart
  case textEnd
  /// Whether the text ahead, or behind, matches another expression.
  case look(RegexNode, isAhead: Bool, isNegated: Bool)
  /// Takes no text; only ICU can tell whether it holds.
  case assertion
  /// Anything of any length.
  case unknown

  static let empty = RegexNode.sequence([])

  /// The most code units a match can take; nil when there is no limit, or none is known.
  var longest: Int? {
    switch self {
    case .unit: return 2
    case .sequence(let parts):
      return parts.reduce(0) { sum, part in
        guard let sum, let length = part.longest else { return nil }
        return sum + length
      }
    case .choice(let parts):
      return parts.reduce(0) { longest, part in
        guard let longest, let length = part.longest else { return nil }
        return max(longest, length)
      }
    case .repeated(let part, _, let most):
      guard let most, let length = part.longest else { return nil }
      return min(length, 1 << 20) * min(most, 1 << 20)
    case .boundary, .textStart, .textEnd, .look, .assertion: return 0
    case .unknown: return nil
    }
  }

  /// Whether ICU may have to look at text outside the match.
  var looksAround: Bool {
    switch self {
    case .unit, .textStart, .textEnd, .boundary: false
    case .sequence(let parts), .choice(let parts): parts.contains { $0.looksAround }
    case .repeated(let part, _, _): part.looksAround
    case .look, .assertion, .unknown: true
    }
  }
}
