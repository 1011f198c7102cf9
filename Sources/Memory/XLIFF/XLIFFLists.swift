/// A list of values that XLIFF 1.2 lets be extended by "x-…" names, and what TMX calls them.
///
/// Every value of TMX has a spelling of its own there, and comes back as it was.
struct XLIFFList {
  private static let escape = "x-type:"

  /// What the list has.
  var values: Set<String>
  /// What TMX calls otherwise.
  var renamed: [String: String] = [:]
  /// What TMX has beside them; written with "x-" before.
  var extensions: Set<String> = []
  /// Spellings that mean something else.
  var reserved: Set<String> = []

  func written(_ value: String) -> String {
    if let name = renamed[value] { return name }
    if values.contains(value), !renamed.values.contains(value) { return value }
    if extensions.contains(value) { return "x-" + value }
    let isPlain =
      value.hasPrefix("x-") && value.utf8.count > 2 && !value.hasPrefix(Self.escape)
      && !extensions.contains(String(value.dropFirst(2))) && !reserved.contains(value)
      && !value.utf8.contains { $0 <= 0x20 || $0 == 0xEF }
    return isPlain ? value : Self.escape + percentEncoded(value)
  }

  func read(_ spelling: String) -> String {
    if let value = renamed.first(where: { $0.value == spelling })?.key { return value }
    if values.contains(spelling) { return spelling }
    if spelling.hasPrefix(Self.escape) {
      return percentDecoded(spelling.dropFirst(Self.escape.count))
    }
    let short = String(spelling.dropFirst(2))
    return spelling.hasPrefix("x-") && extensions.contains(short) ? short : spelling
  }
}

extension XLIFFList {
  /// Around words (`ctype` of `bpt` and its kin).
  static let delimiters = XLIFFList(
    values: ["bold", "italic", "underlined", "link"], renamed: ["ulined": "underlined"],
    extensions: codeTypes)
  /// Alone (`ctype` of `ph` and `x`).
  static let placeholders = XLIFFList(
    values: ["image", "pb", "lb"], extensions: codeTypes, reserved: ["x-ut"])
  /// Of `context`.
  static let contexts = XLIFFList(
    values: [
      "database", "element", "elementtitle", "linenumber", "numparams", "paramnotes", "record",
      "recordtitle", "sourcefile",
    ])
  /// Of `mrk`.
  static let marks = XLIFFList(
    values: [
      "abbrev", "abbreviated-form", "abbreviation", "acronym", "appellation", "collocation",
      "common-name", "datetime", "equation", "expanded-form", "formula", "head-term",
      "initialism", "international-scientific-term", "internationalism", "logical-expression",
      "materials-management-unit", "name", "near-synonym", "part-number", "phrase",
      "phraseological-unit", "protected", "romanized-form", "set-phrase", "short-form", "sku",
      "standard-text", "symbol", "synonym", "synonymous-phrase", "term", "transcribed-form",
      "transliterated-form", "truncated-term", "variant",
    ], reserved: ["x-hi"])
  /// Of files and of words inside codes.
  static let datatypes = XLIFFList(
    values: [
      "asp", "c", "cdf", "cfm", "cpp", "csharp", "cstring", "csv", "database", "documentfooter",
      "documentheader", "filedialog", "form", "html", "htmlbody", "ini", "interleaf", "javaclass",
      "javapropertyresourcebundle", "javalistresourcebundle", "javascript", "jscript", "layout",
      "lisp", "margin", "menufile", "messagefile", "mif", "mimetype", "mo", "msglib",
      "pagefooter", "pageheader", "parameters", "pascal", "php", "plaintext", "po", "report",
      "resources", "resx", "rtf", "sgml", "sgmldtd", "svg", "vbscript", "warning", "winres",
      "xhtml", "xml", "xmldtd", "xsl", "xul",
    ],
    extensions: [
      "alptext", "cmx", "hptag", "ipf", "java", "opentag", "pm", "stf-f", "stf-i", "transit",
      "unknown", "xptag",
    ])

  /// The types of codes that TMX 1.4b recommends.
  private static let codeTypes: Set<String> = [
    "bold", "color", "dulined", "font", "italic", "link", "scap", "struct", "ulined", "index",
    "date", "time", "fnote", "enote", "alt", "image", "pb", "lb", "cb", "inset", "cref",
  ]
}

/// The types of codes in XLIFF 2: `type` and `subType`.
enum XLIFFCodeType {
  /// What TMX calls the types that XLIFF 2 has.
  private static let known: [(type: String, subtype: String?, name: String)] = [
    ("fmt", "xlf:b", "bold"), ("fmt", "xlf:i", "italic"), ("fmt", "xlf:u", "ulined"),
    ("fmt", "xlf:lb", "lb"), ("fmt", "xlf:pb", "pb"), ("link", nil, "link"),
    ("image", nil, "image"),
  ]
  private static let prefix = "tmx:"

  static func written(_ name: String) -> (type: String, subtype: String?) {
    if let entry = known.first(where: { $0.name == name }) { return (entry.type, entry.subtype) }
    return ("other", prefix + percentEncoded(name))
  }

  static func read(_ type: String?, _ subtype: String?) -> String? {
    guard type != nil || subtype != nil else { return nil }
    if let entry = known.first(where: { $0.type == type && $0.subtype == subtype }) {
      return entry.name
    }
    if let subtype, subtype.hasPrefix(prefix) {
      return percentDecoded(subtype.dropFirst(prefix.count))
    }
    return (subtype ?? type).map { "x-" + $0 }
  }
}

/// The text with percent signs and numbers for what may not stand in a name: blanks, colons, "%", and
/// what is no character of XML.
func percentEncoded(_ text: String) -> String {
  func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar != "%" && scalar != ":" && isXMLCharacter(scalar)
  }
  if text.unicodeScalars.allSatisfy(isKept) { return text }
  var encoded = ""
  for scalar in text.unicodeScalars {
    if isKept(scalar) {
      encoded.unicodeScalars.append(scalar)
    } else {
      for byte in String(scalar).utf8 {
        encoded += byte < 0x10 ? "%0" : "%"
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
  }
  return encoded
}

/// What was written by ``percentEncoded(_:)``; a percent sign without a number stays.
func percentDecoded(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.first {
    let digits = Substring(rest.dropFirst().prefix(2))
    if byte == 0x25, digits.count == 2, digits.allSatisfy(\.isHexDigit),
      let value = UInt8(digits, radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(3)
    } else {
      bytes.append(byte)
      rest = rest.dropFirst()
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
