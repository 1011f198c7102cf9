import BitestoText
import TestSupport
import Testing

struct SegmenterTests {
  @Test("ends Italian sentences where they end", arguments: italian)
  func splitsItalian(passage: String) throws {
    #expect(try cut(passage, .italian) == passage)
  }

  @Test("ends English sentences where they end", arguments: english)
  func splitsEnglish(passage: String) throws {
    #expect(try cut(passage, .english) == passage)
  }

  /// `‖` stands where a sentence ends inside its paragraph.
  static let italian = [
    "È nato nel 44 a. C. a Roma.‖ Morì nel 14 d. C. a Nola.",
    "Cesare fu ucciso nel 44 a.C.‖ La repubblica finì.",
    "Si veda l'art. 5 della legge n. 194 del 1978.‖ L'art. 6 è abrogato.",
    "La sig.ra Neri e il dott. Bianchi arrivano.‖ Il prof. Verdi no.",
    "Alcuni Paesi, p. es. Malta, hanno aderito.‖ Altri, p.es. Cipro, no.",
    "Costa 3.500,50 euro.‖ Ne avevo 3.‖ Poi basta.",
    "Scrivete a info@esempio.it.‖ Oppure visitate www.esempio.it/pagina.html.‖ Grazie.",
    "Non so... forse domani.‖ Aspetta…‖ Arrivo!‖ Davvero?!‖ Sì.",
    "George W. Bush e J. R. R. Tolkien.‖ Due nomi.",
    "Pere, mele ecc.‖ Tutto fresco.",
    "La Fiat S.p.A. è di Torino.‖ È grande.",
    "«Vengo.‖ Aspettami», disse.‖ «Va bene.»‖ Lui uscì.",
    "Gridò «Basta!» e uscì.‖ “Perché?” chiese Anna.",
    "Ha detto: “È finita.”‖ Poi ha taciuto.",
    "Il testo dice « Fine. »‖ Nient'altro.",
    "Un uomo [...] Corre.‖ Un altro (vedi fig. 3) no.",
    "(È tardi.)‖ Andiamo.",
    "1. Premessa al testo",
    "Il 10 aprile 2023.‖ 15 uomini partirono.",
    "Non c'è.‖ Ma cos'è?",
    "Era buio e pioveva.‖ poi smise.",
  ]

  static let english = [
    "I live in the U.S. and he lives in the U.K. too.‖ We met.",
    "She moved to the U.S.‖ He stayed.",
    "Mr. Smith met Dr. Jones at 5 p.m. on Jan. 6.‖ They talked.",
    "Apple Inc. fell 3.5 percent.‖ It rose to $1.25 later.",
    "See www.example.com/a.b for more.‖ Or don't.",
    "\"It can't.‖ It won't.\"‖ He left.",
    "“Why?” she asked.‖ ‘No idea.’‖ He shrugged.",
    "Well... maybe.‖ No way!‖ Really?!‖ Yes.",
    "J. K. Rowling wrote it.‖ So did George R. R. Martin.",
    "We use it a lot (e.g. Monday).‖ Rarely on Sundays, i.e. never.",
    "It holds.[12]‖ As noted before [3] it does.",
    "No. 5 is alive, see fig. 2 and pp. 3–4.‖ The answer is no.‖ Then stop.",
    "He didn't.‖ She did.",
    "No.‖ I ate pizza.‖ He said no.‖ I left.",
  ]

  @Test("keeps quotations whole when told to")
  func keepsQuotations() throws {
    let passage = "«Vengo.‖ Aspettami», disse.‖ Poi uscì."
    let document = try MarkedText(passage).document(.italian)
    let segments = Segmenter(language: .italian, splitsInQuotations: false).segments(of: document)
    #expect(
      segments.map { document.text($0.range) } == ["«Vengo. Aspettami», disse.", "Poi uscì."])
  }

  @Test("never crosses a paragraph and covers everything but white space")
  func covers() throws {
    let document = try Document(
      path: "a", contents: Array("  Titolo\r\n\r\n«Uno, due\n tre.  Quattro\u{A0}\n".utf8),
      language: .italian)
    let segments = Segmenter(language: .italian).segments(of: document)
    #expect(
      segments.map { document.text($0.range) }
        == ["Titolo", "«Uno, due", "tre.", "Quattro"])
    #expect(segments.map(\.paragraph) == [0, 1, 2, 2])
  }

  @Test("tells headings and page furniture from the body")
  func assignsRoles() throws {
    let lines: [(Segment.Role, String)] = [
      (.heading, "Il ponte che nessuno vuole"),
      (.body, "Il ponte è chiuso da anni."),
      (.boilerplate, "Foto di Mario Rossi / Wikimedia Commons"),
      (.boilerplate, "LEGGI ANCHE: Il treno che nessuno aspetta. Tutte le foto"),
      (.heading, "Le promesse"),
      (.body, "Nessuno sa quando riaprirà."),
      (.body, "Fotografie sbiadite lo mostrano ancora intero."),
      (.boilerplate, "© Riproduzione riservata"),
    ]
    let text = lines.map(\.1).joined(separator: "\n")
    let document = try MarkedText(text).document(.italian)
    let segments = Segmenter(language: .italian).segments(of: document)
    for (number, line) in lines.enumerated() {
      #expect(
        segments.filter { $0.paragraph == number }.allSatisfy { $0.role == line.0 }, "\(line.1)")
    }
  }

  @Test("finds English page furniture")
  func englishFurniture() throws {
    let document = try MarkedText("READ MORE: Why it matters\nPhoto by Ann Lee\nIt rained all day.")
      .document(.english)
    let roles = Segmenter(language: .english).segments(of: document).map(\.role)
    #expect(roles == [.boilerplate, .boilerplate, .body])
  }

  private func cut(_ passage: String, _ language: Language) throws -> String {
    let document = try MarkedText(passage).document(language)
    let segments = Segmenter(language: language).segments(of: document)
    return MarkedText.cutting(
      document.text(0..<document.bytes.count), at: segments.dropLast().map(\.range.upperBound))
  }
}
