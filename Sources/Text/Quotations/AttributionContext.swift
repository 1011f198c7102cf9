/// A document's words, names and the tables that judge them. A class, as every question about a
/// quotation is handed it, and nothing in it changes.
final class AttributionContext {
  let document: Document
  let lexicon: AttributionLexicon
  let outlets: OutletNames
  let words: HostWords
  let names: NameIndex

  /// Nil for a language without tables. Linear in the document's length.
  init?(document: Document, language: Language, outlets: OutletNames) {
    guard let lexicon = AttributionLexicon.table(for: language)?.knowing(outlets) else {
      return nil
    }
    self.document = document
    self.lexicon = lexicon
    self.outlets = outlets
    words = HostWords(document: document, lexicon: lexicon)
    names = NameIndex(document, words, outlets: outlets)
  }
}
