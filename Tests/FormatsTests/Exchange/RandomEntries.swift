import BitestoGlossary
import BitestoText
import TestSupport

/// Entries of any text, the same for the same seed.
struct RandomEntries {
  private var random: SplitMix
  private static let languages = ["it", "en", "be", "ru", "uk", "mul"].map(Language.init(rawValue:))
  private static let styles = [Style.any, .press, .scientific, Style(rawValue: "my-house")]

  /// Text that formats trip over.
  private static let pieces = [
    "a", "Z", "è", "Лу", "&", "<", ">", "]]>", "\"", "'", "\\", "\\n", ";", ",", "|", "=", "#", "%",
    "&amp;", "<!--", "-->", "<![CDATA[", "bitesto:", "bitesto:note=x", "\u{301}", "e\u{301}\u{302}",
    "שלום", "العربية", "\u{202E}", "👩‍👩‍👧", "🇺🇦", "𝔘", "\u{FFFD}", "\u{200D}", "\u{A0}", "漢字", "٣",
  ]
  private static let spaces = ["\n", "\r\n", "\r", "\t", "  ", " ", "\u{2028}", "\u{85}"]

  init(seed: UInt64) {
    random = SplitMix(state: seed)
  }

  mutating func entries(_ count: Int) -> [BitestoGlossary.Entry] {
    let ids = (0..<count).map { number in
      ["", "-", "x--", "0", "a-"].randomElement(using: &random).map { $0 + "e\(number)" }
        ?? "e\(number)"
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ids.map { entry($0, ids: ids) }
  }

  private mutating func entry(_ id: String, ids: [String]) -> BitestoGlossary.Entry {
    let kind = BitestoGlossary.Entry.Kind.allCases.randomElement(using: &random) ?? .term
    var entry = BitestoGlossary.Entry(
      id: id, kind: kind, gender: flip() ? .feminine : nil,
      surname: kind == .person && flip() ? .last : .never)
    if flip() { entry.comments = ["# " + line(), "", "#" + line()] }
    for _ in 0..<Int.random(in: 0..<3, using: &random) {
      let target = flip() ? ids.randomElement(using: &random) ?? "x" : "somewhere-else"
      let kind = BitestoGlossary.Entry.Relation.Kind.allCases.randomElement(using: &random)
      entry.relations.append(.init(kind ?? .partOf, target))
    }
    var slots: Set<[String]> = []
    for number in 0..<Int.random(in: 1..<7, using: &random) {
      var form = Form(
        language: Self.languages.randomElement(using: &random) ?? .italian,
        text: line() + "\(number)", style: Self.styles.randomElement(using: &random) ?? .any,
        status: Form.Status.allCases.randomElement(using: &random) ?? .accepted,
        system: RomanizationSystem.allCases.randomElement(using: &random).flatMap {
          flip() ? $0 : nil
        },
        source: flip() ? text() : "", note: flip() ? text() : "")
      if form.status == .preferred,
        !slots.insert([form.language.rawValue, form.style.rawValue]).inserted
      {
        form.status = .accepted
      }
      if number > 0, flip() { form.comments = ["# " + line()] }
      entry.forms.append(form)
    }
    return entry
  }

  private mutating func flip() -> Bool { Bool.random(using: &random) }

  /// A name: no line ends, single spaces inside.
  private mutating func line() -> String {
    let words = (0..<Int.random(in: 1..<4, using: &random)).map { _ in word() }
    return words.joined(separator: " ")
  }

  private mutating func word() -> String {
    (0..<Int.random(in: 1..<4, using: &random))
      .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// A note: white space of every kind, at its ends, too.
  private mutating func text() -> String {
    (0..<Int.random(in: 1..<5, using: &random)).map { _ in
      word() + (Self.spaces.randomElement(using: &random) ?? "")
    }.joined()
  }
}
