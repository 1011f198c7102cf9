import BitestoText
import Foundation
import TestSupport

/// An article with its quotations in a JSON file beside it:
/// `{"doc", "lang", "quotes": [{"kind", "content": [{"start", "end"}], "speaker", "outlets"}]}`, in
/// code points.
struct AnnotatedArticle {
  private struct File: Decodable {
    var doc: String
    var lang: String
    var quotes: [Quote]
  }

  private struct Quote: Decodable {
    var kind: String
    var content: [Span]
    /// What of a mixed quotation stands between marks.
    var quotedParts: [Span]?
    var speaker: Name?
    var outlets: [Name]
    var addressee: String?
  }

  private struct Span: Decodable {
    var start: Int
    var end: Int
  }

  private struct Name: Decodable {
    var canonical: String
    var role: String?
  }

  let name: String
  let document: Document
  /// The stretches of text that the quotations consist of.
  private(set) var pieces: [KnownQuotation] = []
  /// The indices of each quotation's pieces.
  private(set) var quotes: [[Int]] = []

  init(contentsOf url: URL) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = try decoder.decode(File.self, from: Data(contentsOf: url))
    name = file.doc
    let text = url.deletingLastPathComponent().appendingPathComponent(file.doc)
    document = try Document(
      path: file.doc, contents: [UInt8](try Data(contentsOf: text)),
      language: Language(rawValue: file.lang))
    let characters = Array(document.text(0..<document.bytes.count).unicodeScalars)
    let byte = { (offset: Int) in characters[..<offset].reduce(0) { $0 + UTF8.width($1) } }
    for quote in file.quotes {
      guard let kind = Quotation.Kind(rawValue: quote.kind) else {
        throw KnownQuotation.UnreadableLabel(label: quote.kind)
      }
      let spans = quote.quotedParts ?? quote.content
      quotes.append(Array(pieces.count..<pieces.count + spans.count))
      pieces += spans.enumerated().map { index, span in
        KnownQuotation(
          kind: kind,
          range: byte(span.start)..<byte(span.end),
          speaker: quote.speaker?.canonical, addressee: quote.addressee,
          outlets: quote.outlets.map {
            Quotation.Outlet(name: $0.canonical, role: Self.role($0.role))
          }, continues: index > 0)
      }
    }
  }

  private static func role(_ role: String?) -> Quotation.OutletRole {
    switch role?.split(separator: "_").first {
    case "translated": .translated
    case "published": .published
    case "analyzed": .analyzed
    case "speaker": .speaker
    default: .reported
    }
  }
}
