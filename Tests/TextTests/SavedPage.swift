import BitestoText
import Foundation
import Testing

/// An HTML page of `Pages` and the text beside it that should be taken out of it: a paragraph a line,
/// those that are boilerplate after "~ ".
struct SavedPage: CustomTestStringConvertible {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Pages")

  let name: String
  let html: [UInt8]
  let expected: [String]

  var testDescription: String { name }

  /// The pages of a folder by name.
  static func all(in folder: URL) -> [SavedPage] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      let text = folder.appendingPathComponent(name)
      let page = text.deletingPathExtension().appendingPathExtension("html")
      guard let expected = try? String(contentsOf: text, encoding: .utf8),
        let html = try? Data(contentsOf: page)
      else { return nil }
      return SavedPage(
        name: page.lastPathComponent, html: Array(html),
        expected: expected.split(separator: "\n").map(String.init))
    }
  }

  func document() throws -> Document { try Document(path: name, html: html) }

  /// The paragraphs in the form of ``expected``.
  func paragraphs() throws -> [String] {
    let document = try document()
    return zip(document.paragraphs, document.roles).map { range, role in
      (role == .boilerplate ? "~ " : "") + document.text(range)
    }
  }

  /// The words of the story that were found, those that were expected, and those of both.
  func words() throws -> (found: Int, expected: Int, common: Int) {
    func words(_ paragraphs: [String]) -> [Substring: Int] {
      paragraphs.filter { !$0.hasPrefix("~ ") }.flatMap { $0.split(separator: " ") }
        .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let (found, expected) = (words(try paragraphs()), words(expected))
    let common = found.reduce(0) { $0 + min($1.value, expected[$1.key] ?? 0) }
    return (found.values.reduce(0, +), expected.values.reduce(0, +), common)
  }
}
