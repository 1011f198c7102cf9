import Testing

@testable import BitestoCommandLayer

private let output = OptionDescription.value(
  "output", short: "o", "FILE", type: .path, kind: .repeatedValue, help: "")
private let sources = OptionDescription.value(
  "sources", short: "s", "PATH", type: .path, kind: .values, help: "")
private let format = OptionDescription.value(
  "format", short: "f", "FORMAT", type: .choice(["json", "tsv"]), default: "tsv", help: "")
private let level = OptionDescription.value("level", "X", type: .number(-1...1), help: "")
private let quiet = OptionDescription.flag("quiet", short: "q", help: "")
private let lines = OptionDescription.flag("lines", short: "l", help: "")
private let first = ArgumentDescription("FIRST", type: .path, help: "")
private let rest = ArgumentDescription("REST", type: .path, count: .zeroOrMore, help: "")

private let command = CommandDescription(
  name: "work", summary: "", arguments: [first, rest],
  options: [output, sources, format, level, quiet, lines], run: { _ in .done })
private let root = CommandDescription(name: "tool", summary: "", subcommands: [command])

/// Every value the words give, as "name=value" in the order of the declarations.
private func parse(_ line: String) throws -> String {
  let words = line.split(separator: " ").map { $0 == "∅" ? "" : String($0) }
  guard case .run(_, _, let parsed) = try CommandParser(root: root).parse(["work"] + words) else {
    return "help"
  }
  let parameters: [any Parameter] = [first, rest, output, sources, format, level, quiet, lines]
  return parameters.compactMap { parameter in
    guard parsed.isGiven(parameter) else { return nil }
    let values = parsed.texts(parameter)
    return parameter.key + (values == [""] ? "" : "=" + values.joined(separator: ","))
  }.joined(separator: " ")
}

private func message(_ line: String) -> String? {
  do {
    _ = try parse(line)
    return nil
  } catch {
    return (error as? CommandError)?.message
  }
}

@Suite struct CommandParserTests {
  @Test(arguments: [
    // Values: apart, after an equals sign, attached.
    ("a --output x", "FIRST=a --output=x"),
    ("a --output=x", "FIRST=a --output=x"),
    ("a --output=x=y", "FIRST=a --output=x=y"),
    ("a -o x", "FIRST=a --output=x"),
    ("a -ox", "FIRST=a --output=x"),
    ("a -o=x", "FIRST=a --output=x"),
    ("a --output=-x", "FIRST=a --output=-x"),
    ("a --output=--", "FIRST=a --output=--"),
    // Flags together, the last with a value.
    ("a -ql", "FIRST=a --quiet --lines"),
    ("a -qlox", "FIRST=a --output=x --quiet --lines"),
    // Options anywhere, repeated; a single value counts last.
    ("-q a -o x b -o y c", "FIRST=a REST=b,c --output=x,y --quiet"),
    ("a -f json -f tsv", "FIRST=a --format=json,tsv"),
    // Standard input, and the end of the options.
    ("-", "FIRST=-"),
    ("a -o -", "FIRST=a --output=-"),
    ("-- -q --lines", "FIRST=-q REST=--lines"),
    ("a -- -- b", "FIRST=a REST=--,b"),
    // A list takes what follows, but leaves an argument that would be missing.
    ("a --sources b c -q d", "FIRST=a REST=d --sources=b,c --quiet"),
    ("--sources b c a", "FIRST=a --sources=b,c"),
    ("--sources b -- a c", "FIRST=a REST=c --sources=b"),
    ("--sources=b a c", "FIRST=a REST=c --sources=b"),
    ("-sb -sc a", "FIRST=a --sources=b,c"),
    ("a -s b -s c d", "FIRST=a --sources=b,c,d"),
    // Numbers below zero.
    ("a --level -0.5", "FIRST=a --level=-0.5"),
    ("a --level=-1", "FIRST=a --level=-1"),
    // Help wins over what comes after it and over what is missing.
    ("--help --bogus", "help"),
    ("-qh", "help"),
    ("--output=x -h a", "help"),
    ("a -- --help", "FIRST=a REST=--help"),
  ])
  func `words are read`(line: String, values: String) throws {
    #expect(try parse(line) == values)
  }

  @Test(arguments: [
    ("", "missing argument FIRST"),
    ("--sources a", "missing argument FIRST"),
    ("a --souces b", "unknown option '--souces'; did you mean '--sources'?"),
    ("a --souces=b", "unknown option '--souces'; did you mean '--sources'?"),
    ("a --zzz", "unknown option '--zzz'"),
    ("a -format", "unknown option '-format'; did you mean '--format'?"),
    ("a -qz", "unknown option '-z'"),
    ("a -z", "unknown option '-z'"),
    ("a --output", "missing value: '--output' needs a FILE"),
    ("a -o --quiet", "missing value: '-o' needs a FILE"),
    ("a -o --", "missing value: '-o' needs a FILE"),
    ("a --sources -q", "missing value: '--sources' needs a PATH"),
    ("a --output=", "invalid value '' for '--output': expected a path"),
    ("a --quiet=yes", "option '--quiet' takes no value"),
    ("a -q=yes", "option '-q' takes no value"),
    ("a --format xml", "invalid value 'xml' for '--format'"),
    ("a --format JSON", "invalid value 'JSON' for '--format'; did you mean 'json'?"),
    ("a --level 2", "invalid value '2' for '--level': expected a number from -1 to 1"),
    ("a --level nan", "invalid value 'nan' for '--level': expected a number from -1 to 1"),
    ("a --level 0x1", "invalid value '0x1' for '--level': expected a number from -1 to 1"),
    ("∅", "invalid value '' for 'FIRST': expected a path"),
  ])
  func `mistakes are named`(line: String, expected: String) {
    #expect(message(line) == expected)
  }

  @Test func `an error says where the help is`() {
    #expect(throws: CommandError("missing argument FIRST", notes: ["see 'tool help work'"])) {
      try CommandParser(root: root).parse(["work"])
    }
  }

  @Test func `getters give the last value, the default, or nothing`() throws {
    let words = ["work", "a", "--level", "0.1", "--level", "0.25"]
    guard case .run(_, _, let parsed) = try CommandParser(root: root).parse(words) else {
      Issue.record("not a command to run")
      return
    }
    #expect(try parsed.number(level) == 0.25)
    #expect(parsed.text(format) == "tsv")
    #expect(parsed.text(output) == nil)
    #expect(parsed.texts(output).isEmpty)
    #expect(!parsed.isGiven(format))
    #expect(try parsed.required(first) == "a")
    #expect(throws: CommandError("missing value for '--output'")) { try parsed.required(output) }
  }
}
