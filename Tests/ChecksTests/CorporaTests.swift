import BitestoChecks
import BitestoGlossary
import BitestoText
import Foundation
import Testing

/// The articles and reports of Corpora, with the glossaries that come with the program.
@Suite struct CorporaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpora")

  private static let texts: [String] = {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  private func findings(
    _ name: String, _ settings: CheckSettings = CheckSettings()
  ) throws -> [CheckFinding] {
    let contents = try Data(contentsOf: Self.folder.appendingPathComponent(name))
    let text = try CheckedText(path: name, contents: Array(contents))
    return TextChecker(try .builtIn(), settings: settings).findings(in: [text])[0]
  }

  @Test func `there are texts`() {
    #expect(Self.texts.count > 15)
  }

  @Test(arguments: texts)
  func `a text in order sets off no alarm`(name: String) throws {
    #expect(CheckSample.shown(try findings(name)).isEmpty)
  }

  @Test func `in the scientific style every Slavic name is off`() throws {
    let found = try findings(
      "minsk-guarantees/article.it.txt", CheckSettings(style: .scientific))
    let words = Set(found.filter { $0.rule == .offStyle }.map(\.text))
    for name in ["Alexander Lukashenko", "Lukashenko", "Shoigu", "Mykhailo Podolyak", "Kiev"] {
      #expect(words.contains(name), "\(name)")
    }
  }
}
