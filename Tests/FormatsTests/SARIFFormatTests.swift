import BitestoAlignment
import BitestoFormats
import BitestoText
import Foundation
import Testing

@Suite struct SARIFFormatTests {
  private func run(_ bytes: [UInt8]) throws -> [String: Any] {
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    let runs = try #require(root["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return runs[0]
  }

  private func noted() throws -> Bitext {
    var bitext = try plainTrace()
    let target = try #require(bitext.units[0].target)
    bitext.units[0].notes = [
      FidelityNote(
        rule: .negation, message: "“x” is negated, the original is not",
        source: try #require(bitext.units[0].source), target: target.range)
    ]
    return bitext
  }

  @Test func aNoteBecomesAResultWithBothPlaces() throws {
    let run = try run(BitextFormat.sarif.bytes(of: noted()))
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    let result = try #require(results.first)
    #expect(results.count == 1)
    #expect(result["ruleId"] as? String == "negation-changed")
    #expect(result["level"] as? String == "error")
    let place = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = try #require(place["physicalLocation"] as? [String: Any])
    #expect(
      (physical["artifactLocation"] as? [String: String])?["uri"] == "articolo.txt")
    #expect(
      physical["region"] as? [String: Int] == [
        "startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 14, "charOffset": 10,
        "charLength": 12,
      ])
    let related = try #require((result["relatedLocations"] as? [[String: Any]])?.first)
    #expect((related["message"] as? [String: String])?["text"] == "the original, Reuters")
    let other = try #require(related["physicalLocation"] as? [String: Any])
    #expect(
      (other["artifactLocation"] as? [String: String])?["uri"] == "reports/reuters.txt")
  }

  @Test func everyRuleIsDescribedAndTheIndexFitsIt() throws {
    let run = try run(BitextFormat.sarif.bytes(of: noted()))
    let driver = try #require(
      (run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == FidelityRule.allCases.map(\.rawValue))
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
  }

  @Test(arguments: [
    ("a b.txt", "a%20b.txt"), ("/x/è.txt", "file:///x/%C3%A8.txt"), ("c:d.txt", "c%3Ad.txt"),
    ("reports/a&b <1>\".txt", "reports/a%26b%20%3C1%3E%22.txt"), ("-", "-"),
  ])
  func pathsAreWrittenAsURIReferences(path: String, uri: String) throws {
    let document = try Document(path: path, contents: Array("uno".utf8), language: .italian)
    let log = SARIFLog(
      rules: [Finding.Rule(id: "r", summary: "s", level: .note)], toolVersion: "1")
    let finding = Finding(
      rule: "r", message: "m", place: Finding.Place(document: document, range: 0..<3))
    let text = String(decoding: log.bytes(of: [finding]), as: UTF8.self)
    #expect(text.contains("{\"uri\": \"\(uri)\"}"))
  }

  @Test func columnsCountCodePointsAndRangesOutsideAreCut() throws {
    let document = try Document(
      path: "a", contents: Array("è🇧🇾\r\nsì 😀 no".utf8), language: .italian)
    let log = SARIFLog(rules: [], toolVersion: "1")
    let start = Array("è🇧🇾\r\nsì ".utf8).count
    let findings = [start..<(start + 4), -5..<9_999, 2..<2].map {
      Finding(rule: "r", message: "m", place: Finding.Place(document: document, range: $0))
    }
    let results = try #require(try run(log.bytes(of: findings))["results"] as? [[String: Any]])
    let regions = results.compactMap { result in
      let place = (result["locations"] as? [[String: Any]])?.first
      return (place?["physicalLocation"] as? [String: Any])?["region"] as? [String: Int]
    }
    #expect(
      regions.map { [$0["startLine"], $0["startColumn"], $0["endLine"], $0["endColumn"]] }
        == [[2, 4, 2, 5], [1, 1, 2, 8], [1, 2, 1, 2]])
  }
}
