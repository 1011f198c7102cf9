import BitestoFormats
import BitestoText
import Foundation
import Testing

@Suite("SRX files")
struct SRXFileTests {
  private func read(_ text: String) throws -> SRXRules {
    try SRXRules(path: "rules.srx", contents: Array(text.utf8))
  }

  private static let plain = """
    <?xml version="1.0" encoding="UTF-8"?>
    <srx xmlns="http://www.lisa.org/srx20" version="2.0">
      <header segmentsubflows="no" cascade="yes">
        <formathandle type="start" include="no"/>
      </header>
      <body>
        <languagerules>
          <languagerule languagerulename="Italian">
            <rule break="no"><beforebreak>\\bn°\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
            <rule>
              <beforebreak>[&lt;&#46;]</beforebreak>
            </rule>
          </languagerule>
        </languagerules>
        <maprules>
          <languagemap languagepattern="IT.*" languagerulename="Italian"/>
        </maprules>
      </body>
    </srx>
    """

  private static let expected = SRXRules(
    path: "rules.srx", segmentsSubflows: false, cascades: true,
    formatHandles: [SRXRules.FormatHandle(kind: .start, isIncluded: false)],
    ruleSets: [
      SRXRules.RuleSet(
        name: "Italian",
        rules: [
          SRXRules.Rule(breaks: false, before: "\\bn°\\.", after: "\\s", line: 9),
          SRXRules.Rule(breaks: true, before: "[<.]", after: "", line: 10),
        ], line: 8)
    ],
    maps: [SRXRules.LanguageMap(pattern: "IT.*", ruleSet: "Italian", line: 16)])

  @Test func `a file is read with its lines`() throws {
    #expect(try read(Self.plain) == Self.expected)
  }

  /// The same file as other tools write it.
  static let variants: [String] = [
    "\u{FEFF}" + plain,
    plain.replacing("\n", with: "\r\n"),
    plain.replacing(
      "<srx xmlns=", with: "<srx xmlns:okpsrx=\"http://okapi.sf.net/srx-extensions\" xmlns="),
    plain.replacing(
      "include=\"no\"/>",
      with:
        "include=\"no\"/><okpsrx:options x=\"no\"><rule><beforebreak>x</beforebreak></rule></okpsrx:options>"
    ),
    plain.replacing("<", with: "<s:").replacing("<s:/", with: "</s:").replacing("<s:?", with: "<?")
      .replacing("xmlns=", with: "xmlns:s="),
    plain.replacing("break=\"no\"", with: "break=\"No \""),
    plain.replacing("\\bn°\\.</", with: "<![CDATA[\\bn°\\.]]></"),
    plain.replacing(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      with: "<!DOCTYPE srx PUBLIC \"-//SRX//DTD SRX//EN\" \"http://nowhere.invalid/srx.dtd\">"),
    plain.replacing("<rule>", with: "<rule><!-- why -->"),
    plain.replacing("encoding=\"UTF-8\"", with: "encoding=\"utf-16\" standalone='no'"),
  ]

  @Test(arguments: variants)
  func `what tools write differently is read the same`(text: String) throws {
    #expect(try read(text) == Self.expected)
  }

  @Test(arguments: [
    (String.Encoding.utf16, "UTF-16"), (.utf16LittleEndian, "UTF-16"), (.isoLatin1, "ISO-8859-1"),
    (.windowsCP1252, "windows-1252"),
  ])
  func `a file is read in the encoding it declares`(
    encoding: String.Encoding, name: String
  ) throws {
    let text = Self.plain.replacing("\"UTF-8\"", with: "\"\(name)\"")
    let bytes = try #require(text.data(using: encoding))
    #expect(try SRXRules(path: "rules.srx", contents: Array(bytes)) == Self.expected)
  }

  @Test func `the layout of SRX 1 is read, too`() throws {
    let text = Self.plain.replacing(
      "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">", with: "<srx>"
    )
    .replacing(" cascade=\"yes\"", with: "")
    .replacing("<maprules>", with: "<maprules><maprule maprulename=\"Default\">")
    .replacing("</maprules>", with: "</maprule></maprules>")
    var expected = Self.expected
    expected.version = "1.0"
    expected.cascades = false
    #expect(try read(text) == expected)
  }

  @Test func `line ends around a pattern belong to the layout`() throws {
    let text = Self.plain.replacing("\\bn°\\.", with: "\n      \\bn°\\. \n    ")
      .replacing("[&lt;&#46;]", with: " [.] ")
    let rules = try read(text).ruleSets[0].rules
    #expect(rules.map(\.before) == ["\\bn°\\.", " [.] "])
  }

