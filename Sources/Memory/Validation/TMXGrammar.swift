/// The elements of TMX 1.4b (tmx14.dtd).
enum TMXElement: String, CaseIterable {
  case tmx, header, body, note, prop, ude, map
  case unit = "tu"
  case variant = "tuv"
  case segment = "seg"
  case bpt, ept, it, ph, hi, ut, sub

  /// By name; looked up for every tag.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// What the DTD says about an element.
struct TMXGrammar {
  /// In groups; those of a later group stand after those of an earlier one.
  var children: [[TMXElement]] = []
  /// Children that must be there.
  var requiredChildren: [TMXElement] = []
  var attributes: [String] = []
  var requiredAttributes: [String] = []

  /// Children of which there is one only.
  static let single: Set<TMXElement> = [.header, .body, .segment]

  private static let codes: [TMXElement] = [.bpt, .ept, .it, .ph, .hi, .ut]

  static let all: [TMXElement: TMXGrammar] = [
    .tmx: TMXGrammar(
      children: [[.header], [.body]], requiredChildren: [.body], attributes: ["version"],
      requiredAttributes: ["version"]),
    .header: TMXGrammar(
      children: [[.note, .prop, .ude]], attributes: TMXAttributes.header,
      requiredAttributes: TMXAttributes.requiredInHeader),
    .ude: TMXGrammar(
      children: [[.map]], requiredChildren: [.map], attributes: TMXAttributes.encoding,
      requiredAttributes: ["name"]),
    .map: TMXGrammar(attributes: TMXAttributes.map, requiredAttributes: ["unicode"]),
    .note: TMXGrammar(attributes: TMXAttributes.property + ["lang"]),
    .prop: TMXGrammar(
      attributes: ["type"] + TMXAttributes.property + ["lang"], requiredAttributes: ["type"]),
    .body: TMXGrammar(children: [[.unit]]),
    .unit: TMXGrammar(children: [[.note, .prop], [.variant]], attributes: TMXAttributes.unit),
    // The reader tells when the language or the segment is missing.
    .variant: TMXGrammar(
      children: [[.note, .prop], [.segment]],
      attributes: ["xml:lang", "lang"] + TMXAttributes.variant),
    .segment: TMXGrammar(children: [codes]),
    .bpt: code(.begin, required: ["i"]),
    .ept: code(.end, required: ["i"]),
    .it: code(.isolated, required: ["pos"]),
    .ph: code(.placeholder),
    .ut: code(.unknown),
    .hi: code(.highlight, children: codes),
    .sub: code(.subflow, children: codes),
  ]

  private static func code(
    _ kind: InlineCode.Kind, children: [TMXElement] = [.sub], required: [String] = []
  ) -> TMXGrammar {
    TMXGrammar(
      children: [children], attributes: TMXAttributes.code(kind), requiredAttributes: required)
  }
}
