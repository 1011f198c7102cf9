import BitestoText
import Foundation

/// A passage with its quotations marked in place, from a file `name.language.txt`.
public struct MarkedPassage: Sendable {
  public var name: String
  public var document: Document
  public var quotations: [KnownQuotation]

  public init(contentsOf url: URL) throws {
    name = url.lastPathComponent
    let language = Language(rawValue: url.deletingPathExtension().pathExtension)
    let marked = MarkedText(try String(contentsOf: url, encoding: .utf8))
    document = try marked.document(language)
    quotations = try marked.spans.map(KnownQuotation.init)
  }

  /// The passages of a folder, sorted by name.
  public static func all(in folder: URL) throws -> [MarkedPassage] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { try MarkedPassage(contentsOf: folder.appendingPathComponent($0)) }
  }
}
