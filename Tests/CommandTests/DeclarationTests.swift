import Foundation
import Testing

@testable import BitestoCommandLayer
@testable import bitesto

/// Every command of the tool, by its path ("glossary list").
private let commands = Dictionary(
  uniqueKeysWithValues: CommandNode.all(of: .bitesto).dropFirst().map {
    ($0.joinedPath, $0.command)
  })

@Suite struct DeclarationTests {
  @Test(arguments: commands.keys.sorted())
  func `every command has a help case`(path: String) {
    let file = path.split(separator: " ").joined(separator: "-") + ".txt"
    #expect(CaseFolder.names.contains("help/\(file)"))
  }

  @Test(arguments: commands.keys.sorted())
  func `a summary fits a line and has no full stop`(path: String) throws {
    let command = try #require(commands[path])
    #expect(!command.summary.isEmpty)
    #expect(!command.summary.hasSuffix("."))
    #expect(displayWidth(command.summary) <= 60)
  }

  @Test(arguments: commands.keys.sorted())
  func `option names are unique within a command`(path: String) throws {
    let command = try #require(commands[path])
    let longs = command.allOptions.map(\.long)
    let shorts = command.allOptions.compactMap(\.short)
    #expect(Set(longs).count == longs.count)
    #expect(Set(shorts).count == shorts.count)
  }

  @Test(arguments: commands.keys.sorted())
  func `every default is a value the declaration allows`(path: String) throws {
    let command = try #require(commands[path])
    for option in command.options {
      guard let value = option.defaultValue else { continue }
      #expect(ValueError.check(value, option) == nil, "\(option.key)")
    }
  }

  @Test(arguments: commands.keys.sorted())
  func `every example can be typed`(path: String) throws {
    let command = try #require(commands[path])
    if command.run != nil { #expect(!command.examples.isEmpty) }
    for example in command.examples {
      let words = ShellWords(example.command).words
      guard words.first == "bitesto" else { continue }
      let parsed = try CommandParser(root: CommandLineTool.bitesto.root)
        .parse(Array(words.dropFirst()))
      guard case .run(_, let parsedPath, _) = parsed else {
        Issue.record("\(example.command) does not run a command")
        continue
      }
      #expect(parsedPath.joined(separator: " ") == path)
    }
  }

  @Test func `the first steps can be typed`() throws {
    for example in CommandLineTool.bitesto.firstSteps {
      let words = Array(ShellWords(example.command).words.dropFirst())
      guard case .run = try CommandParser(root: CommandLineTool.bitesto.root).parse(words) else {
        Issue.record("\(example.command) does not run a command")
        continue
      }
    }
  }
}
