import BitestoText

/// A start tag of an SRX file, prefixes left out of its names.
struct SRXElement {
  struct Failure: Error {
    var fault: SRXError.Fault
  }

  /// Prefixes that are known to belong to other vocabularies.
  private static let foreignPrefixes: Set<String> = ["okpsrx", "okp", "its"]

  let name: String
  let line: Int
  /// Whether the element is an extension, which SRX allows in the header.
  let isForeign: Bool
  private var attributes: [String: String] = [:]

  init(_ name: String, _ attributes: [String: String], line: Int) {
    self.name = Self.localName(name)
    self.line = line
    let prefix = name.split(separator: ":").first.map(String.init) ?? ""
    let namespace = attributes["xmlns"] ?? ""
    isForeign =
      (name.contains(":") && Self.foreignPrefixes.contains(prefix.lowercased()))
      || namespace.contains("srx-extensions")
    for (key, value) in attributes { self.attributes[Self.localName(key)] = value }
  }

  static func localName(_ name: String) -> String {
    name.split(separator: ":").last.map { $0.lowercased() } ?? name
  }

  subscript(_ attribute: String) -> String? { attributes[attribute] }

  /// The value of a yes-or-no attribute, nil when it is missing or empty.
  func flag(_ attribute: String) throws(Failure) -> Bool? {
    guard let value = attributes[attribute] else { return nil }
    switch value.lowercased().filter({ !$0.isWhitespace }) {
    case "": return nil
    case "yes", "true", "1": return true
    case "no", "false", "0": return false
    default: throw Failure(fault: .badValue(attribute: attribute, value: value))
    }
  }
}
