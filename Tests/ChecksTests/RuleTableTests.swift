import BitestoChecks
import Foundation
import Testing

@Suite struct RuleTableTests {
  @Test(arguments: CheckRule.allCases)
  func `every rule says what it is`(rule: CheckRule) {
    #expect(rule.summary != rule.rawValue)
    #expect(!rule.summary.hasSuffix("."))
    #expect(!rule.example.isEmpty)
  }

  @Test(arguments: CheckRule.allCases)
  func `README.md has every rule as it is`(rule: CheckRule) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let row = [rule.rawValue, rule.severity.rawValue, rule.summary, rule.example]
    #expect(readme.contains("| \(row.joined(separator: " | ")) |\n"))
  }
}
