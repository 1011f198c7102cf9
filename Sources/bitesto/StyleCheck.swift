import BitestoCommandLayer
import BitestoGlossary
import BitestoSuggestion

extension Style {
  /// - Parameter place: what names the style, when it is not the command line: "bitesto.json:3: ".
  /// - Throws: ``CommandError`` when no form of a glossary has the style.
  func check(in glossary: Glossary, place: String = "") throws {
    let known = Set(glossary.entries.flatMap { $0.forms.map(\.style) }).subtracting([.any])
    if known.contains(self) { return }
    let names = known.map(\.rawValue).sorted()
    throw CommandError(
      "\(place)no glossary has the style \(quoted(rawValue))"
        + didYouMean(rawValue, among: names),
      notes: ["the glossaries have: \(names.joined(separator: ", "))"])
  }
}
