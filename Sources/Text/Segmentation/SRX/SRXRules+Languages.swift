import Foundation

extension SRXRules {
  /// The rules for a language, in the order in which they decide.
  ///
  /// A map counts when its pattern matches a whole code, whatever the case: the code itself, its form
  /// with the other of hyphen and underscore, its primary subtag, and for a bare "it" also "it-IT".
  /// The first map that counts gives the rules, or all of them in their order when the file cascades.
  ///
  /// - Throws: ``SRXError`` when there is none, when it names rules that are not there, or when a
  ///   pattern before it is no regular expression.
  public func ruleSets(for language: String) throws(SRXError) -> [RuleSet] {
    let codes = Self.codes(for: language)
    var result: [RuleSet] = []
    for map in maps {
      let expression: NSRegularExpression
      do {
        expression = try Self.expression(for: map)
      } catch {
        throw fault(in: map, error)
      }
      let counts = codes.contains { code in
        expression.firstMatch(in: code, range: NSRange(location: 0, length: code.utf16.count))
          != nil
      }
      guard counts else { continue }
      guard let ruleSet = ruleSets.first(where: { $0.name == map.ruleSet }) else {
        throw missing(map)
      }
      result.append(ruleSet)
      if !cascades { break }
    }
    if result.isEmpty {
      throw SRXError(
        path: path, line: 0, fault: .noMap(language: language, patterns: maps.map(\.pattern)))
    }
    return result
  }

  /// Everything that is wrong, in the order of the file; none for rules that work for every language
  /// they have maps for. Compiles every pattern.
  public func faults() -> [SRXError] {
    var faults = unknownElements.map {
      SRXError(path: path, line: $0.line, fault: .unknownElement(name: $0.name))
    }
    var lines: [String: Int] = [:]
    for ruleSet in ruleSets {
      if let earlier = lines[ruleSet.name] {
        faults.append(
          SRXError(
            path: path, line: ruleSet.line,
            fault: .duplicateRuleSet(name: ruleSet.name, earlierLine: earlier)))
      }
      lines[ruleSet.name] = lines[ruleSet.name] ?? ruleSet.line
      for (index, rule) in ruleSet.rules.enumerated() {
        for (side, pattern) in [(SRXError.Side.before, rule.before), (.after, rule.after)]
        where !pattern.isEmpty {
          do {
            _ = try SRXExpression(pattern, side)
          } catch {
            faults.append(
              SRXError(
                path: path, line: rule.line,
                fault: .badPattern(
                  ruleSet: ruleSet.name, rule: index + 1, side: side, pattern: pattern,
                  reason: error.fault)))
          }
        }
      }
    }
    for map in maps {
      do {
        _ = try Self.expression(for: map)
      } catch {
        faults.append(fault(in: map, error))
      }
      if map.pattern.isEmpty { faults.append(missing("languagepattern", map.line)) }
      if lines[map.ruleSet] == nil { faults.append(missing(map)) }
    }
    if ruleSets.allSatisfy(\.rules.isEmpty) {
      faults.append(SRXError(path: path, line: 0, fault: .noRules))
    }
    return faults.sorted { $0.line < $1.line }
  }

  /// The rules that a map leads to are not there, or it leads nowhere.
  private func missing(_ map: LanguageMap) -> SRXError {
    if map.ruleSet.isEmpty { return missing("languagerulename", map.line) }
    return SRXError(
      path: path, line: map.line,
      fault: .unknownRuleSet(name: map.ruleSet, known: ruleSets.map(\.name)))
  }

  private func missing(_ attribute: String, _ line: Int) -> SRXError {
    SRXError(
      path: path, line: line,
      fault: .missingAttribute(element: "languagemap", attribute: attribute))
  }

  private func fault(in map: LanguageMap, _ fault: RegexFault) -> SRXError {
    SRXError(
      path: path, line: map.line,
      fault: .badLanguagePattern(pattern: map.pattern, reason: fault.fault))
  }

  private static func expression(
    for map: LanguageMap
  ) throws(RegexFault) -> NSRegularExpression {
    var reader = RegexReader(map.pattern)
    _ = try reader.read()
    guard
      let expression = try? NSRegularExpression(
        pattern: "\\A(?:\(reader.text))\\z", options: .caseInsensitive)
    else { throw RegexFault(.refused) }
    return expression
  }

  private static func codes(for language: String) -> [String] {
    let parts = language.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let primary = parts.first else { return [language] }
    let full = parts.count > 1 ? parts : [primary, primary.uppercased()]
    return [language, full.joined(separator: "-"), full.joined(separator: "_"), primary]
  }
}
