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
    #expect(try Shipped.glossary().entries.count >= 1600)
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

  @Test func `tell relatives and namesakes apart from both sides`() throws {
    let glossary = try Shipped.glossary()
    for entry in glossary.entries {
      for relation in entry.relations where [.notSameAs, .relativeOf].contains(relation.kind) {
        let back = glossary[relation.target]?.relations.contains {
          $0.kind == relation.kind && $0.target == entry.id
        }
        #expect(back == true, "\(relation.target) does not name \(entry.id)")
      }
    }
  }

  /// Folding drops marks and apostrophes, so Luc'k, Čita and PACE must not be listed.
  @Test(arguments: ["Luck was on their side.", "Cita il ministro.", "La pace è lontana."])
  func `find no name in common words`(sentence: String) throws {
    #expect(try Shipped.index().mentions(in: Array(sentence.utf8)).isEmpty)
  }

  @Test(arguments: [
    ("lukashenko", "Aljaksandr Lukašėnka"), ("shoigu", "Sergej Šojgu"),
    ("zelensky", "Volodymyr Zelens'kyj"), ("prigozhin", "Evgenij Prigožin"),
    ("tsikhanouskaya", "Svjatlana Cichanoŭskaja"), ("kyiv", "Kyjiv"),
    ("chasiv-yar", "Časiv Jar"), ("khmelnytskyi", "Chmel'nyc'kyj"),
    ("sabalenka", "Aryna Sabalenka"),
    ("yevpatoria", "Jevpatorija"), ("oryol", "Orël"), ("gomel-region", "regione di Homel'"),
  ])
  func `have exact scientific forms`(id: String, expected: String) throws {
    let entry = try #require(try Shipped.glossary()[id])
    #expect(entry.preferredForm(in: .italian, style: .scientific)?.text == expected)
  }
}
