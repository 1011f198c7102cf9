import BitestoCommandLayer
import Foundation
import Testing

@testable import bitesto

/// The articles of Corpora, traced from end to end as a person would.
@Suite struct CorpusTests {
  struct Bundle: Sendable, CustomTestStringConvertible {
    var name: String
    /// Quotations that must lead to the gold sentence, at least.
    var right: Int
    /// Links to another passage, or from a quotation that no report has, at most.
    var wrong: Int

    var testDescription: String { name }
  }

  static let bundles = [
    Bundle(name: "minsk-guarantees", right: 11, wrong: 0),
    Bundle(name: "po-flood", right: 9, wrong: 0),
    Bundle(name: "robot-orchestra", right: 11, wrong: 1),
  ]

  @Test(arguments: bundles)
  func `quotations lead to the passages they were made from`(bundle: Bundle) async throws {
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-corpus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: output) }
    let folder = CorpusFolder.url.appendingPathComponent(bundle.name)
    let files = ["trace.json", "memory.tmx", "review.html"].map {
      output.appendingPathComponent($0)
    }
    let context = CommandContext(
      output: .inMemory(), errorOutput: .inMemory(), readInput: { [] }, folder: folder.path)
    let status = await CommandLineTool.bitesto.run(
      ["trace", "article.it.txt", "--sources", "reports"] + files.flatMap { ["-o", $0.path] },
      in: context)
    #expect(status == 0)
    #expect(context.output.contents.isEmpty)

    let trace = try JSONDecoder().decode(Trace.self, from: Data(contentsOf: files[0]))
    let gold = try GoldLinks(contentsOf: folder.appendingPathComponent("gold.json"))
    let score = gold.score(trace)
    #expect(score.right >= bundle.right, "missed: \(score.missed)")
    #expect(score.wrong.count <= bundle.wrong, "\(score.wrong)")

    let linked = trace.quotes.count { $0.match != nil }
    let memory = try String(contentsOf: files[1], encoding: .utf8)
    #expect(memory.components(separatedBy: "<tu ").count - 1 == linked)
    let page = try String(contentsOf: files[2], encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    let said = String(decoding: context.errorOutput.contents, as: UTF8.self)
    #expect(said.split(separator: "\n").count == files.count)
  }
}

/// The folder Corpora of the project.
enum CorpusFolder {
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpora")
}
