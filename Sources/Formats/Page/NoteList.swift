import BitestoAlignment
import BitestoText

/// What a unit says otherwise than its source, note by note.
struct NoteList {
  let entry: Entry
  let bitext: Bitext

  func write(to output: inout ByteOutput) {
    guard !entry.unit.notes.isEmpty else { return }
    let words = (
      source: entry.notedSourceWords(in: bitext), target: entry.notedTargetWords(in: bitext)
    )
    output.raw("<ul class=\"notes\" aria-label=\"Notes\">\n")
    for (index, note) in entry.unit.notes.enumerated() {
      let severity = note.rule.severity.rawValue
      let name = "\(entry.number)-\(index + 1)"
      let anchor = (words.source + words.target).first { $0.name == name }?.anchor
      output.raw("<li class=\"\(severity)\" title=\"\(note.rule.rawValue)\">")
      output.raw("<span class=\"hidden\">\(severity): </span>")
      output.raw(anchor.map { "<a href=\"#\($0)\" data-words=\"\(name)\">" } ?? "<b>")
      output.markup(note.rule.summary)
      output.raw(anchor == nil ? "</b>" : "</a>")
      if !note.message.isEmpty {
        output.raw("\n<p class=\"message\" dir=\"auto\">")
        output.markup(note.message)
        output.raw("</p>")
      }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }
}