  static let mistakes: [(String, Int)] = [
    ("", 0), ("   ", 0), ("rubbish", 1), (String(plain.prefix(600)), 0),
    (plain.replacing("</rule>", with: ""), 0), (plain + "<srx/>", 19),
    ("<tmx version=\"1.4\"/>", 1), ("<srx version=\"2.0\"><header/><body/></srx>", 0),
    (plain.replacing("break=\"no\"", with: "break=\"maybe\""), 9),
    (plain.replacing("cascade=\"yes\"", with: "cascade=\"ja\""), 3),
    (plain.replacing("&#46;", with: "&dot;"), 11),
    (plain.replacing("<srx", with: "<!DOCTYPE srx [\n<!ENTITY dot \".\">]>\n<srx"), 3),
    (plain.replacing("UTF-8", with: "klingon"), 1),
    ("<srx>" + String(repeating: "<a>", count: 100), 1),
  ]

  @Test(arguments: mistakes)
  func `a file that cannot be read is told with its line`(text: String, line: Int) {
    #expect { try read(text) } throws: { error in
      guard let error = error as? SRXError else { return false }
      return error.path == "rules.srx" && (line == 0 || error.line == line)
    }
  }

  @Test func `a map without its attributes is a fault, but no reason not to read`() throws {
    let rules = try read(
      Self.plain.replacing("</maprules>", with: "<languagemap/>\n</maprules>")
        .replacing("languagerulename=\"Italian\">", with: ">"))
    #expect(
      rules.faults().map(\.fault) == [
        .unknownRuleSet(name: "Italian", known: [""]),
        .missingAttribute(element: "languagemap", attribute: "languagepattern"),
      ])
  }

  @Test func `bytes that are not what the file says are told with their line`() {
    var bytes = Array(Self.plain.utf8)
    bytes.replace([0xC2, 0xB0], with: [0xB0])
    #expect(
      throws: SRXError(path: "rules.srx", line: 9, fault: .unreadableEncoding("UTF-8"))
    ) { try SRXRules(path: "rules.srx", contents: bytes) }
  }

  @Test func `what is written is read back`() throws {
    var rules = Self.expected
    rules.ruleSets[0].rules[0].before = "\"<&>'\t\n\u{2}\u{85}😀"
    rules.ruleSets[0].name = "\"Italian\" & <others>"
    rules.maps[0].ruleSet = rules.ruleSets[0].name
    let written = try bytes(of: rules)
    var read = try SRXRules(path: "rules.srx", contents: written)
    // Characters that XML loses come back as escapes.
    #expect(read.ruleSets[0].rules[0].before == "\"<&>'\t\\u000A\\u0002\\u0085😀")
    #expect(read.ruleSets[0].name == rules.ruleSets[0].name)
    #expect(read.maps[0].ruleSet == rules.maps[0].ruleSet)
    #expect(read.formatHandles == rules.formatHandles)
    read.path = "again.srx"
    #expect(try bytes(of: read) == written)
  }

  @Test func `the built-in rules are read back without faults and split`() throws {
    let rules = try SRXRules(
      path: "built-in.srx", contents: bytes(of: .builtIn([.italian, .english, .ukrainian])))
    #expect(rules.faults().isEmpty)
    #expect(rules.ruleSets.map(\.name) == ["Italian", "English", "East Slavic", "Default"])
    let texts = [
      (
        "it",
        "Il dott. Neri, nato nel 44 a. C., tace.|Si veda l'art. 5.|Poi ecc. ecc.|Fine... forse."
      ),
      (
        "en",
        "Mr. Smith met J. R. Tolkien in the U.S.|He left at 5 p.m. on Jan. 6.|“Why?” she asked."
      ),
      ("uk", "Див. рис. 5.|Це м. Київ.|Так."), ("be", "Так.|Не."), ("fr", "Oui.|Non."),
    ]
    for (language, passage) in texts {
      let text = passage.replacing("|", with: " ")
      let document = try Document(
        path: "-", contents: Array(text.utf8), language: Language(rawValue: language))
      let segments = try SRXSegmenter(rules, language: language).segments(of: document)
      #expect(segments.map { document.text($0.range) }.joined(separator: "|") == passage)
    }
  }

  private func bytes(of rules: SRXRules) throws -> [UInt8] {
    nonisolated(unsafe) var bytes: [UInt8] = []
    try rules.write { bytes += $0 }
    return bytes
  }
}
