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

/// People with a listed form that comparison takes for the same name, by spelling and given names alone.
public struct ListedResemblance: NameResemblance {
  private struct Form {
    var name: ResembledName
    var key: NameKey
  }

  private let comparer = NameComparer.builtIn
  /// By the consonants of the surname, in each language.
  private var forms: [Language: [String: [Form]]] = [:]

  public init(_ glossary: Glossary) {
    for entry in glossary.entries where entry.kind == .person {
      for form in entry.forms where form.isLatin && form.isAllowed {
        guard let skeleton = NameShape(form.text).skeletons.last, skeleton.count >= 2 else {
          continue
        }
        forms[form.language, default: [:]][skeleton, default: []].append(
          Form(
            name: ResembledName(entry: entry.id, form: form.text), key: comparer.key(of: form.text))
        )
      }
    }
  }

  public func knownName(like words: [String], in language: Language) -> ResembledName? {
    let name = words.joined(separator: " ")
    guard let skeleton = NameShape(name).skeletons.last,
      let candidates = forms[language]?[skeleton]
    else { return nil }
    let key = comparer.key(of: name)
    let same = candidates.filter { comparer.compare($0.key, key).verdict == .same }
    guard let first = same.first, same.allSatisfy({ $0.name.entry == first.name.entry })
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
