/// The attributes that TMX 1.4b allows (tmx14.dtd), in the order in which they are written.
enum TMXAttributes {
  static let requiredInHeader = [
    "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
  ]
  /// The types of segments.
  static let segmentTypes = ["block", "paragraph", "sentence", "phrase"]
  static let dates: Set<String> = ["creationdate", "changedate", "lastusagedate"]

  /// A value in the form that TMX has for it; nil when it has none.
  static func valid(_ value: String, of name: String) -> String? {
    if dates.contains(name) { return MemoryDate.normalized(value) }
    switch name {
    case "segtype": return segmentTypes.contains(value) ? value : nil
    case "xml:lang": return LanguageTag.isAllowedByXML(value) ? value : nil
    default: return value
    }
  }

  static let header = [
    "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
    "o-encoding", "creationdate", "creationid", "changedate", "changeid",
  ]
  static let unit = [
    "tuid", "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
    "creationtoolversion", "creationdate", "creationid", "changedate", "segtype", "changeid",
    "o-tmf",
    "srclang",
  ]
  static let variant = [
    "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion",
    "creationdate", "creationid", "changedate", "o-tmf", "changeid",
  ]
  static let property = ["xml:lang", "o-encoding"]
  static let encoding = ["name", "base"]
  static let map = ["unicode", "code", "ent", "subst"]

  static func code(_ kind: InlineCode.Kind) -> [String] {
    switch kind {
    case .begin: ["i", "x", "type"]
    case .end: ["i"]
    case .isolated: ["pos", "x", "type"]
    case .placeholder: ["x", "assoc", "type"]
    case .highlight: ["x", "type"]
    case .unknown: ["x"]
    case .subflow: ["datatype", "type"]
    }
  }
}
