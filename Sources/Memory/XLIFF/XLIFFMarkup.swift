import BitestoText

extension ByteOutput {
  /// Writes an attribute; nothing for nil.
  mutating func attribute(_ name: String, _ value: String?) {
    guard let value else { return }
    raw(" ")
    raw(name)
    raw("=\"")
    xmlAttribute(value)
    raw("\"")
  }

  mutating func text(_ text: String) {
    markup(text, in: .xml)
  }

  /// Writes the attributes of a note that both versions have.
  mutating func noteAttributes(_ note: MemoryNote) {
    if let language = note.attributes["xml:lang"].map({ LanguageTag($0) }), language.isWellFormed {
      attribute("xml:lang", language.canonical)
    }
    if let priority = note.attributes["priority"].flatMap({ Int($0) }), (1...10).contains(priority)
    {
      attribute("priority", "\(priority)")
    }
  }
}
