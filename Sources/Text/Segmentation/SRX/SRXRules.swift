/// Segmentation rules as SRX files hold them: sets of rules, and which languages they are for.
///
/// A plain value: it can be built, changed and written without any pattern being looked at;
/// ``faults()`` and ``SRXSegmenter`` compile the patterns. Source: SRX 2.0 (LISA, 2008).
public struct SRXRules: Hashable, Sendable {
  /// One line of the rule book: whether text breaks between what stands before and after a place.
  public struct Rule: Hashable, Sendable {
    public var breaks: Bool
    /// A regular expression that must match text ending at the place; empty matches anything.
    public var before: String
    /// A regular expression that must match text starting at the place; empty matches anything.
    public var after: String
    /// Where the rule stands in its file, from 1; 0 when it comes from none.
    public var line: Int

    public init(breaks: Bool, before: String, after: String, line: Int = 0) {
      self.breaks = breaks
      self.before = before
      self.after = after
      self.line = line
    }
  }

  /// Rules under a name; the first that matches decides.
  public struct RuleSet: Hashable, Sendable {
    public var name: String
    public var rules: [Rule]
    public var line: Int

    public init(name: String, rules: [Rule], line: Int = 0) {
      self.name = name
      self.rules = rules
      self.line = line
    }
  }

  /// Says that languages whose code `pattern` matches use a set of rules.
  public struct LanguageMap: Hashable, Sendable {
    /// A regular expression that must match a whole language code; case does not matter.
    public var pattern: String
    public var ruleSet: String
    public var line: Int

    public init(pattern: String, ruleSet: String, line: Int = 0) {
      self.pattern = pattern
      self.ruleSet = ruleSet
      self.line = line
    }
  }

  /// Whether codes of a kind at a break belong to the segment before it. Kept, not used: Bitesto
  /// works on plain text.
  public struct FormatHandle: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      case start, end, isolated
    }

    public var kind: Kind
    public var isIncluded: Bool

    public init(kind: Kind, isIncluded: Bool) {
      self.kind = kind
      self.isIncluded = isIncluded
    }
  }

  /// An element that SRX does not have, perhaps misspelled; it was passed over.
  public struct UnknownElement: Hashable, Sendable {
    public var name: String
    public var line: Int

    public init(name: String, line: Int) {
      self.name = name
      self.line = line
    }
  }

  public var unknownElements: [UnknownElement] = []
  /// The file's name in messages.
  public var path: String
  /// As the file says: "1.0", "2.0".
  public var version: String
  /// Kept, not used.
  public var segmentsSubflows: Bool
  /// Whether all maps that match a language count, in their order, or only the first.
  public var cascades: Bool
  public var formatHandles: [FormatHandle]
  public var ruleSets: [RuleSet]
  public var maps: [LanguageMap]

  public init(
    path: String = "", version: String = "2.0", segmentsSubflows: Bool = true,
    cascades: Bool = false, formatHandles: [FormatHandle] = [], ruleSets: [RuleSet] = [],
    maps: [LanguageMap] = []
  ) {
    self.path = path
    self.version = version
    self.segmentsSubflows = segmentsSubflows
    self.cascades = cascades
    self.formatHandles = formatHandles
    self.ruleSets = ruleSets
    self.maps = maps
  }
}
