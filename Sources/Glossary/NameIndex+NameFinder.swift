import BitestoText

extension NameIndex: NameFinder {
  public func entities(in document: Document, range: Range<Int>) -> [Int] {
    mentions(in: document.bytes, range: range).map(\.entry)
  }
}
