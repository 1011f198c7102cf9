import BitestoText

extension NameIndex: NameFinder {
  /// Adjectives count as their places: "i soldati bielorussi" are "Belarus's soldiers".
  public func entities(in document: Document, range: Range<Int>) -> [Int] {
    mentions(in: document.bytes, range: range).map { referents[$0.entry] }
  }
}
