import Foundation

/// One side of a rule, compiled: for the machine of ``RegexProgram`` and for ICU. A class only because
/// handing a value of this size around costs more than most tries do.
final class SRXExpression: Sendable {
  /// Text that ICU is shown beside what it may match, in code units: enough for `\b`, and for the
  /// longest lookbehind where there is one.
  private static let context = 16
  private static let widerContext = 128
  /// A first, short look back for expressions without a longest match.
  private static let shortReach = 64
  /// ICU reports about every tenth of a millisecond; after that many reports the rule does not
  /// match there.
  private static let mostReports = 200

  let side: SRXError.Side
  let program: RegexProgram
  private let expression: NSRegularExpression
  private let longest: Int?
  private let contextSize: Int

  /// - Throws: ``RegexFault`` when the pattern is no regular expression.
  init(_ pattern: String, _ side: SRXError.Side) throws(RegexFault) {
    var reader = RegexReader(pattern)
    let node = try reader.read()
    let text = "(?:\(reader.text))" + (side == .before ? "\\z" : "")
    guard let expression = try? NSRegularExpression(pattern: text) else {
      throw RegexFault(.refused)
    }
    self.side = side
    self.expression = expression
    program = RegexProgram(node, side == .before ? .backward : .forward)
    longest = node.longest
    contextSize = node.looksAround ? Self.widerContext : Self.context
  }

  /// Whether a match ends (before) or starts (after) at a place, as ICU says; nil when ICU takes
  /// too long.
  func matches(_ text: UnitText, at place: Int) -> Bool? {
    let reach = min(longest ?? UnitText.reach, UnitText.reach)
    guard side == .before else {
      return matches(text, place..<min(text.units.count, place + reach))
    }
    if reach > Self.shortReach {
      let isFound = matches(text, max(0, place - Self.shortReach)..<place)
      if isFound != false { return isFound }
    }
    return matches(text, max(0, place - reach)..<place)
  }

  private func matches(_ text: UnitText, _ range: Range<Int>) -> Bool? {
    var lower = max(0, range.lowerBound - contextSize)
    if text.splitsPair(lower) { lower -= 1 }
    var upper = min(text.units.count, range.upperBound + contextSize)
    if text.splitsPair(upper) { upper += 1 }
    var start = range.lowerBound
    if text.splitsPair(start) { start -= 1 }
    let units = UnsafeBufferPointer(rebasing: text.units[lower..<upper])
    let window = String(decoding: units, as: UTF16.self)
    var options: NSRegularExpression.MatchingOptions = [.withTransparentBounds, .reportProgress]
    if side == .after {
      options.insert(.anchored)
      options.insert(.withoutAnchoringBounds)
    }
    var isFound = false
    var reports = 0
    expression.enumerateMatches(
      in: window, options: options,
      range: NSRange(location: start - lower, length: range.upperBound - start)
    ) { match, _, stop in
      if match != nil {
        isFound = true
        stop.pointee = true
      } else {
        reports += 1
        if reports > Self.mostReports { stop.pointee = true }
      }
    }
    return !isFound && reports > Self.mostReports ? nil : isFound
  }
}
