/// The elements of TMX 1.4b (tmx14.dtd).
enum TMXElement: Int, CaseIterable {
  case tmx, header, body, note, prop, ude, map, unit, variant, segment, bpt, ept, it, ph, hi, ut,
    sub

  var name: String {
    switch self {
    case .unit: "tu"
    case .variant: "tuv"
    case .segment: "seg"
    default: "\(self)"
    }
  }

  /// By name; looked up for every tag.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// Some elements of TMX.
struct TMXElements: Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init(arrayLiteral elements: TMXElement...) {
    for element in elements { insert(element) }
  }

  func contains(_ element: TMXElement) -> Bool {
    bits >> UInt32(element.rawValue) & 1 == 1
  }

  /// Whether the element is new.
  @discardableResult
  mutating func insert(_ element: TMXElement) -> Bool {
    let isNew = !contains(element)
    bits |= 1 << UInt32(element.rawValue)
    return isNew
  }
}

/// What the DTD says about an element.
struct TMXGrammar {
  /// In groups; those of a later group stand after those of an earlier one.
  var children: [TMXElements] = []
  /// Children that must be there.
  var requiredChildren: [TMXElement] = []
  var attributes: [String] = []
  var requiredAttributes: [String] = []

  /// Children of which there is one only.
  static let single: TMXElements = [.header, .body, .segment]

  private static let codes: TMXElements = [.bpt, .ept, .it, .ph, .hi, .ut]

  /// That of an element. Constant.
  static func of(_ element: TMXElement) -> TMXGrammar {
    inOrder[element.rawValue]
  }

  private static let inOrder = TMXElement.allCases.map { all[$0] ?? TMXGrammar() }
  private static let all: [TMXElement: TMXGrammar] = [
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
    _ kind: InlineCode.Kind, children: TMXElements = [.sub], required: [String] = []
  ) -> TMXGrammar {
    TMXGrammar(
      children: [children], attributes: TMXAttributes.code(kind), requiredAttributes: required)
  }
}
