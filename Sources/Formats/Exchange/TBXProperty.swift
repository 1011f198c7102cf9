import BitestoGlossary
import BitestoText

/// What a glossary says and TBX has no element for, as the text of a note: `bitesto:kind=person`.
///
/// A line end in the value is `\n`, a tab `\t`, a backslash `\\`. A note that itself begins like a
/// property, or whose white space means something, is written as the property `note`.
enum TBXProperty: String, CaseIterable {
  case comment, gender, kind, note, relation, source, status, style, surname, system

  private static let prefix = "bitesto:"

  /// The text of the note.
  func text(_ value: String) -> String {
    Self.prefix + rawValue + "=" + EscapedText.escaped(value)
  }

  /// The property that a note is, and its value; nil for any other note.
  static func read(_ note: String) -> (property: TBXProperty, value: String)? {
    let text = note.utf8.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard text.starts(with: prefix.utf8) else { return nil }
    let rest = text.dropFirst(prefix.utf8.count)
    guard let sign = rest.firstIndex(of: UInt8(ascii: "=")),
      let property = TBXProperty(rawValue: String(decoding: rest[..<sign], as: UTF8.self))
    else { return nil }
    let value = String(decoding: rest[sign...].dropFirst(), as: UTF8.self)
    return (property, EscapedText.unescaped(value))
  }

  /// Whether a text comes back as it is from an element whose white space is layout.
  static func isPlain(_ text: String) -> Bool {
    EntryCollector.plain(text).utf8.elementsEqual(text.utf8)
      && !text.utf8.starts(with: prefix.utf8)
  }
}
