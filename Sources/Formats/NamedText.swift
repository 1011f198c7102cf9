import BitestoGlossary
import BitestoText

/// A text with the names that were found in it.
public struct NamedText: Sendable {
  /// A place in the text where an entry is named.
  public struct Name: Sendable {
    public var mention: NameIndex.Mention
    public var entry: BitestoGlossary.Entry
    /// Other entries with the same name, when nothing in the text decides between them.
    public var others: [BitestoGlossary.Entry]
    /// What to write, in the language of the text if the entry has it, else in Italian or English.
    public var preferred: String

    public init(
      _ mention: NameIndex.Mention, in glossary: Glossary, language: Language, style: Style
    ) {
      self.mention = mention
      entry = glossary.entries[mention.entry]
      others = mention.others.map { glossary.entries[$0] }
      let languages = [language, .italian, .english]
      let form = languages.lazy.compactMap { [entry] in
        entry.preferredForm(in: $0, style: style)
      }.first
      preferred = form?.text ?? entry.forms.first?.text ?? entry.id
    }
  }

  public var document: Document
  /// In the order of the text.
  public var names: [Name]

  public init(document: Document, names: [Name]) {
    self.document = document
    self.names = names
  }
}
