import Foundation
import Testing

@testable import BitestoCommandLayer
@testable import bitesto

@Suite struct OutputPlanTests {
  /// The plan of an align command with these words, in a folder with a file it.txt and a link to it.
  private func plan(_ words: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-plan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("dir.x"), withIntermediateDirectories: false)
    try Data().write(to: folder.appendingPathComponent("it.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent("link.tmx").path, withDestinationPath: "it.txt")

    var context = CommandContext(
      output: .inMemory(), errorOutput: .inMemory(), readInput: { [] }, folder: folder.path)
    let root = CommandLineTool.bitesto.root
    guard
      case .run(_, _, let arguments) = try CommandParser(root: root).parse(
        ["align", "it.txt", "en.txt"] + words)
    else { return [] }
    context.arguments = arguments
    return try OutputPlan(context, inputs: ["it.txt", "en.txt"], kind: .alignment).destinations
      .map { "\($0.path):\($0.format.name)" }
  }

  @Test(arguments: [
    ([], ["-:table"]),
    (["-f", "json"], ["-:json"]),
    (["-o", "a.tmx", "-ob.HTML"], ["a.tmx:tmx", "b.HTML:html"]),
    (["-o", "dir.x/a.b.md", "-f", "json"], ["dir.x/a.b.md:markdown"]),
    (["-o", "-", "-o", "a.tsv", "-f", "json"], ["-:json", "a.tsv:tsv"]),
  ])
  func `the extension picks the format`(words: [String], destinations: [String]) throws {
    #expect(try plan(words) == destinations)
  }

  @Test(arguments: [
    (["-o", "a.tm"], "cannot tell the format of 'a.tm' from its extension"),
    (["-o", "dir.tmx/a"], "cannot tell the format of 'dir.tmx/a' from its extension"),
    (["-o", "tmx"], "cannot tell the format of 'tmx' from its extension"),
    (["-o", "a.tmx", "-o", "a.tmx"], "'a.tmx' is given twice as output"),
    (["-o", "no/a.tmx"], "cannot write 'no/a.tmx': its folder does not exist"),
    (["-o", "dir.x"], "output 'dir.x' is a folder"),
    (["-o", "it.txt", "-g", "it.txt"], "output 'it.txt' would overwrite the input 'it.txt'"),
    (["-o", "it.txt"], "output 'it.txt' would overwrite the input 'it.txt'"),
    (["-o", "./it.txt"], "output './it.txt' would overwrite the input 'it.txt'"),
    (["-o", "link.tmx"], "output 'link.tmx' would overwrite the input 'it.txt'"),
    (["-o", "it.txt", "--pin", "it.txt"], "output 'it.txt' would overwrite the input 'it.txt'"),
    (
      ["-o", "it.moses", "--source-language", "txt"],
      "output 'it.txt' would overwrite the input 'it.txt'"
    ),
    (["-o", "a.moses", "-o", "a.moses"], "'a.it' is given twice as output"),
  ])
  func `an output that cannot be meant is refused`(words: [String], message: String) {
    let error = #expect(throws: CommandError.self) { try plan(words) }
    #expect(error?.message == message)
  }
}
