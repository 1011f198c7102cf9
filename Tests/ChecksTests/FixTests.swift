import BitestoChecks
import BitestoText
import Testing

@Suite struct FixTests {
  @Test(arguments: [
    // The words before a name go with how it begins.
    ("L'arrivo a Kharkov e da Kharkov.", "L'arrivo a Charkiv e da Charkiv."),
    ("la Rutenia, della Rutenia", "l'Ucraina, dell'Ucraina"),
    ("La Rutenia è grande.", "L'Ucraina è grande."),
    ("nella Rutenia e una Rutenia nuova", "nell'Ucraina e un'Ucraina nuova"),
    ("ed Salvator Schallende", "e Salvador Allende"),
    ("i viaggi di Schallende e a Schallende", "i viaggi di Allende e ad Allende"),
    ("lo Schallende, dello Schallende, uno Schallende", "l'Allende, dell'Allende, un Allende"),
    ("gli Schallende", "gli Allende"),
    ("KHARKOV IN FIAMME", "CHARKIV IN FIAMME"),
    ("la sicurezza di garanzia", "la garanzia di sicurezza"),
    // Where the gender may change, what agrees with a term is for a person.
    ("le sicurezze di garanzia", "le sicurezze di garanzia"),
    ("nella nella via", "nella via"),
    ("M\u{43E}skva", "Moskva"),
  ])
  func `Italian mendings`(text: String, expected: String) throws {
    #expect(try CheckSample.fixed(text) == expected)
    #expect(try CheckSample.fixed(expected) == expected)
  }

  @Test(arguments: [
    ("d'Aleksandr Lukashenko", "d'Aljaksandr Lukašėnka"),
    ("ad Alexander Lukashenko", "ad Aljaksandr Lukašėnka"),
    ("di Lukashenko, con Shoigu", "di Lukašėnka, con Šojgu"),
    ("lo Shoigu di ieri", "lo Šojgu di ieri"),
  ])
  func `mendings to the scientific style`(text: String, expected: String) throws {
    let settings = CheckSettings(style: .scientific)
    let fixed = try CheckSample.fixed(text, settings: settings)
    #expect(fixed == expected)
    #expect(try CheckSample.fixed(fixed, settings: settings) == fixed)
    #expect(try CheckSample.findings(fixed, settings: settings).isEmpty)
  }

  @Test(arguments: [
    ("A Kiev suburb's Byelorussian.", "A Kyiv suburb's Belarusian."),
    ("Kharkov's and Kiev-based", "Kharkiv's and Kyiv-based"),
  ])
  func `English mendings`(text: String, expected: String) throws {
    #expect(try CheckSample.fixed(text, .english) == expected)
  }

  @Test func `mending is done once and for all`() throws {
    let text = """
      La Rutenia, Kharkov e Kharkov. Lukashenko vede Lukashenka e Aleksandr Lukashenka.
      Disse "no” alla alla Rutenia con Porosenko, «sì» a Peru e a Kyiv, da Kiev.
      """
    let settings = CheckSettings(style: .press, quotationMarks: .guillemets)
    let once = try CheckSample.fixed(text, settings: settings)
    #expect(once != text)
    #expect(try CheckSample.fixed(once, settings: settings) == once)
  }

  @Test func `a page is mended between its tags only`() throws {
    let page = """
      <p title="Kharkov">A <b>Kharkov</b>, Khar<i>kov</i> &amp; <!-- Kharkov -->Kharkov.</p>
      <script>Kharkov</script>
      """
    let expected = """
      <p title="Kharkov">A <b>Charkiv</b>, Khar<i>kov</i> &amp; <!-- Kharkov -->Charkiv.</p>
      <script>Kharkov</script>
      """
    #expect(try CheckSample.fixed(page, path: "page.html") == expected)
  }

  @Test func `a byte order mark and line ends stay`() throws {
    let contents = Array("\u{FEFF}Kharkov\r\nKharkov\r\n".utf8)
    let text = try CheckedText(path: "text.txt", contents: contents, language: .italian)
    let fixed = TextChecker(CheckSample.glossary).fixed([text])[0].text
    let bytes = fixed.byteOrderMark + fixed.document.bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{FEFF}Charkiv\r\nCharkiv\r\n")
  }

  @Test func `edits that touch are not both done`() {
    let fixes = [
      Fix([Fix.Edit(0..<3, "x")]), Fix([Fix.Edit(2..<4, "y")]), Fix([Fix.Edit(4..<5, "z")]),
      Fix([Fix.Edit(4..<5, "z")]),
    ]
    let (bytes, count) = TextFixer.apply(fixes, to: Array("abcdefg".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "xdzfg")
    #expect(count == 2)
  }
}
