/// Looks at the segments of units, alone and beside that of the source.
struct SegmentCheck {
  private var characters = CharacterCheck()

  /// Reports what is wrong with the segments of a unit.
  ///
  /// - Parameter source: which variant is the source; the others are compared with the first without it.
  mutating func check(_ unit: TranslationUnit, source: Int?, _ report: inout UnitReport) {
    let source = source ?? 0
    guard unit.variants.indices.contains(source) else { return }
    let original = unit.variants[source]
    let words = original.segment.plainText
    let hasCodes = unit.variants.contains { $0.segment.hasCodes }
    let codes = original.segment.allCodes
    for (index, variant) in unit.variants.enumerated() {
      let text = index == source ? words : variant.segment.plainText
      if !checkEmpty(variant, text, &report) {
        characters.check(text, variant.language, &report)
        let isWrong = checkLanguage(variant.language, text, &report)
        if index != source {
          Self.compare(original, words, with: variant, text, isWrong: isWrong, &report)
        }
      }
      if hasCodes {
        let own = index == source ? codes : variant.segment.allCodes
        CodeCheck.check(own, of: variant, &report)
        if index != source { CodeCheck.compare(codes, of: original, own, of: variant, &report) }
      }
    }
  }

  /// - Returns: whether it is empty.
  private func checkEmpty(
    _ variant: UnitVariant, _ text: String, _ report: inout UnitReport
  ) -> Bool {
    if let first = text.utf8.first, Self.isVisible(first) { return false }
    let isEmpty = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    if isEmpty, !variant.segment.hasCodes {
      report.add(
        .emptySegment,
        "the “\(excerpt(variant.language.spelling))” segment is empty; translate it or remove the unit"
      )
    }
    return isEmpty
  }

  /// - Returns: whether it is in another language.
  private func checkLanguage(
    _ language: LanguageTag, _ text: String, _ report: inout UnitReport
  ) -> Bool {
    guard let other = SegmentLanguage.contradiction(of: text, saidToBe: language) else {
      return false
    }
    report.add(
      .wrongLanguage,
      "the “\(excerpt(language.spelling))” segment is in “\(other)”: “\(excerpt(text))”; mend its tag or translate it"
    )
    return true
  }

  private static func compare(
    _ source: UnitVariant, _ words: String, with target: UnitVariant, _ text: String, isWrong: Bool,
    _ report: inout UnitReport
  ) {
    if !isWrong, text.utf8.count == words.utf8.count, text == words,
      !source.language.isSameLanguage(as: target.language),
      text.unicodeScalars.contains(where: \.properties.isAlphabetic)
    {
      report.add(
        .sameText,
        "“\(excerpt(target.language.spelling))” has the text of "
          + "“\(excerpt(source.language.spelling))”: “\(excerpt(text))”; is it translated?")
    }
    // Of most texts the bytes tell.
    let ends = [words.utf8.first, words.utf8.last, text.utf8.first, text.utf8.last]
    if ends.allSatisfy({ $0.map(isVisible) ?? false }) { return }
    // Code points, of which the first and the last are found at once, whatever the text.
    let (one, other) = (words.unicodeScalars, text.unicodeScalars)
    for (end, one, other) in [
      ("beginning", one.first, other.first), ("end", one.last, other.last),
    ] {
      guard let one = one?.properties.isWhitespace, let other = other?.properties.isWhitespace,
        one != other
      else { continue }
      let (with, without) = one ? (source, target) : (target, source)
      report.add(
        .surroundingSpace,
        "“\(excerpt(with.language.spelling))” has space at its \(end) and "
          + "“\(excerpt(without.language.spelling))” has none; make them alike")
    }
  }

  /// Whether a byte is a character of ASCII other than space and control characters.
  private static func isVisible(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F
  }
}
