/// The rules of one language, compiled, in the order in which they decide.
struct SRXRuleTable: Sendable {
  struct Entry: Sendable {
    var breaks: Bool
    /// Indices into the expressions; -1 matches anything.
    var before = -1
    var after = -1
    /// What the three code units before a place, nearest first, and the one after it may be: most
    /// rules need not be tried.
    var last = ASCIISet.all
    var second = ASCIISet.all
    var third = ASCIISet.all
    var first = ASCIISet.all
  }

  private(set) var entries: [Entry] = []
  private(set) var befores: [SRXExpression] = []
  private(set) var afters: [SRXExpression] = []
  let candidates: SRXCandidates

  /// Compiles all rules of the sets, each expression once.
  ///
  /// - Throws: ``SRXError`` for the first pattern that is no regular expression.
  init(_ ruleSets: [SRXRules.RuleSet], path: String) throws(SRXError) {
    var befores = ExpressionTable(side: .before)
    var afters = ExpressionTable(side: .after)
    var entries: [Entry] = []
    for ruleSet in ruleSets {
      for (index, rule) in ruleSet.rules.enumerated() {
        var entry = Entry(breaks: rule.breaks)
        var side = SRXError.Side.before
        do throws(RegexFault) {
          if let before = try befores.number(of: rule.before) {
            let sets = befores.nearest[before]
            (entry.before, entry.last, entry.second, entry.third) = (
              before, sets[0], sets[1], sets[2]
            )
          }
          side = .after
          if let after = try afters.number(of: rule.after) {
            (entry.after, entry.first) = (after, afters.nearest[after][0])
          }
        } catch {
          throw SRXError(
            path: path, line: rule.line,
            fault: .badPattern(
              ruleSet: ruleSet.name, rule: index + 1, side: side,
              pattern: side == .before ? rule.before : rule.after, reason: error.fault))
        }
        entries.append(entry)
      }
    }
    self.entries = entries
    self.befores = befores.expressions
    self.afters = afters.expressions
    candidates = SRXCandidates(entries)
  }
}

/// The different expressions of one side.
private struct ExpressionTable {
  let side: SRXError.Side
  var expressions: [SRXExpression] = []
  var nearest: [[ASCIISet]] = []
  private var numbers: [String: Int] = [:]

  init(side: SRXError.Side) {
    self.side = side
  }

  /// nil for the empty pattern.
  mutating func number(of pattern: String) throws(RegexFault) -> Int? {
    if pattern.isEmpty { return nil }
    if let known = numbers[pattern] { return known }
    let expression = try SRXExpression(pattern, side)
    numbers[pattern] = expressions.count
    expressions.append(expression)
    nearest.append(expression.program.nearest(3))
    return expressions.count - 1
  }
}
