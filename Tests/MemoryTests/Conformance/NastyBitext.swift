import BitestoMemory

/// A bitext with everything that has broken a writer or a reader of such files before.
enum NastyBitext {
  static let texts = [
    "<seg>non è</seg> <b class=\"x\">markup</b> <!-- né --> <?pi?> <![CDATA[x]]>",
    "Tizio & Caio &amp; Sempronio &lt;d&gt; &#39; ]]> ]] > \"doppie\" 'semplici'",
    "&#xD800; &#0; &#xFFFE; \\ud83d \\n \\t \\\\ %00 \\x07 \\",
    "prima riga\nseconda\r\nterza\rquarta\n\nquinta",
    "\tuno\tdue\t",
    "  due spazi davanti e dietro  ",
    "non\u{A0}separabile\u{202F}stretto\u{2009}sottile",
    "u\u{200D}nito\u{200C} e\u{AD} \u{2060}fermo \u{200B}",
    "perche\u{301} e\u{300} gia\u{300} — perché già",
    "\u{200F}\u{202B}שלום עולם\u{202C} \u{2067}نص\u{2069} \u{200E}",
    "👩‍👩‍👧‍👦 🇮🇹 👍🏽 𝄞 𐍈 𠀋 \u{10FFFF} \u{1F3F4}\u{E0067}\u{E0062}\u{E007F}",
    "\u{FEFF}in mezzo \u{FEFF} \u{2028}linea \u{2029}capoverso \u{85}",
    "=1+1", "+39 06", "-5 °C", "@nome", "'apostrofo", "\"citato\"", "a,b;c\td", "#", "~~~",
    "source\ttarget", "null", "{\"text\": \"x\"}", "[\"x\"]", "0\t0", "NaN",
    "\u{FFFD} è un carattere", "𝕀𝕥", "ﬁ ½ Å Å", "İstanbul ıI",
  ]

  /// What XML does not have.
  static let forbidden = "a\u{0}b\u{1}c\u{8}d\u{B}e\u{C}f\u{1B}[31m\u{FFFE}g\u{FFFF}h\u{7F}i"

  /// A unit a text, with the next text on the other side.
  static let units = texts.indices.map { index in
    unit(String(index + 1), texts[index], texts[(index + 1) % texts.count])
  }

  static func unit(_ name: String, _ source: String, _ target: String) -> TranslationUnit {
    TranslationUnit(
      attributes: [XMLAttribute("tuid", name)],
      variants: [
        UnitVariant(language: "it", segment: SegmentContent(source)),
        UnitVariant(language: "en", segment: SegmentContent(target)),
      ])
  }

  /// Codes inside the words of codes, a pair whose ends cross another, codes that hold nasty text.
  static let codes = SegmentContent([
    .code(InlineCode(.begin, attributes: [XMLAttribute("i", "1")], content: "<b title=\"&\">")),
    .text("Forte"),
    .code(InlineCode(.begin, attributes: [XMLAttribute("i", "2")], content: "<i>")),
    .text(" e "),
    .code(InlineCode(.end, attributes: [XMLAttribute("i", "1")], content: "</b>")),
    .text("chiaro"),
    .code(InlineCode(.end, attributes: [XMLAttribute("i", "2")], content: "</i>")),
    .code(InlineCode(.placeholder, attributes: [XMLAttribute("x", "1")], content: "]]>&amp;")),
    .text("\u{A0}"),
    .code(InlineCode(.isolated, attributes: [XMLAttribute("pos", "begin")], content: "{\\ul ")),
  ])

  /// Words inside a code inside words inside a code.
  static let nestedCodes = SegmentContent([
    .text("Vedi"),
    .code(
      InlineCode(
        .placeholder, attributes: [XMLAttribute("x", "1")],
        content: SegmentContent([
          .text("{\\footnote "),
          .code(
            InlineCode(
              .subflow,
              content: SegmentContent([
                .text("la "),
                .code(
                  InlineCode(.begin, attributes: [XMLAttribute("i", "1")], content: "<i>")),
                .text("nota"),
                .code(
                  InlineCode(.end, attributes: [XMLAttribute("i", "1")], content: "</i>")),
              ]))),
          .text("}"),
        ]))),
    .text("."),
  ])

  /// With forty notes and two hundred properties, of its own and of its sides.
  static let annotated: TranslationUnit = {
    var unit = Self.unit("99", "annotata", "annotated")
    unit.attributes += [
      XMLAttribute("creationdate", "20240229T235960Z"), XMLAttribute("creationid", "M. \"È\" <&>"),
    ]
    unit.notes = (1...40).map { MemoryNote("nota \($0): \(texts[$0 % 3])") }
    unit.properties =
      [MemoryProperty("x-confidence", "0.5"), MemoryProperty("x-state", "reviewed")]
      + (1...198).map { MemoryProperty("x-p\($0 % 150)", "valore \($0) \(texts[$0 % 3])") }
    unit.variants[0].properties = [MemoryProperty("x-origine", "a <b> & c")]
    unit.variants[1].notes = [MemoryNote("of the target")]
    return unit
  }()

  /// In four languages, one of them twice.
  static let multilingual = TranslationUnit(
    attributes: [XMLAttribute("tuid", "100")],
    variants: [
      ("it", "sì"), ("en", "yes"), ("de-AT", "ja"), ("sr-Latn", "da"), ("en", "yeah"),
    ].map { UnitVariant(language: LanguageTag($0.0), segment: SegmentContent($0.1)) })
}
