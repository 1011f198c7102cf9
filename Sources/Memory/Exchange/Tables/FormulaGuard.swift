/// The apostrophe before a cell that a spreadsheet would take for a formula (OWASP, "CSV Injection").
///
/// A text whose first character other than an apostrophe is one of `=`, `+`, `-`, `@`, TAB and CR gets
/// an apostrophe in front; reading takes one away from such a text. Since apostrophes in front count,
/// too, every text comes back as it was: "'=x" is written "''=x".
enum FormulaGuard {
  static func guarded(_ text: String) -> String {
    isFormula(text) ? "'" + text : text
  }

  static func unguarded(_ text: String) -> String {
    text.utf8.first == apostrophe && isFormula(text) ? String(text.dropFirst()) : text
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != apostrophe }) else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return true
    default: return false
    }
  }
}
