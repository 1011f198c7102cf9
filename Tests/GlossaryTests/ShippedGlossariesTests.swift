import BitestoGlossary
import BitestoText
import Foundation
import Testing

/// The glossaries of the repository, found from this file's own place.
enum Shipped {
  static let names = ["people", "places", "organizations", "terms"]

  static func text(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Glossaries/\(name).tsv"), encoding: .utf8)
  }

  static func file(_ name: String) throws -> GlossaryFile {
    try GlossaryFile(path: "Glossaries/\(name).tsv", bytes: Array(text(name).utf8))
  }

  static func glossary() throws -> Glossary { try loaded.get() }

  static func index() throws -> NameIndex { try indexed.get() }

  private static let loaded = Result { try Glossary(files: names.map(file)) }
  private static let indexed = Result { NameIndex(try loaded.get()) }
}

@Suite struct `The shipped glossaries` {
  @Test func `load together without an error`() throws {
    #expect(try Shipped.glossary().entries.count > 300)
  }

  @Test(arguments: Shipped.names)
  func `are in stable order`(name: String) throws {
    let written = try Shipped.file(name).text().split(separator: "\n")
    let shipped = try Shipped.text(name).split(separator: "\n")
    let firstDifference = zip(written, shipped).first { $0 != $1 }
    #expect(firstDifference == nil, "write this line first, then the other")
    #expect(written.count == shipped.count)
  }

  @Test func `name every entry in Italian and English`() throws {
    for entry in try Shipped.glossary().entries {
      for language in [Language.italian, .english] {
        #expect(
          entry.preferredForm(in: language, style: .press) != nil, "\(entry.id) in \(language)")
      }
    }
  }

  @Test func `say the source of every form`() throws {
    for entry in try Shipped.glossary().entries {
      for form in entry.forms { #expect(!form.source.isEmpty, "\(entry.id): \(form.text)") }
    }
  }

  @Test(arguments: [
    ("lukashenko", "Aljaksandr Lukašėnka"), ("shoigu", "Sergej Šojgu"),
    ("zelensky", "Volodymyr Zelens'kyj"), ("prigozhin", "Evgenij Prigožin"),
    ("tsikhanouskaya", "Svjatlana Cichanoŭskaja"), ("kyiv", "Kyjiv"),
  ])
  func `have exact scientific forms`(id: String, expected: String) throws {
    let entry = try #require(try Shipped.glossary()[id])
    #expect(entry.preferredForm(in: .italian, style: .scientific)?.text == expected)
  }
}
