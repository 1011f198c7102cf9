/// The lines of a text whose words are laid out in a number of columns.
///
/// Paragraphs are separated by an empty line; a single line break is a space. A word wider than the
/// columns keeps a line to itself.
public func wrapped(_ text: String, columns: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var width = 0
  func endLine() {
    if !line.isEmpty { lines.append(line) }
    line = ""
    width = 0
  }
  for source in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let words = source.split(separator: " ")
    if words.isEmpty {
      endLine()
      if let last = lines.last, !last.isEmpty { lines.append("") }
    }
    for word in words {
      let wordWidth = displayWidth(String(word))
      if width > 0, width + 1 + wordWidth > columns { endLine() }
      line += (width > 0 ? " " : "") + word
      width += wordWidth + (width > 0 ? 1 : 0)
    }
  }
  endLine()
  if lines.last?.isEmpty ?? false { lines.removeLast() }
  return lines
}
