import BitestoChecks
import BitestoGlossary
import BitestoText

/// The glossary that the tests of rules go by.
enum CheckSample {
  static let glossary: Glossary = {
    let rows = """
      id|language|style|status|form|kind|gender|surname|relations|note
      lukashenko|it|press|preferred|Alexander Lukashenko|person|masculine|last
      lukashenko|it|scientific|preferred|Aljaksandr Lukašėnka
      lukashenko|it||accepted|Aleksandr Lukashenko
      lukashenko|it||accepted|Aljaksandr Lukashenka
      lukashenko|it|scientific|accepted|Aleksandr Lukašenko
      lukashenko|en|press|preferred|Alexander Lukashenko
      lukashenko|en||accepted|Alyaksandr Lukashenka
      lukashenko|be||preferred|Аляксандр Лукашэнка
      poroshenko|it||preferred|Petro Porošenko|person|masculine|last
      poroshenko|it||deprecated|Petro Porosenko
      shoigu|it|press|preferred|Sergei Shoigu|person|masculine|last
      shoigu|it|scientific|preferred|Sergej Šojgu
      shoigu|en||preferred|Sergei Shoigu
      allende|it||preferred|Salvador Allende|person|masculine|last
      allende|it||forbidden|Salvator Schallende
      pope|it||preferred|papa Francesco|person|masculine|last
      pope|it||accepted|Jorge Bergoglio
      pope|it|scientific|preferred|Franciscus
      kyiv|it||preferred|Kiev|place
      kyiv|it|scientific|preferred|Kyjiv
      kyiv|it||accepted|Kyiv
      kyiv|en||preferred|Kyiv
      kyiv|en||deprecated|Kiev|||||from Russian
      kharkiv|it||preferred|Charkiv|place
      kharkiv|it||deprecated|Kharkov
      kharkiv|en||preferred|Kharkiv
      kharkiv|en||deprecated|Kharkov
      moscow|it||preferred|Mosca|place
      moscow|en||preferred|Moscow
      ukraine|it||preferred|Ucraina|place|feminine
      ukraine|it||deprecated|Rutenia
      ukraine|en||preferred|Ukraine
      peru|it||preferred|Perù|place|masculine
      peru|en||preferred|Peru
      nato|it||preferred|Nato|organization|feminine
      nato|it||accepted|NATO
      nato|it||accepted|Alleanza Atlantica
      belarusian|it||preferred|bielorusso|term
      belarusian|it||accepted|belaruso
      belarusian|en||preferred|Belarusian
      belarusian|en||deprecated|Byelorussian
      guarantee|it||preferred|garanzia di sicurezza|term|feminine
      guarantee|it||deprecated|sicurezza di garanzia
      guarantee|en||preferred|security guarantee
      weapon|it||preferred|arma nucleare|term|feminine
      weapon|en||preferred|nuclear weapon
      """
    let columns = ["id", "language", "style", "status", "form", "kind", "gender", "surname"]
    let text = rows.split(separator: "\n").map { row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return cells.joined(separator: "\t")
    }.joined(separator: "\n")
    precondition(text.hasPrefix(columns.joined(separator: "\t")))
    let file = try? GlossaryFile(path: "sample.tsv", bytes: Array(text.utf8))
    return file.flatMap { try? Glossary(files: [$0]) } ?? .empty
  }()

  static func text(
    _ text: String, _ language: Language = .italian, path: String = "text.txt"
  ) throws -> CheckedText {
    try CheckedText(path: path, contents: Array(text.utf8), language: language)
  }

  /// "rule: words → suggestion" of every finding.
  static func findings(
    _ text: String, _ language: Language = .italian, path: String = "text.txt",
    settings: CheckSettings = CheckSettings()
  ) throws -> [String] {
    let checker = TextChecker(glossary, settings: settings)
    return shown(checker.findings(in: [try self.text(text, language, path: path)])[0])
  }

  static func shown(_ findings: [CheckFinding]) -> [String] {
    findings.map { finding in
      "\(finding.rule.rawValue): \(finding.text)"
        + (finding.suggestions.first.map { " → \($0)" } ?? "")
    }
  }

  /// The text after mending.
  static func fixed(
    _ text: String, _ language: Language = .italian, path: String = "text.txt",
    settings: CheckSettings = CheckSettings()
  ) throws -> String {
    let checker = TextChecker(glossary, settings: settings)
    let fixed = checker.fixed([try self.text(text, language, path: path)])[0]
    return String(decoding: fixed.text.document.bytes, as: UTF8.self)
  }
}
