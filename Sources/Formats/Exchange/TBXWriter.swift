import BitestoGlossary
import BitestoText

extension ExchangeFormat {
  /// TermBase eXchange, version 3; reads every version.
  public static let tbx = tbxFormat(
    "tbx", "TBX 3 (ISO 30042:2019), dialect Basic", extensions: ["tbx"], .basicDCA)

  public static let tbxDCT = tbxFormat(
    "tbx-dct", "TBX 3, dialect Basic, data categories as elements", .basicDCT)

  public static let tbxCore = tbxFormat("tbx-core", "TBX 3, dialect Core", .core)

  public static let tbx2 = tbxFormat(
    "tbx2", "TBX 2 (martif), which OmegaT 3 and translate-toolkit read", .martif)

  private static func tbxFormat(
    _ name: String, _ summary: String, extensions: [String] = [], _ dialect: TBXDialect
  ) -> ExchangeFormat {
    ExchangeFormat(
      name: name, summary: summary, extensions: extensions,
      encode: { entries, options, output in
        try TBXWriter(dialect, entries).write(toolVersion: options.toolVersion, to: &output)
      },
      decode: { (path, contents, options) throws(GlossaryError) in
        try TBXReader.read(path: path, contents: contents, kind: options.kind)
      })
  }
}

/// Writes entries as TBX, what it has no element for as notes (``TBXProperty``).
private struct TBXWriter {
  private let dialect: TBXDialect
  private let entries: [BitestoGlossary.Entry]
  private let ids: Set<String>

  init(_ dialect: TBXDialect, _ entries: [BitestoGlossary.Entry]) {
    self.dialect = dialect
    self.entries = entries
    ids = Set(entries.map(\.id))
  }

  func write(toolVersion: String, to output: inout ByteOutput) throws -> ExchangeFormat.Written {
    var written = ExchangeFormat.Written(entries: entries.count, terms: entries.termCount)
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(dialect.start)>\n")
    output.raw("  <\(dialect.header)>\n    <fileDesc>\n      <sourceDesc>\n        <p>")
    output.markup("Written by Bitesto \(toolVersion)", in: .xml)
    output.raw("</p>\n      </sourceDesc>\n    </fileDesc>\n  </\(dialect.header)>\n")
    output.raw("  <text>\n    <body>\n")
    for entry in entries {
      write(entry, to: &output, &written.lost)
      try output.flushIfLarge()
    }
    output.raw("    </body>\n  </text>\n</\(dialect.end)>\n")
    return written
  }

  private func write(
    _ entry: BitestoGlossary.Entry, to output: inout ByteOutput, _ lost: inout Tally
  ) {
    var element = Element(dialect, output, indent: "        ")
    element.output.raw("      <\(dialect.entry) id=\"\(TBXIdentifier.name(of: entry.id))\">\n")
    element.property(.kind, entry.kind.rawValue)
    if let gender = entry.gender { element.property(.gender, gender.rawValue) }
    if entry.surname != .never { element.property(.surname, entry.surname.rawValue) }
    for relation in entry.relations {
      if ids.contains(relation.target), dialect.style != .none {
        element.category(.crossReference, relation.kind.rawValue, target: relation.target)
      } else {
        element.property(.relation, "\(relation.kind.rawValue):\(relation.target)")
      }
    }
    element.comments(entry.comments)
    for language in languages(of: entry) {
      element.output.raw("        <\(dialect.language) xml:lang=\"\(language)\">\n")
      for form in entry.forms where form.language == language {
        element.output.raw("          <\(dialect.term)>\n            <term>")
        element.text(form.text)
        element.output.raw("</term>\n")
        element.indent = "            "
        write(form, to: &element)
        element.output.raw("          </\(dialect.term)>\n")
      }
      element.output.raw("        </\(dialect.language)>\n")
    }
    element.output.raw("      </\(dialect.entry)>\n")
    lost.add(element.lost)
    output = element.output
  }

  private func write(_ form: Form, to element: inout Element) {
    if dialect.style == .none {
      element.property(.status, form.status.rawValue)
      if form.style != .any { element.property(.style, form.style.rawValue) }
      if !form.source.isEmpty { element.property(.source, form.source) }
    } else {
      element.category(.administrativeStatus, form.status.tbxValue)
      if form.style != .any { element.category(.customerSubset, form.style.rawValue) }
      if TBXProperty.isPlain(form.source) {
        if !form.source.isEmpty { element.category(.source, form.source) }
      } else {
        element.property(.source, form.source)
      }
      if form.status == .forbidden { element.property(.status, form.status.rawValue) }
    }
    if let system = form.system { element.property(.system, system.rawValue) }
    element.comments(form.comments)
    if TBXProperty.isPlain(form.note) {
      if !form.note.isEmpty { element.note(form.note) }
    } else {
      element.property(.note, form.note)
    }
  }

  /// In the order in which the entry has them.
  private func languages(of entry: BitestoGlossary.Entry) -> [Language] {
    var seen: Set<Language> = []
    return entry.forms.map(\.language).filter { seen.insert($0).inserted }
  }

  /// The inside of an entry or of a term.
  private struct Element {
    private let dialect: TBXDialect
    var output: ByteOutput
    var indent: String
    var lost = Tally()

    init(_ dialect: TBXDialect, _ output: ByteOutput, indent: String) {
      self.dialect = dialect
      self.output = output
      self.indent = indent
    }

    mutating func text(_ text: String) {
      lost.count(
        .controlCharacter,
        text.unicodeScalars.count {
          $0.value < 0x20 && $0 != "\t" && $0 != "\n" && $0 != "\r" || $0.value | 1 == 0xFFFF
        })
      output.markup(text, in: .xml)
    }

    mutating func note(_ text: String) {
      output.raw("\(indent)<note>")
      self.text(text)
      output.raw("</note>\n")
    }

    mutating func property(_ property: TBXProperty, _ value: String) {
      note(property.text(value))
    }

    /// Empty lines alone say nothing.
    mutating func comments(_ lines: [String]) {
      if lines.contains(where: { !$0.isEmpty }) {
        property(.comment, lines.joined(separator: "\n"))
      }
    }

    mutating func category(_ category: TBXCategory, _ value: String, target: String? = nil) {
      let reference = target.map { " target=\"\(TBXIdentifier.name(of: $0))\"" } ?? ""
      let isElement = dialect.style == .element
      let name = isElement ? category.moduleElement : category.element
      let type = isElement ? "" : " type=\"\(category.rawValue)\""
      output.raw("\(indent)<\(name)\(type)\(reference)>")
      text(value)
      output.raw("</\(name)>\n")
    }
  }
}

/// Ids as XML has them: names without a colon, which cannot begin with a digit or a hyphen.
enum TBXIdentifier {
  /// The name that stands for an id of a glossary.
  static func name(of id: String) -> String {
    let isName = id.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
    return isName ? id : "_" + id
  }

  /// The id that a name stands for; names of other programs stay as they are.
  static func id(of name: String) -> String {
    let rest = String(name.dropFirst())
    return name.hasPrefix("_") && GlossaryFile.isIdentifier(rest) ? rest : name
  }
}
