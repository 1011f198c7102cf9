extension XLIFFReader {
  /// The confirmation levels of segments by their ids, from a `seg-defs` whose start tag is the last token.
  ///
  /// Trados Studio states there what XLIFF 1.2 has no place for, since it marks segments inside a unit.
  mutating func readConfirmationLevels(into levels: inout [String: String]) throws {
    while true {
      switch try xml.next() {
      case .text: try readStrayText()
      case .start where xml.name == "seg":
        if let id = xml.attributes["id"] { levels[id] = xml.attributes["conf"] }
        try skipElement()
      case .start where xml.name != unitName: try skipElement()
      case .end where xml.name == "seg-defs": return
      default: throw unreadable("<seg-defs> is never closed")
      }
      try checkFaults()
    }
  }
}
