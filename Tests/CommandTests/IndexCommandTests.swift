import BitestoCommandLayer
import Foundation
import Testing

@testable import bitesto

/// `bitesto trace --index`: when an index is used as it is, brought up to date, built anew or refused.
@Suite struct IndexCommandTests {
  private static let article = """
    La diga ha tenuto
    «Il fiume è salito di due metri in una notte», ha detto la sindaca Anna Neri. Oggi splende il sole.
    """
  private static let post = """
    The dam held
    "The river rose by two metres in one night," said the mayor, Anna Neri. Schools stay closed.
    """
  private static let table = "file\toutlet\npost.txt\tValley Post\n"

  /// A folder with an article and two reports.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-index-\(UUID().uuidString)")

    init() throws {
      try FileManager.default.createDirectory(
        at: url.appendingPathComponent("reports"), withIntermediateDirectories: true)
      try put("article.txt", IndexCommandTests.article)
      try put("reports/post.txt", IndexCommandTests.post)
      try put("reports/week.txt", "The orchestra plays Verdi tonight. Tickets are sold out.")
      try put("reports/sources.tsv", IndexCommandTests.table)
    }

    deinit {
      try? FileManager.default.removeItem(at: url)
    }

    func put(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }

    func bytes(_ name: String = "all.index") -> Data? {
      try? Data(contentsOf: url.appendingPathComponent(name))
    }

    /// What changes whenever a file is written anew.
    func number(_ name: String = "all.index") throws -> Int? {
      try FileManager.default.attributesOfItem(
        atPath: url.appendingPathComponent(name).path)[.systemFileNumber] as? Int
    }

    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    func trace(_ words: String...) async -> (status: Int32, output: String, errors: String) {
      let context = CommandContext(
        output: .inMemory(), errorOutput: .inMemory(), readInput: { [] }, folder: url.path)
      let status = await CommandLineTool.bitesto.run(["trace", "article.txt"] + words, in: context)
      return (
        status, String(decoding: context.output.contents, as: UTF8.self),
        String(decoding: context.errorOutput.contents, as: UTF8.self)
      )
    }
  }

  @Test func `an index gives what its reports give, and is used again`() async throws {
    let folder = try Folder()
    let plain = await folder.trace("--sources", "reports", "-f", "tsv")
    let first = await folder.trace("--sources", "reports", "--index", "all.index", "-f", "tsv")
    #expect(first.status == 0 && first.errors.isEmpty)
    #expect(first.output == plain.output && first.output.contains("Valley Post"))
    let number = try folder.number()
    let second = await folder.trace("--sources", "reports", "--index", "all.index", "-f", "tsv")
    #expect(second.output == plain.output)
    #expect(try folder.number() == number)
    #expect(await folder.trace("--index", "all.index", "-f", "tsv").output == plain.output)
    #expect(try folder.names() == ["all.index", "article.txt", "reports"])
  }

  @Test func `JSON lists the reports that are used and counts all`() async throws {
    let folder = try Folder()
    let output = await folder.trace("--sources", "reports", "--index", "all.index", "-f", "json")
      .output
    #expect(output.contains("\"reports\": 2,"))
    #expect(output.contains("reports/post.txt") && !output.contains("reports/week.txt"))
  }

  @Test func `an index follows its reports`() async throws {
    let folder = try Folder()
    let words = ["--sources", "reports", "--index", "all.index", "-f", "json"]
    func trace() async -> String {
      await folder.trace(words[0], words[1], words[2], words[3], words[4], words[5]).output
    }
    _ = await trace()
    try folder.put("reports/sources.tsv", "file\toutlet\npost.txt\tDaily Valley\n")
    #expect(await trace().contains("Daily Valley"))
    try folder.put("reports/later.txt", "Later news. The river fell again.")
    #expect(await trace().contains("\"reports\": 3,"))
    try FileManager.default.moveItem(
      at: folder.url.appendingPathComponent("reports/later.txt"),
      to: folder.url.appendingPathComponent("reports/a.txt"))
    #expect(await trace().contains("\"reports\": 3,"))
    try folder.put("reports/post.txt", "Nothing was said about rivers.")
    let changed = await trace()
    #expect(changed.contains("\"match\": null"))
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("reports/a.txt"))
    #expect(await trace().contains("\"reports\": 2,"))
  }

  @Test func `a damaged index is built again with sources and refused without`() async throws {
    let folder = try Folder()
    let whole = await folder.trace("--sources", "reports", "--index", "all.index", "-f", "tsv")
    let bytes = try #require(folder.bytes())
    try bytes.prefix(bytes.count / 2).write(to: folder.url.appendingPathComponent("all.index"))
    let refused = await folder.trace("--index", "all.index")
    #expect(refused.status == 2)
    #expect(
      refused.errors == "error: all.index: the index is cut off; give --sources to build it again\n"
    )
    let again = await folder.trace("--sources", "reports", "--index", "all.index", "-f", "tsv")
    #expect(again.status == 0 && again.output == whole.output)
    #expect(
      again.errors
        == "warning: the index 'all.index' was damaged; it is built again from all reports\n")
    #expect(folder.bytes()?.count == bytes.count)
  }

  @Test func `what is no index is never written over`() async throws {
    let folder = try Folder()
    try folder.put("all.index", "my notes")
    for words in [["--sources", "reports", "--index", "all.index"], ["--index", "all.index"]] {
      let result =
        words.count == 4
        ? await folder.trace(words[0], words[1], words[2], words[3])
        : await folder.trace(words[0], words[1])
      #expect(result.status == 2)
      #expect(
        result.errors
          == "error: all.index: not an index of reports; name another file with --index\n")
    }
    #expect(folder.bytes() == Data("my notes".utf8))
  }

  @Test func `when a report cannot be used the index stays as it was`() async throws {
    let folder = try Folder()
    _ = await folder.trace("--sources", "reports", "--index", "all.index")
    let bytes = folder.bytes()
    try Data([0x43, 0x61, 0x66, 0xE9, 0x20, 0x69]).write(
      to: folder.url.appendingPathComponent("reports/old.txt"))
    let result = await folder.trace("--sources", "reports", "--index", "all.index")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("error: reports/old.txt:1: byte 3 is not UTF-8"))
    #expect(folder.bytes() == bytes)
    #expect(try folder.names() == ["all.index", "article.txt", "reports"])
  }

  @Test func `results never go over the index`() async throws {
    let folder = try Folder()
    let result = await folder.trace(
      "--sources", "reports", "--index", "all.json", "-o", "all.json")
    #expect(result.status == 2)
    #expect(
      result.errors
        == "error: output 'all.json' would overwrite the index\nchoose another name for -o\n")
  }
}
