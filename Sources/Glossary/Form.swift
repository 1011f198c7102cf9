import BitestoText

/// One way an entry is written in one language.
public struct Form: Hashable, Sendable {
  /// What a writer should do with a form, as TBX's *administrativeStatus* has it.
  public enum Status: String, CaseIterable, Sendable {
    /// The form to write (`preferredTerm-admn-sts`).
    case preferred
    /// Correct, but not the one to choose (`admittedTerm-admn-sts`).
    case accepted
    /// Found in texts, to be replaced by the preferred form (`deprecatedTerm-admn-sts`).
    case deprecated
    /// An error wherever it stands. TBX knows no stronger word than `deprecatedTerm-admn-sts`.
    case forbidden

    /// The value of TBX's `administrativeStatus`.
    public var tbxValue: String {
      switch self {
      case .preferred: "preferredTerm-admn-sts"
      case .accepted: "admittedTerm-admn-sts"
      case .deprecated, .forbidden: "deprecatedTerm-admn-sts"
      }
    }

    /// The status that a TBX value stands for; superseded terms are deprecated ones.
    public init?(tbxValue: String) {
      switch tbxValue {
      case "preferredTerm-admn-sts": self = .preferred
      case "admittedTerm-admn-sts": self = .accepted
      case "deprecatedTerm-admn-sts", "supersededTerm-admn-sts": self = .deprecated
      default: return nil
      }
    }
  }

  public var language: Language
  public var text: String
  public var style: Style
  public var status: Status
  /// The system that gave a Latin form from a Cyrillic one, when one did.
  public var system: RomanizationSystem?
  /// Where the fact comes from ("CLDR", "Treccani"); "own" is the curators' knowledge.
  public var source: String
  public var note: String
  /// The comment lines between the form before it and this one; see ``Entry/comments``.
  public var comments: [String]

  public init(
    language: Language, text: String, style: Style = .any, status: Status = .accepted,
    system: RomanizationSystem? = nil, source: String = "", note: String = "",
    comments: [String] = []
  ) {
    self.language = language
    self.text = text
    self.style = style
    self.status = status
    self.system = system
    self.source = source
    self.note = note
    self.comments = comments
  }
}

/// A house style: each may prefer another form of the same name. Houses may add their own.
public struct Style: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue.lowercased()
  }

  /// Good for every style; an empty cell in a glossary file.
  public static let any = Style(rawValue: "")
  /// The form of newspapers and agencies: *Lukashenko*.
  public static let press = Style(rawValue: "press")
  /// The transliteration of scholars and of it.wikipedia: *Lukašėnka*.
  public static let scientific = Style(rawValue: "scientific")
  /// The form in acts of the European Union.
  public static let eu = Style(rawValue: "eu")
  /// The form the state or the institution itself uses.
  public static let official = Style(rawValue: "official")
}
