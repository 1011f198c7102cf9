import BitestoCommandLayer
import BitestoMemory
import Foundation
import Testing

@testable import bitesto

struct MemoryOutputTests {
  /// Runs a test in a folder of its own.
  private func inFolder(_ body: (CommandContext, URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-memory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let context = CommandContext(
      output: .inMemory(), errorOutput: .inMemory(), readInput: { [] }, folder: folder.path)
    try body(context, folder)
  }

  private func unit(_ text: String) -> TranslationUnit {
    TranslationUnit(variants: [
      UnitVariant(language: "it", segment: SegmentContent(text)),
      UnitVariant(language: "en", segment: SegmentContent(text)),
    ])
  }

  private func plans(_ paths: [String], _ context: CommandContext) throws -> [MemoryOutput.Plan] {
    try paths.map {
      MemoryOutput.Plan(try MemoryOutput.Destination($0, context), header: MemoryHeader())
    }
  }

  @Test func `after an error none of several files is there, and an old one is as it was`() throws {
    struct Stop: Error {}
    try inFolder { context, folder in
      let old = folder.appendingPathComponent("uno.tmx")
      try Data("old".utf8).write(to: old)
      #expect(throws: Stop.self) {
        try MemoryOutput.write(to: plans(["uno.tmx", "due.tmx.gz"], context), context) { outputs in
          for output in outputs {
            for number in 0..<5_000 { try output.write(unit("Frase \(number)")) }
          }
          throw Stop()
        }
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names == ["uno.tmx"])
      #expect(try Data(contentsOf: old) == Data("old".utf8))
    }
  }

  @Test func `what is packed can be read again`() throws {
    try inFolder { context, folder in
      try MemoryOutput.write(to: plans(["m.tmx.gz"], context), context) { outputs in
        for number in 0..<3_000 { try outputs.first?.write(unit("Frase \(number)")) }
        #expect(outputs.first?.written == 3_000)
      }
      let path = folder.appendingPathComponent("m.tmx.gz")
      #expect(try Data(contentsOf: path).starts(with: [0x1F, 0x8B]))
      var file = try MemoryFile("m.tmx.gz", context)
      var words: [String] = []
      while let unit = try file.next() { words.append(unit.variants[1].segment.plainText) }
      #expect(words == (0..<3_000).map { "Frase \($0)" })
      #expect(file.bytesRead == file.size)
    }
  }

  @Test(arguments: [
    ("part-%d.tmx", 7, "part-7.tmx"), ("%03d", 7, "007"), ("100%%-%d", 12, "100%-12"),
    ("%02d.gz", 123, "123.gz"), ("%s", 1, "1"),
  ])
  func `a pattern has a place for a number`(pattern: String, number: Int, path: String) throws {
    #expect(try FileNamePattern(pattern).path(number: number) == path)
  }

  @Test(arguments: ["part", "%d%d", "%x", "%", "part-%", "%1000d", "%%d"])
  func `a pattern without one place is refused`(pattern: String) {
    #expect(throws: CommandError.self) { try FileNamePattern(pattern) }
  }

  @Test(arguments: [
    ("it_en", "d/it_en.tmx"), ("a/b c", "d/a_b_c.tmx"), ("..", "d/_-2.tmx"), ("", "d/_-2.tmx"),
    ("Città", "d/Città.tmx"), ("\u{0}\n", "d/__.tmx"),
  ])
  func `a name from a file stays in its folder`(name: String, path: String) throws {
    #expect(try FileNamePattern("d/%s.tmx").path(name: name, taken: []) == path)
  }

  @Test(arguments: [
    ("memory.tmx", "memory", ".tmx"), ("a.b/memory", "a.b/memory", ""),
    ("a/m.x.TMX.gz", "a/m.x", ".TMX.gz"), (".tmx", ".tmx", ""), ("m.gz", "m", ".gz"),
  ])
  func `a name has a stem and an end`(path: String, stem: String, end: String) {
    let parts = MemoryFileName.split(path)
    #expect(parts.stem == stem && parts.end == end)
  }
}
