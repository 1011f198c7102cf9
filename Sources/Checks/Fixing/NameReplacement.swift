import BitestoGlossary
import BitestoText

/// Puts one form of a name in the place of another, and sets right what depends on how it begins.
struct NameReplacement {
  let text: CheckedText
  /// Of the entry; for a place the gender of its Italian name.
  let gender: Entry.Gender?

  /// The edits, or nil where markup stands inside the old words.
  func fix(_ range: Range<Int>, with words: String) -> Fix? {
    guard !text.hasMarkup(range) else { return nil }
    let old = text.prose.text(range)
    let new = Self.capitalized(words, like: old)
    guard new != old else { return nil }
    var edits = [Fix.Edit(range, new)]
    if let before = WordBefore(range.lowerBound, in: text),
      let word = adapted(before, old: old, new: new)
    {
      // The space or apostrophe between both belongs to the article.
      edits.insert(Fix.Edit(before.range.lowerBound..<range.lowerBound, word), at: 0)
    }
    return Fix(edits)
  }

  private func adapted(_ before: WordBefore, old: String, new: String) -> String? {
    let article: String? =
      switch text.language {
      case .italian:
        ItalianArticles(gender: gender ?? Self.gender(of: new))
          .adapted(before.words, isElided: before.isElided, old: old, to: new)
      case .english: EnglishArticles.adapted(before.words, old: old, to: new)
      default: nil
      }
    guard let article, !text.hasMarkup(before.range) else { return nil }
    let cased = before.startsUppercase ? Self.uppercasedFirst(article) : article
    let joined = cased.hasSuffix("'") ? cased.dropLast() + before.apostrophe : cased + " "
    return joined == before.whole ? nil : joined
  }

  /// The gender that an ending lets one expect.
  private static func gender(of name: String) -> Entry.Gender {
    name.hasSuffix("a") || name.hasSuffix("à") ? .feminine : .masculine
  }

  /// In capitals where the old words are; "lukashenko" in a name of a file stays as it is.
  private static func capitalized(_ new: String, like old: String) -> String {
    let letters = old.filter(\.isLetter)
    if letters.count > 3, letters.allSatisfy(\.isUppercase), new.contains(where: \.isLowercase) {
      return new.uppercased()
    }
    let startsUpper = letters.first?.isUppercase ?? false
    return startsUpper && new.first?.isLowercase ?? false ? uppercasedFirst(new) : new
  }

  private static func uppercasedFirst(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}

/// The word right before a name, as far as only a space or an apostrophe is between them.
private struct WordBefore {
  /// UTF-8 bytes, the apostrophe excluded.
  var range: Range<Int>
  /// In lower case.
  var words: String
  var isElided: Bool
  /// As the text writes it.
  var apostrophe = "'"
  var startsUppercase: Bool
  /// With what stands between it and the name.
  var whole: String

  init?(_ offset: Int, in text: CheckedText) {
    let bytes = text.prose.bytes
    var end = offset
    isElided = false
    if end >= 3, bytes[(end - 3)..<end].elementsEqual("’".utf8) {
      (isElided, apostrophe) = (true, "’")
      end -= 3
    } else if end >= 1, bytes[end - 1] == 0x27 {
      isElided = true
      end -= 1
    } else if end >= 1, bytes[end - 1] == 0x20 {
      end -= 1
    } else {
      return nil
    }
    // Articles and prepositions are plain letters.
    var start = end
    while start > 0, Self.isLetter(bytes[start - 1]) { start -= 1 }
    guard start < end, start == 0 || bytes[start - 1] < 0x80 else { return nil }
    range = start..<end
    let word = text.prose.text(range)
    words = word.lowercased()
    startsUppercase = word.first?.isUppercase ?? false
    whole = text.prose.text(start..<offset)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
