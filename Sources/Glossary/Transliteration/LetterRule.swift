/// A rule of a transliteration table: what some letters become, and where.
///
/// Written `{SET}LETTERS{SET}=LETTERS`; the sets are optional. See romanization.tsv.
struct LetterRule: Sendable {
  /// The left side, in lower case.
  let letters: [UInt32]
  let before: Surroundings?
  let after: Surroundings?
  /// The right side.
  private let right: String
  /// It in lower case, with a capital, and in capitals, as UTF-8.
  let lower: [UInt8]
  let capitalized: [UInt8]
  let upper: [UInt8]

  /// Nil when the text is no rule.
  init?(_ text: Substring) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    var left = text[..<equals]
    var sets: (before: Substring?, after: Substring?)
    if left.first == "{", let end = left.firstIndex(of: "}") {
      sets.before = left[left.index(after: left.startIndex)..<end]
      left = left[left.index(after: end)...]
    }
    if left.last == "}", let start = left.firstIndex(of: "{") {
      sets.after = left[left.index(after: start)...].dropLast()
      left = left[..<start]
    }
    guard !left.isEmpty else { return nil }
    self.init(
      letters: left.unicodeScalars.map(\.value), before: sets.before.map(Surroundings.init),
      after: sets.after.map(Surroundings.init),
      becoming: String(text[text.index(after: equals)...]))
  }

  private init(
    letters: [UInt32], before: Surroundings?, after: Surroundings?, becoming right: String
  ) {
    self.letters = letters
    self.before = before
    self.after = after
    self.right = right
    lower = Array(right.utf8)
    capitalized = Array(Self.capitalized(right).utf8)
    upper = Array(right.uppercased().utf8)
  }

  /// The rule with sides exchanged; nil when it holds only in some places or gives nothing.
  var reversed: LetterRule? {
    guard before == nil, after == nil, !right.isEmpty else { return nil }
    var text = ""
    text.unicodeScalars.append(contentsOf: letters.compactMap(Unicode.Scalar.init))
    return LetterRule(
      letters: right.unicodeScalars.map(\.value), before: nil, after: nil, becoming: text)
  }

  /// The same rule for other letters.
  func replacing(_ letters: [UInt32]) -> LetterRule {
    LetterRule(letters: letters, before: before, after: after, becoming: right)
  }

  /// How much a rule says about its place.
  var precision: Int { (before == nil ? 0 : 1) + (after == nil ? 0 : 1) }

  private static let tie: Unicode.Scalar = "\u{361}"

  /// With the first letter large, and the one tied to it: i͡a, I͡A.
  private static func capitalized(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: \.properties.isLowercase) else { return text }
    var indices = [first]
    if first + 2 < scalars.count, scalars[first + 1] == tie { indices.append(first + 2) }
    for index in indices {
      let large = scalars[index].properties.uppercaseMapping.unicodeScalars
      if large.count == 1, let large = large.first { scalars[index] = large }
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }
}
