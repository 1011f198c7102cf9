import BitestoGlossary
import BitestoText
import Foundation

/// Times the finding of names in a large text (in seconds of one processor), beside programs that read or search it too.
struct NamesBenchmark {
  private var files: [String] = []
  private var entries = 10_000
  private var megabytes = 50

  init(arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--entries": entries = rest.popFirst().flatMap { Int($0) } ?? entries
      case "--megabytes": megabytes = rest.popFirst().flatMap { Int($0) } ?? megabytes
      default: files.append(argument)
      }
    }
  }

  func run() throws {
    var sample: [UInt8] = []
    for file in files {
      sample += [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) + [0x0A]
    }
    guard !sample.isEmpty else { return }
    var text: [UInt8] = []
    while text.count < megabytes * 1_000_000 { text += sample }

    let glossary = try Glossary(
      files: Glossary.builtInFiles() + [InventedNames(count: entries).file(besides: .builtIn())])
    let forms = glossary.entries.reduce(0) { $0 + $1.forms.count }
    print("\(glossary.entries.count) entries, \(forms) forms; \(text.count / 1_000_000) MB of text")

    let (first, _) = Self.timed { NameIndex(glossary) }
    let (building, index) = Self.best(of: 5) { NameIndex(glossary) }
    print(String(format: "index       %6.0f ms, %.0f the first time", building * 1e3, first * 1e3))
    let (finding, mentions) = Self.best(of: 3) { index.mentions(in: text) }
    report("bitesto", finding, text.count, to: finding)
    print("            \(mentions.count) mentions of \(Set(mentions.map(\.entry)).count) entries")
    let (lines, _) = Self.best(of: 3) { Self.lines(text) }
    report("memchr", lines, text.count, to: finding)

    let folder = FileManager.default.temporaryDirectory
      .appending(path: "bitesto-names-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "text.txt")
    try Data(text).write(to: copy)
    let list = folder.appending(path: "forms.txt")
    let lists = Set(glossary.entries.flatMap(\.forms).map(\.text)).sorted()
    try Data(lists.joined(separator: "\n").utf8).write(to: list)
    for peer in [["wc", "-w", copy.path], ["grep", "-o", "-w", "-F", "-f", list.path, copy.path]] {
      let (time, status) = try Self.best(of: 3) {
        try Self.run(peer, output: folder.appending(path: "output.txt"))
      }
      guard status == 0 else { continue }
      report(peer[0] == "wc" ? "wc -w" : "grep -owFf", time, text.count, to: finding)
    }
    print("peak memory \(peakMemory() / 1_000_000) MB")
  }

  private func report(_ name: String, _ seconds: Double, _ bytes: Int, to finding: Double) {
    let label = name.padding(toLength: 12, withPad: " ", startingAt: 0)
    print(
      label
        + String(
          format: "%6.0f ms  %6.0f MB/s  %.2f of bitesto's time", seconds * 1e3,
          Double(bytes) / 1e6 / seconds, seconds / finding))
  }

  private static func best<Result>(
    of count: Int, _ body: () throws -> Result
  ) rethrows -> (Double, Result) {
    var (best, result) = try timed(body)
    for _ in 1..<count {
      let (seconds, next) = try timed(body)
      best = min(best, seconds)
      result = next
    }
    return (best, result)
  }

  private static func timed<Result>(_ body: () throws -> Result) rethrows -> (Double, Result) {
    let start = processorTime() + childrenTime()
    let result = try body()
    return (processorTime() + childrenTime() - start, result)
  }

  /// Seconds that the programs this process ran have used.
  private static func childrenTime() -> Double {
    var usage = rusage()
    // RUSAGE_CHILDREN, whose type differs between systems.
    getrusage(-1, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
  }

  private static func lines(_ text: [UInt8]) -> Int {
    text.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var count = 0
      var offset = 0
      while let found = memchr(base + offset, 0x0A, bytes.count - offset) {
        count += 1
        offset = UnsafeRawPointer(found) - base + 1
      }
      return count
    }
  }

  /// Runs a program; its output goes to a file, since grep stops early when nobody reads it.
  private static func run(_ command: [String], output: URL) throws -> Int32 {
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// Persons and places with names that nobody bears, always the same ones.
private struct InventedNames {
  let count: Int
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(count: Int) {
    self.count = count
  }

  /// As many entries as are missing from `known`.
  func file(besides known: Glossary) -> GlossaryFile {
    var names = self
    let entries = (0..<max(0, count - known.entries.count)).map { names.entry($0) }
    return GlossaryFile(path: "invented", entries: entries)
  }

  private mutating func entry(_ number: Int) -> Entry {
    let stem = (0..<2 + next(2)).map { _ in pick(Self.syllables) }
    let isPlace = number % 4 == 0
    let (latin, cyrillic) = pick(isPlace ? Self.places : Self.surnames)
    let name = (
      latin: stem.map(\.0).joined().capitalized + latin,
      cyrillic: stem.map(\.1).joined().capitalized + cyrillic
    )
    guard !isPlace else {
      return Entry(id: "invented-\(number)", kind: .place, forms: forms(name.latin, name.cyrillic))
    }
    let given = pick(Self.given)
    return Entry(
      id: "invented-\(number)", kind: .person, gender: .masculine, surname: .last,
      forms: forms("\(given.0) \(name.latin)", "\(given.1) \(name.cyrillic)"))
  }

  private func forms(_ latin: String, _ cyrillic: String) -> [Form] {
    [
      Form(language: .italian, text: latin, status: .preferred),
      Form(language: .english, text: latin.replacing("j", with: "y"), status: .preferred),
      Form(language: .english, text: latin.replacing("j", with: "i")),
      Form(language: .russian, text: cyrillic, status: .preferred),
      Form(language: .ukrainian, text: cyrillic.replacing("и", with: "і"), status: .preferred),
    ]
  }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % bound
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[next(elements.count)]
  }

  private static let syllables = [
    ("ba", "ба"), ("vor", "вор"), ("gla", "гла"), ("dej", "дей"), ("zhu", "жу"), ("kol", "кол"),
    ("lu", "лу"), ("mar", "мар"), ("nov", "нов"), ("pe", "пе"), ("ros", "рос"), ("sta", "ста"),
    ("tim", "тим"), ("fe", "фе"), ("cher", "чер"), ("shu", "шу"), ("bel", "бел"), ("gor", "гор"),
    ("kra", "кра"), ("or", "ор"), ("ser", "сер"), ("con", "кон"), ("par", "пар"), ("in", "ин"),
  ]
  private static let surnames = [
    ("enko", "енко"), ("ov", "ов"), ("sky", "ский"), ("in", "ин"), ("ich", "ич"), ("uk", "ук"),
  ]
  private static let places = [("sk", "ск"), ("grad", "град"), ("ivka", "ивка"), ("ino", "ино")]
  private static let given = [
    ("Alexander", "Александр"), ("Viktor", "Виктор"), ("Sergej", "Сергей"), ("Ivan", "Иван"),
    ("Dmitrij", "Дмитрий"), ("Pavel", "Павел"), ("Nikolaj", "Николай"), ("Oleg", "Олег"),
  ]
}
