import BitestoText
import Foundation

/// What SRX says, word for word and slowly: at every place every rule in order, by ICU alone.
///
/// A `$` in a pattern before the place is beyond it: it would match at the place itself.
struct SRXReference {
  private struct Rule {
    var breaks: Bool
    var before: NSRegularExpression?
    var after: NSRegularExpression?
  }

  private let rules: [Rule]

  init(_ ruleSets: [SRXRules.RuleSet]) throws {
    func expression(_ pattern: String, _ end: String) throws -> NSRegularExpression? {
      pattern.isEmpty ? nil : try NSRegularExpression(pattern: "(?:\(pattern))\(end)")
    }
    rules = try ruleSets.flatMap(\.rules).map { rule in
      Rule(
        breaks: rule.breaks, before: try expression(rule.before, "\\z"),
        after: try expression(rule.after, ""))
    }
  }

  /// The ends of the pieces of one paragraph but the last, in UTF-8 bytes.
  func breaks(in text: String) -> [Int] {
    let string = text as NSString
    var (result, offset) = ([Int](), 0)
    for (place, scalar) in zip(places(in: text), text.unicodeScalars) {
      offset += UTF8.width(scalar)
      if place < string.length, breaks(text, at: place, length: string.length) {
        result.append(offset)
      }
    }
    return result
  }

  /// After each scalar, in UTF-16 code units.
  private func places(in text: String) -> [Int] {
    var place = 0
    return text.unicodeScalars.map { scalar in
      place += UTF16.width(scalar)
      return place
    }
  }

  private func breaks(_ text: String, at place: Int, length: Int) -> Bool {
    for rule in rules {
      let isBefore =
        rule.before?.firstMatch(
          in: text, options: .withTransparentBounds, range: NSRange(location: 0, length: place))
        != nil
      guard isBefore || rule.before == nil else { continue }
      let isAfter =
        rule.after?.firstMatch(
          in: text, options: [.anchored, .withTransparentBounds, .withoutAnchoringBounds],
          range: NSRange(location: place, length: length - place)) != nil
      if isAfter || rule.after == nil { return rule.breaks }
    }
    return false
  }
}
