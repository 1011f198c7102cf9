import BitestoFormats
import BitestoGlossary
import Foundation

/// How fast glossaries are read, edited and exchanged.
struct GlossaryBenchmark {
  private static let runs = 7
  private let path: String
  private let entryCount: Int

  init(arguments: [String]) throws {
    path = arguments.first ?? ""
    let place = arguments.firstIndex(of: "--entries").map { $0 + 1 }
    entryCount = place.flatMap { arguments.indices.contains($0) ? Int(arguments[$0]) : nil } ?? 0
  }

  func run() throws {
    let contents = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let entries = repeated(try GlossaryFile(path: path, bytes: contents).entries)
    let bytes = Array(GlossaryFile(path: path, entries: entries).text().utf8)
    let forms = entries.reduce(0) { $0 + $1.forms.count }
    print(
      "\(entries.count) entries, \(forms) forms, \(bytes.count / 1024) KiB; "
        + "processor time, the best of \(Self.runs)"
    )
    try measure("read") { _ = try GlossaryFile(path: path, bytes: bytes) }
    let file = try GlossaryFile(path: path, bytes: bytes)
    try measure("look up ids") { _ = try Glossary(files: [file]) }
    measure("write") { _ = file.text() }
    try measure("add one form") {
      var editor = try GlossaryEditor(path: path, bytes: bytes)
      guard var entry = editor.entries.first, let form = entry.forms.first else { return }
      entry.forms.append(
        Form(language: form.language, text: form.text + "x", style: form.style))
      editor.put(entry)
      _ = editor.bytes
    }
    for format in ExchangeFormat.all where format.canBeRead {
      let collected = Bytes()
      try measure("write \(format.name)") {
        collected.bytes = []
        _ = try format.write(entries) { collected.bytes += $0 }
      }
      try measure("read \(format.name), \(collected.bytes.count / 1024) KiB") {
        _ = try format.read(path: path, contents: collected.bytes)
      }
    }
  }

  private final class Bytes {
    var bytes: [UInt8] = []
  }

  /// The entries under other ids, until there are enough.
  private func repeated(_ entries: [Entry]) -> [Entry] {
    guard entryCount > entries.count, !entries.isEmpty else { return entries }
    return (0..<entryCount).map { number in
      var entry = entries[number % entries.count]
      entry.id += "-\(number)"
      entry.relations = []
      for index in entry.forms.indices { entry.forms[index].text += " \(number)" }
      return entry
    }
  }

  private func measure(_ what: String, _ body: () throws -> Void) rethrows {
    var best = Double.infinity
    for _ in 0..<Self.runs {
      // Of the processor, so that other programs don't count.
      let start = clock()
      try body()
      best = min(best, Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC))
    }
    print(String(format: "%8.1f ms  ", best) + what)
  }
}
