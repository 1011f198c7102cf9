/// How the versions of TBX differ: names, and which facts have an element of their own.
struct TBXDialect: Sendable {
  /// How a data category is written.
  enum Style: Sendable {
    /// `<termNote type="administrativeStatus">`.
    case attribute
    /// `<min:administrativeStatus>`.
    case element
    /// Not at all: only notes.
    case none
  }

  let start: String
  let header: String
  let entry: String
  let language: String
  let term: String
  let end: String
  let style: Style

  private static let namespace = "xmlns=\"urn:iso:std:iso:30042:ed-2\""

  private static func version3(type: String, style: Style, _ attributes: String) -> TBXDialect {
    TBXDialect(
      start: "<tbx type=\"\(type)\" \(attributes) xml:lang=\"en\" \(namespace)",
      header: "tbxHeader",
      entry: "conceptEntry", language: "langSec", term: "termSec", end: "tbx", style: style)
  }

  /// ISO 30042:2019, dialect TBX-Basic, data categories as attributes.
  static let basicDCA = version3(type: "TBX-Basic", style: .attribute, "style=\"dca\"")

  /// The same with data categories as elements.
  static let basicDCT = version3(
    type: "TBX-Basic", style: .element,
    "style=\"dct\" xmlns:min=\"http://www.tbxinfo.net/ns/min\" "
      + "xmlns:basic=\"http://www.tbxinfo.net/ns/basic\"")

  /// ISO 30042:2019, dialect TBX-Core, which knows terms and notes.
  static let core = version3(type: "TBX-Core", style: .none, "style=\"dca\"")

  /// ISO 30042:2008 (version 2), which OmegaT and translate-toolkit read.
  static let martif = TBXDialect(
    start:
      "<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n<martif type=\"TBX\" xml:lang=\"en\"",
    header: "martifHeader", entry: "termEntry", language: "langSet", term: "tig", end: "martif",
    style: .attribute)
}

/// A data category with an element of its own.
enum TBXCategory: String {
  case administrativeStatus, crossReference, customerSubset, source

  /// The element that has the category as its type.
  var element: String {
    switch self {
    case .administrativeStatus: "termNote"
    case .crossReference: "ref"
    case .customerSubset, .source: "admin"
    }
  }

  /// The category as an element of its module.
  var moduleElement: String {
    switch self {
    case .administrativeStatus, .customerSubset: "min:\(rawValue)"
    case .crossReference, .source: "basic:\(rawValue)"
    }
  }
}
