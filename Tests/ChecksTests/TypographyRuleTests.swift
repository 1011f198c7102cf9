import BitestoChecks
import BitestoText
import Testing

@Suite struct TypographyRuleTests {
  @Test(arguments: [
    ("M\u{43E}skva", ["mixed-script: M\u{43E}skva → Moskva"]),
    // Two Latin letters in a Cyrillic word.
    ("Л\u{443}к\u{61}шэнк\u{61}", ["mixed-script: Л\u{443}к\u{61}шэнк\u{61} → Лукашэнка"]),
    ("PR-отдел", []),
    ("НАТО e NATO", []),
    // No look-alike: nothing to propose.
    ("слоwо", ["mixed-script: слоwо"]),
  ])
  func `letters of two alphabets`(text: String, expected: [String]) throws {
    #expect(try CheckSample.findings(text) == expected)
  }

  @Test(arguments: [
    ("la sicurezza della della Russia", ["doubled-word: della della → della"]),
    ("Il il re", ["doubled-word: Il il → Il"]),
    (
      "una organizzazione organizzazione",
      ["doubled-word: organizzazione organizzazione → organizzazione"]
    ),
    ("se se ne va", []), ("piano piano, quasi quasi", []), ("non non non", []),
    ("di, di nuovo", []), ("La la", []), ("sì sì e così così", []),
    ("l'altro altro", []), ("in\nin casa", ["doubled-word: in\nin → in"]), ("in\n\nin casa", []),
  ])
  func `doubled Italian words`(text: String, expected: [String]) throws {
    #expect(try CheckSample.findings(text) == expected)
  }

  @Test(arguments: [
    ("according to to the man", ["doubled-word: to to → to"]),
    ("she had had it, and that that was", []), ("very very good", []),
    ("Of of", ["doubled-word: Of of → Of"]),
  ])
  func `doubled English words`(text: String, expected: [String]) throws {
    #expect(try CheckSample.findings(text, .english) == expected)
  }

  @Test(arguments: [
    ("Disse \"no\" e «sì» e “forse”.", []),
    ("Disse \"no.", ["quotation-marks: \""]),
    ("Disse no».", ["quotation-marks: »"]),
    ("Disse «no e “sì”.", ["quotation-marks: «"]),
    ("«Un discorso “lungo” e \"noto\"» disse.", []),
    // A quotation of two paragraphs opens again, or goes on.
    ("«Prima.\n«Seconda» disse.", []), ("«Prima.\nSeconda» disse.", []),
    ("\"Prima.\n\"Seconda\" disse.", []), ("\"Prima: \"sì.\nE no.\"\nBasta.\"", []),
    // Inches, and years before a mark.
    ("Uno schermo da 12\" e uno da 6\".", []), ("Il \"piano 2023\" è pronto.", []),
    ("L'\"operazione\" e l'altro ('ndrangheta).", []),
    ("(\"sì\"), \"no\": \"forse\"!", []), ("„slovo“, „slovo“ e „slovo”.", []),
  ])
  func `unpaired marks`(text: String, expected: [String]) throws {
    #expect(try CheckSample.findings(text) == expected)
  }

  @Test(arguments: [
    (QuotationStyle.guillemets, "Disse «“no”» e «sì»."),
    (.curly, "Disse “no” e “sì”."),
    (.straight, "Disse \"no\" e \"sì\"."),
  ])
  func `marks of a style`(style: QuotationStyle, expected: String) throws {
    let settings = CheckSettings(quotationMarks: style)
    let text = style == .guillemets ? "Disse \"“no”\" e «sì»." : "Disse «no» e “sì”."
    #expect(try CheckSample.fixed(text, settings: settings) == expected)
    #expect(try CheckSample.findings(expected, settings: settings).isEmpty)
  }
}
