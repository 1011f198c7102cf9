extension NameIndex {
  /// A place in a text where an entry is named.
  public struct Mention: Hashable, Sendable {
    /// How the words of a text name an entry.
    public struct Traits: OptionSet, Hashable, Sendable {
      public let rawValue: UInt8

      public init(rawValue: UInt8) {
        self.rawValue = rawValue
      }

      /// By the surname alone.
      public static let surname = Traits(rawValue: 1)
      /// By a form that was generated, not listed.
      public static let generated = Traits(rawValue: 2)
      /// With other diacritics or apostrophes than the form has; mostly they were lost.
      public static let marks = Traits(rawValue: 4)
      /// By a case of a Cyrillic form.
      public static let inflected = Traits(rawValue: 8)
      /// With Latin letters in a Cyrillic word or the other way round.
      public static let mixedScript = Traits(rawValue: 16)

      /// The names of those that are set, as JSON has them.
      public var names: [String] {
        Self.all.filter { contains($0.trait) }.map(\.name)
      }

      /// The words are spelled more like the form.
      func isNearer(than other: Traits) -> Bool {
        let differences: Traits = [.marks, .inflected]
        return intersection(differences).rawValue.nonzeroBitCount
          < other.intersection(differences).rawValue.nonzeroBitCount
      }

      private static let all: [(trait: Traits, name: String)] = [
        (.surname, "surname"), (.generated, "generated"), (.marks, "marks"),
        (.inflected, "inflected"), (.mixedScript, "mixed-script"),
      ]
    }

    /// An index into ``Glossary/entries``.
    public var entry: Int
    /// Other entries with the same name, when nothing else in the text decides between them.
    public var others: [Int]
    /// UTF-8 bytes in the text, at the borders of code points; elided articles and possessives are
    /// not part of it.
    public var range: Range<Int>
    /// The form that matched, with its own letters; the whole form when the surname alone did.
    public var form: String
    public var traits: Traits

    public init(
      entry: Int, others: [Int] = [], range: Range<Int>, form: String, traits: Traits = []
    ) {
      self.entry = entry
      self.others = others
      self.range = range
      self.form = form
      self.traits = traits
    }
  }
}
