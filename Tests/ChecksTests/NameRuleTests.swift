import BitestoChecks
import BitestoText
import Testing

@Suite struct NameRuleTests {
  @Test func `the sample glossary is read`() {
    #expect(CheckSample.glossary["weapon"] != nil)
  }

  @Test(arguments: [
    ("Lukashenko è a Mosca con Sergei Shoigu.", []),
    // Status
    ("Parla Salvator Schallende.", ["forbidden-form: Salvator Schallende → Salvador Allende"]),
    ("Schallende tace.", ["forbidden-form: Schallende → Allende"]),
    ("Viaggio in Rutenia.", ["deprecated-form: Rutenia → Ucraina"]),
    (
      "Chiede sicurezze di garanzia.",
      ["deprecated-form: sicurezze di garanzia → garanzie di sicurezza"]
    ),
    // Exonyms
    ("Bombe su Kharkov.", ["wrong-exonym: Kharkov → Charkiv"]),
    ("Bombe su KHARKOV.", ["wrong-exonym: KHARKOV → Charkiv"]),
    ("Il vertice di Moscow è finito.", ["wrong-exonym: Moscow → Mosca"]),
    // Parts of other names
    ("Lo scrive il Moscow Times.", []),
    ("Lo studio della University of Moscow è uscito.", []),
    ("Il libro \"Ukraine and the Edge of Europe\" è uscito.", []),
    ("Lo dicono @Kharkov e #Moscow su https://example.org/Kharkov.", []),
    // Diacritics
    ("Porosenko tace.", ["lost-diacritics: Porosenko → Porošenko"]),
    ("Un viaggio in Peru.", ["lost-diacritics: Peru → Perù"]),
    ("Un viaggio in Perù.", []),
    // Consistency
    (
      "Lukashenko parla. Lukashenka tace. Alexander Lukashenko esce.",
      ["inconsistent-variant: Lukashenka → Lukashenko"]
    ),
    (
      "Alexander Lukashenko parla. Aleksandr Lukashenko tace. Alexander Lukashenko esce.",
      ["inconsistent-variant: Aleksandr Lukashenko → Alexander Lukashenko"]
    ),
    ("Da Kiev a Kyiv.", ["inconsistent-variant: Kyiv → Kiev"]),
    ("Da Kyiv a Kyiv, poi Kiev.", ["inconsistent-variant: Kiev → Kyiv"]),
    ("La Nato e la NATO, cioè l'Alleanza Atlantica.", []),
    (
      "Il bielorusso e la bielorussa, il belaruso.",
      ["inconsistent-variant: belaruso → bielorusso"]
    ),
    ("Scrive il Kyiv Ledger da Kiev.", []),
    // Unlisted spellings
    (
      "Per Alexander Lukashenco è finita.",
      ["unknown-variant: Alexander Lukashenco → Alexander Lukashenko"]
    ),
    ("Per Lucashenko è finita.", ["unknown-variant: Lucashenko → Lukashenko"]),
    ("Per Loukachenko è finita.", ["unknown-variant: Loukachenko → Lukashenko"]),
    ("Parla Viktor Lukashenco.", []), ("Per Lukashenkova è finita.", []),
    ("Per Shaigo è finita.", []), ("Lucashenko tace.", []),
    ("Tace; Lucashenko no.", ["unknown-variant: Lucashenko → Lukashenko"]),
    ("Parla Sergei Shevchenko.", []),
  ])
  func `Italian names`(text: String, expected: [String]) throws {
    #expect(try CheckSample.findings(text) == expected)
  }

  @Test(arguments: [
    ("The mayor of Mosca left.", ["wrong-exonym: Mosca → Moscow"]),
    (
      "She left Kiev and Kharkov's suburbs.",
      ["wrong-exonym: Kiev → Kyiv", "wrong-exonym: Kharkov → Kharkiv"]
    ),
    ("Kiev Mayor Vitali Klitschko said so.", ["wrong-exonym: Kiev → Kyiv"]),
    ("The Kiev Post said so.", []),
    ("Byelorussians left.", ["deprecated-form: Byelorussians → Belarusians"]),
    ("La Gazzetta di Mosca was closed.", []),
  ])
  func `English names`(text: String, expected: [String]) throws {
    #expect(try CheckSample.findings(text, .english) == expected)
  }

  @Test(arguments: [
    (
      "Lukashenko vede Shoigu a Kiev.",
      [
        "off-style: Lukashenko → Lukašėnka", "off-style: Shoigu → Šojgu", "off-style: Kiev → Kyjiv",
      ]
    ),
    ("Alexander Lukashenko parla.", ["off-style: Alexander Lukashenko → Aljaksandr Lukašėnka"]),
    ("Lukašėnka e Lukašėnka, a Kyjiv.", []),
    // Accepted in this very style.
    ("Aleksandr Lukašenko parla.", []),
    ("Lukasenka parla.", ["lost-diacritics: Lukasenka → Lukašėnka"]),
    ("La NATO a Mosca.", []),
    // Another name of the same man is no spelling.
    ("Parla Bergoglio.", []),
    ("Parla Lukashenko (Лукашэнка).", ["off-style: Lukashenko → Lukašėnka"]),
  ])
  func `the scientific style`(text: String, expected: [String]) throws {
    let settings = CheckSettings(style: .scientific)
    #expect(try CheckSample.findings(text, settings: settings) == expected)
  }

  @Test func `texts that belong together keep to one form`() throws {
    let checker = TextChecker(CheckSample.glossary)
    let texts = try ["A Kyiv, a Kyiv.", "A Kiev."].map { try CheckSample.text($0) }
    let findings = checker.findings(in: texts).map(CheckSample.shown)
    #expect(findings == [[], ["inconsistent-variant: Kiev → Kyiv"]])
  }

  @Test func `texts in two languages do not mind each other`() throws {
    let checker = TextChecker(CheckSample.glossary)
    let texts = [
      try CheckSample.text("A Kiev, a Kiev."), try CheckSample.text("To Kyiv.", .english),
    ]
    #expect(checker.findings(in: texts).joined().isEmpty)
  }

  @Test func `an engine of comparison can be put in`() throws {
    struct Anyone: NameResemblance {
      func knownName(like words: [String], in language: Language) -> ResembledName? {
        words == ["Ugo", "Bo"] ? ResembledName(entry: "shoigu", form: "Sergei Shoigu") : nil
      }
    }
    let checker = TextChecker(CheckSample.glossary, resemblance: Anyone())
    let found = checker.findings(in: [try CheckSample.text("Per Ugo Bo.")])[0]
    #expect(CheckSample.shown(found) == ["unknown-variant: Ugo Bo → Sergei Shoigu"])
    #expect(found.first?.fix == nil)
  }

  @Test func `a rule that is off is silent`() throws {
    let settings = CheckSettings(severities: [.wrongExonym: nil])
    #expect(try CheckSample.findings("Bombe su Kharkov.", settings: settings).isEmpty)
  }
}
