import BitestoGlossary
import BitestoText

/// Tells which known name an unlisted one may be a spelling of.
///
/// What compares names by their sound can stand in for ``ListedResemblance``; the checker asks it
/// only about capitalized words that no form of the glossary matches.
public protocol NameResemblance: Sendable {
  /// The form that neighboring capitalized words may stand for; nil when they are nobody known, or
  /// when that is for no machine to say.
  func knownName(like words: [String], in language: Language) -> ResembledName?
}

/// The known name behind an unlisted spelling.
public struct ResembledName: Hashable, Sendable {
  /// ``Entry/id``.
  public var entry: String
  public var form: String

  public init(entry: String, form: String) {
    self.entry = entry
    self.form = form
  }
}

/// People whose given name is spelled as the glossary has it and whose surname has the same
/// consonants.
public struct ListedResemblance: NameResemblance {
  private struct Key: Hashable {
    var givenName: String
    var skeleton: String
    var language: Language
  }

  private var names: [Key: [(name: ResembledName, surname: String)]] = [:]
  /// An edit more than these makes another name.
  private static let mostEdits = 2

  public init(_ glossary: Glossary) {
    for entry in glossary.entries where entry.kind == .person {
      for form in entry.forms where form.isLatin && form.isAllowed {
        let words = NameKey.bare(form.text).split(separator: " ").map(String.init)
        guard words.count == 2, let given = words.first, let surname = words.last else { continue }
        let skeleton = NameShape(surname).skeletons[0]
        guard skeleton.count >= 3 else { continue }
        names[Key(givenName: given, skeleton: skeleton, language: form.language), default: []]
          .append((ResembledName(entry: entry.id, form: form.text), surname))
      }
    }
  }

  public func knownName(like words: [String], in language: Language) -> ResembledName? {
    guard words.count == 2, let given = words.first, let surname = words.last else { return nil }
    let key = Key(
      givenName: NameKey.bare(given), skeleton: NameShape(surname).skeletons.first ?? "",
      language: language)
    guard let near = names[key] else { return nil }
    let bare = NameKey.bare(surname)
    let fitting = near.filter {
      let distance = edits($0.surname, bare)
      // The last vowel tells a woman's surname from a man's.
      return distance > 0 && distance <= Self.mostEdits
        && ($0.surname.last == "a") == (bare.last == "a")
    }
    guard let first = fitting.first, fitting.allSatisfy({ $0.name.entry == first.name.entry })
    else { return nil }
    return first.name
  }
}

/// Looks for names that no form of the glossary matches and that resemble a known one.
struct UnknownVariantRule {
  let resemblance: any NameResemblance

  /// - Parameter known: where known names stand, in order.
  func findings(
    in text: CheckedText, known: [Range<Int>]
  ) -> [(range: Range<Int>, name: ResembledName)] {
    var found: [(range: Range<Int>, name: ResembledName)] = []
    for (first, second) in zip(text.tokens, text.tokens.dropFirst())
    where isName(first, text) && isName(second, text) {
      let range = text.trimmed(first.range.lowerBound..<second.range.upperBound)
      let gap = text.prose.text(first.range.upperBound..<second.range.lowerBound)
      guard gap == " " || gap == "\u{A0}" else { continue }
      let next = known.partitioningIndex { $0.upperBound > second.range.lowerBound }
      if next < known.count, known[next].overlaps(second.range) { continue }
      let words = [text.seen(first.range), text.seen(second.range)]
      if let name = resemblance.knownName(like: words, in: text.language) {
        found.append((range, name))
      }
    }
    return found
  }

  private func isName(_ token: Token, _ text: CheckedText) -> Bool {
    // Small letters of ASCII are no capitals.
    guard token.kind == .word, !(0x61...0x7A).contains(text.prose.bytes[token.range.lowerBound])
    else { return false }
    let words = text.prose.text(token.range).unicodeScalars
    return words.count > 1 && words.first.map { $0.properties.isUppercase } ?? false
  }
}
