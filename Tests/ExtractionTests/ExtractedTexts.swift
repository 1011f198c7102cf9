import BitestoAlignment
import BitestoEmbedding
import BitestoExtraction
import BitestoGlossary
import BitestoText

/// Texts of a test, written in place.
struct ExtractedTexts {
  var sides: [Bitext.Side]
  var links: [PassageLink] = []
  var glossary = Glossary.empty

  init(_ texts: [(language: Language, text: String)]) throws {
    sides = try texts.enumerated().map { number, text in
      let document = try Document(
        path: "\(number).txt", contents: Array(text.text.utf8), language: text.language)
      return Report(document: document).side
    }
  }

  static func italian(_ text: String) throws -> ExtractedTexts { try Self([(.italian, text)]) }

  static func english(_ text: String) throws -> ExtractedTexts { try Self([(.english, text)]) }

  /// Links the lines of two texts, one to one.
  func withLinkedLines() -> ExtractedTexts {
    var texts = self
    texts.links = zip(sides[0].document.paragraphs, sides[1].document.paragraphs).map {
      PassageLink(
        source: PassageLink.End(text: 0, range: $0), target: PassageLink.End(text: 1, range: $1))
    }
    return texts
  }

  func proposals(
    _ options: GlossaryExtractor.Options = GlossaryExtractor.Options()
  ) throws -> [Proposal] {
    try GlossaryExtractor(encoder: .builtIn(), glossary: glossary)
      .proposals(from: sides, links: links, options: options)
  }

  /// A line for each proposal: kind, forms with their languages, most frequent first.
  func summary(
    _ options: GlossaryExtractor.Options = GlossaryExtractor.Options()
  ) throws -> [String] {
    try proposals(options).map { proposal in
      let forms = proposal.entry.forms.map { "\($0.language):\($0.text)" }
      return "\(proposal.entry.kind) \(forms.joined(separator: ", "))"
    }
  }
}
