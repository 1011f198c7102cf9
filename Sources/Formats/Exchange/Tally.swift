/// Things of several kinds, counted: what a format cannot hold, or a glossary.
public struct Tally: Hashable, Sendable, CustomStringConvertible {
  /// The word for one thing of a kind and the word for several.
  public struct Noun: Hashable, Sendable {
    public var one: String
    public var many: String

    public init(_ one: String, _ many: String? = nil) {
      self.one = one
      self.many = many ?? one + "s"
    }
  }

  private var counts: [Noun: Int] = [:]

  public init() {}

  public var isEmpty: Bool { counts.isEmpty }

  public subscript(noun: Noun) -> Int { counts[noun] ?? 0 }

  public mutating func count(_ noun: Noun, _ number: Int = 1) {
    if number > 0 { counts[noun, default: 0] += number }
  }

  public mutating func add(_ other: Tally) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// "12 styles, 3 notes", the most frequent first.
  public var description: String {
    counts.sorted { ($1.value, $0.key.many) < ($0.value, $1.key.many) }
      .map { "\($0.value) \($0.value == 1 ? $0.key.one : $0.key.many)" }
      .joined(separator: ", ")
  }
}

extension Tally.Noun {
  public static let comment = Tally.Noun("comment")
  public static let controlCharacter = Tally.Noun("control character")
  public static let deprecatedForm = Tally.Noun("deprecated form")
  public static let forbiddenForm = Tally.Noun("forbidden form")
  public static let gender = Tally.Noun("gender")
  public static let identifier = Tally.Noun("id")
  public static let kind = Tally.Noun("kind")
  public static let lineEnd = Tally.Noun("line end or tab", "line ends and tabs")
  public static let note = Tally.Noun("note")
  public static let numberSign = Tally.Noun(
    "form that begins with '#'", "forms that begin with '#'")
  public static let otherLanguage = Tally.Noun(
    "form in another language", "forms in other languages")
  public static let otherStyle = Tally.Noun("form of another style", "forms of other styles")
  public static let preferred = Tally.Noun(
    "second preferred form (now accepted)", "second preferred forms (now accepted)")
  public static let region = Tally.Noun("region of a language", "regions of languages")
  public static let relation = Tally.Noun("relation")
  public static let repeated = Tally.Noun("repeated form")
  public static let source = Tally.Noun("source")
  public static let status = Tally.Noun("status", "statuses")
  public static let style = Tally.Noun("style")
  public static let surname = Tally.Noun("surname")
  public static let system = Tally.Noun("romanization system")
  public static let unmatched = Tally.Noun(
    "entry without a form in both languages", "entries without a form in both languages")
}
