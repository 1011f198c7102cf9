import BitestoAlignment
import BitestoText

/// A change that a careless translation could have made to a quotation, and the rule that should see it.
struct FidelityMutation: Sendable {
  let name: String
  let rule: FidelityRule
  /// Whether reported clauses are changed, too; of what they may leave out nothing is said.
  var changesReports = false
  /// The words of the quotation with the change; nil when there is nothing to change. Gets the words of the
  /// source, too.
  let change: @Sendable (String, String) -> String?

  static let all: [FidelityMutation] = [
    FidelityMutation(name: "a figure changed", rule: .number, changesReports: true) { text, _ in
      guard let digit = text.firstIndex(where: { ("1"..."9").contains($0) }),
        let value = text[digit].wholeNumberValue
      else { return nil }
      return text.replacingCharacters(digit, with: String(value % 9 + 1))
    },
    FidelityMutation(name: "a number word changed", rule: .number, changesReports: true) {
      text, _ in
      let others = [
        "due": "nove", "tre": "otto", "quattro": "undici", "cinque": "tre", "sei": "otto",
        "sette": "quattro", "dieci": "trenta",
      ]
      return text.replacingWord { others[$0] }
    },
    FidelityMutation(name: "a negation taken out", rule: .negation) { text, _ in
      let words = text.lowercased().split { !$0.isLetter }
      guard words.count(where: { $0 == "non" }) == 1 else { return nil }
      return text.replacingWord { $0.lowercased() == "non" ? "" : nil }
    },
    FidelityMutation(name: "a negation put in", rule: .negation) { text, _ in
      let verbs: Set = [
        "è", "ha", "sono", "hanno", "era", "abbiamo", "deve", "vuole", "siamo", "ho", "possiamo",
        "sarà", "avrebbe", "sarebbe", "può",
      ]
      guard !text.lowercased().split(whereSeparator: { !$0.isLetter }).contains("non") else {
        return nil
      }
      return text.replacingWord { verbs.contains($0) ? "non " + $0 : nil }
    },
    FidelityMutation(name: "a name changed", rule: .name, changesReports: true) { text, source in
      let known = Set(source.split { !$0.isLetter })
      var isFirst = true
      return text.replacingWord { word in
        defer { isFirst = false }
        let isName = word.count > 3 && word.first?.isUppercase == true && word != word.uppercased()
        return isName && !isFirst && known.contains(Substring(word)) ? "Bergamaschi" : nil
      }
    },
    FidelityMutation(name: "a hedge put in", rule: .hedge) { text, _ in
      text.replacingWord { ["è", "ha", "sono", "hanno", "era"].contains($0) ? "forse " + $0 : nil }
    },
  ]

  /// A bitext of the one unit, changed; nil when there is nothing to change.
  func applied(to unit: Bitext.Unit, in bitext: Bitext) throws -> Bitext? {
    let document = bitext.source.document
    guard let range = unit.source, let target = unit.target,
      changesReports || unit.quotation?.kind != .indirect,
      let changed = change(
        document.text(range), bitext.targets[target.side].document.text(target.range))
    else { return nil }
    let bytes =
      document.bytes[..<range.lowerBound] + Array(changed.utf8)
      + document.bytes[range.upperBound...]
    var copy = bitext
    copy.source.document = try Document(
      path: document.path, contents: Array(bytes), language: document.language)
    copy.source.segments = Segmenter(language: document.language)
      .segments(of: copy.source.document)
    var unit = unit
    unit.source = range.lowerBound..<(range.lowerBound + changed.utf8.count)
    copy.units = [unit]
    return copy
  }
}

extension String {
  fileprivate func replacingCharacters(_ index: Index, with text: String) -> String {
    self[..<index] + text + self[self.index(after: index)...]
  }

  /// With the first word replaced that there is a replacement for; nil when there is none.
  fileprivate func replacingWord(_ replacement: (String) -> String?) -> String? {
    var index = startIndex
    while index < endIndex {
      guard self[index].isLetter else {
        index = self.index(after: index)
        continue
      }
      let end = self[index...].firstIndex { !$0.isLetter } ?? endIndex
      if let new = replacement(String(self[index..<end])) {
        return self[..<index] + new + self[end...]
      }
      index = end
    }
    return nil
  }
}
