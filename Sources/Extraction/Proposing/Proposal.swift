import BitestoGlossary
import BitestoText

/// An entry that texts suggest, with what they say.
public struct Proposal: Sendable {
  /// A place in a text where it is named, with the words around.
  public struct Context: Hashable, Sendable {
    public var path: String
    /// From 1; nil when the text names it nowhere, but is published by it.
    public var line: Int?
    /// The words, on one line, "…" where they are cut; empty without a line.
    public var text: String

    public init(path: String, line: Int?, text: String) {
      self.path = path
      self.line = line
      self.text = text
    }
  }

  /// Every form is accepted; the note of one says for which style it is proposed as preferred.
  public var entry: Entry
  /// How often the texts name it.
  public var frequency: Int
  public var contexts: [Context]
  /// Whether a glossary has an entry of this id already.
  public var isKnown: Bool

  public init(entry: Entry, frequency: Int, contexts: [Context], isKnown: Bool) {
    self.entry = entry
    self.frequency = frequency
    self.contexts = contexts
    self.isKnown = isKnown
  }

  /// The entry with comments that say how often and where it is named.
  public var commentedEntry: Entry {
    var entry = entry
    let known = isKnown ? "; known" : ""
    entry.comments.append("# \(frequency) \(frequency == 1 ? "mention" : "mentions")\(known)")
    for context in contexts {
      let place = context.line.map { "\(context.path):\($0)" } ?? context.path
      entry.comments.append(context.text.isEmpty ? "# \(place)" : "# \(place): \(context.text)")
    }
    return entry
  }
}

extension GlossaryFile {
  /// A glossary file of proposals, to be edited and added to a glossary.
  public init(path: String, proposals: [Proposal]) {
    self.init(
      path: path, entries: proposals.map(\.commentedEntry),
      header: [
        "# Proposed by `bitesto glossary extract`. A form noted as proposed is to become preferred;",
        "# delete what is no entry and correct what is guessed: kinds, genders, spellings.",
      ])
  }
}
