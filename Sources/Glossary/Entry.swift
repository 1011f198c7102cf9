import BitestoText

/// One person, place, organization or term, with every way it is written.
public struct Entry: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case person
    case place
    case organization
    /// A common noun, an adjective or a set phrase. Adjectives of a name ("bielorusso") are terms
    /// of their own, never forms of the name.
    case term
  }

  /// A person's gender; for a place, an organization or a term the gender of its Italian name.
  public enum Gender: String, CaseIterable, Sendable {
    case feminine
    case masculine
  }

  /// Whether a person may be named by the surname alone, and where it stands in the full name.
  public enum Surname: String, CaseIterable, Sendable {
    /// The surname alone does not name this person (a lesser-known relative of a well-known one).
    case never
    /// The surname is the last word, with the lower-case particles before it ("von der Leyen").
    case last
    /// The surname comes first ("Xi Jinping").
    case first
  }

  /// A link from this entry to another one. Renames and exonyms are listed, never inferred.
  public struct Relation: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      /// This term is the adjective of a place ("bielorusso" of Belarus).
      case adjectiveOf = "adjective-of"
      /// This name is a foreign name of the other entry, listed apart.
      case exonymOf = "exonym-of"
      /// The two look alike and must never be merged.
      case notSameAs = "not-same-as"
      /// This place or organization belongs to the other.
      case partOf = "part-of"
      case relativeOf = "relative-of"
      /// This entry bore the other's name before.
      case renamedFrom = "renamed-from"
    }

    public var kind: Kind
    /// The ``Entry/id`` of the other entry.
    public var target: String

    public init(_ kind: Kind, _ target: String) {
      self.kind = kind
      self.target = target
    }
  }

  /// Lower-case ASCII letters, digits and hyphens; unique in a ``Glossary``.
  public var id: String
  public var kind: Kind
  public var gender: Gender?
  public var surname: Surname
  public var forms: [Form]
  public var relations: [Relation]
  /// The comment lines before the entry, each with its `#`; an empty string is an empty line.
  public var comments: [String]

  public init(
    id: String, kind: Kind, gender: Gender? = nil, surname: Surname = .never, forms: [Form] = [],
    relations: [Relation] = [], comments: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.gender = gender
    self.surname = surname
    self.forms = forms
    self.relations = relations
    self.comments = comments
  }

  /// The form to write in `language` and `style`: the preferred one of that style, or else the
  /// preferred one that is for every style.
  public func preferredForm(in language: Language, style: Style = .any) -> Form? {
    let preferred = forms.filter { $0.language == language && $0.status == .preferred }
    return preferred.first { $0.style == style } ?? preferred.first { $0.style == .any }
  }

  /// The part of `form` that names this person by itself; nil when the surname may not stand alone
  /// or the form is a single word.
  public func surname(of form: Form) -> String? {
    var text = form.text
    return text.withUTF8 { bytes in
      SurnameRange.of(bytes, self).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }
}
