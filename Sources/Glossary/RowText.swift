import BitestoText

/// The rows of a glossary file as text.
struct RowText {
  typealias Column = GlossaryFile.Column

  /// The columns of the file, in its order; nil for one that is not known.
  var columns: [Column?] = Column.allCases

  static let headerRow = Column.allCases.map(\.name).joined(separator: "\t")

  /// One form of an entry; what is true of the whole entry stands on its first row.
  func row(_ entry: Entry, _ form: Form, isFirst: Bool) -> String {
    var cells = columns.map { column in
      column.map { Self.cell(Self.value($0, entry, form, isFirst: isFirst)) } ?? ""
    }
    while cells.last == "" { cells.removeLast() }
    return cells.joined(separator: "\t")
  }

  /// The columns that an entry needs and the file does not have.
  func missing(for entry: Entry) -> [Column] {
    let absent = Column.allCases.filter { !columns.contains($0) }
    return absent.filter { column in
      entry.forms.indices.contains { index in
        !column.value(of: entry.forms[index], entry, isFirst: index == 0).isEmpty
      }
    }
  }

  private static func value(
    _ column: Column, _ entry: Entry, _ form: Form, isFirst: Bool
  ) -> String {
    let value = column.value(of: form, entry, isFirst: isFirst)
    return column == .source || column == .note ? EscapedText.escaped(value) : value
  }

  /// A cell that can't end the row or the cell, quoted when a reader would take quotes or white
  /// space at its ends for something else.
  private static func cell(_ text: String) -> String {
    let (space, quote) = (UInt8(ascii: " "), UInt8(ascii: "\""))
    guard let first = text.utf8.first, let last = text.utf8.last else { return "" }
    if text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
      let words = text.utf8.split { $0 == space || (0x09...0x0D).contains($0) }
      return cell(words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    }
    guard first == quote || first == space || last == space else { return text }
    var bytes = [quote]
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    return String(decoding: bytes + [quote], as: UTF8.self)
  }
}
