import BitestoGlossary
import BitestoText

/// One entry of a glossary as a person reads it in a terminal: what it is, a line for each form, the
/// relations in both directions.
public struct EntryView {
  private let glossary: Glossary
  private let style: TerminalStyle

  public init(_ glossary: Glossary, style: TerminalStyle = .plain) {
    self.glossary = glossary
    self.style = style
  }

  public func lines(of entry: BitestoGlossary.Entry) -> [String] {
    [style.dressed(entry.id, \.strong) + "  " + description(of: entry)] + forms(of: entry)
      + relations(of: entry)
  }

  private func description(of entry: BitestoGlossary.Entry) -> String {
    var parts = [entry.kind.rawValue]
    if let gender = entry.gender { parts.append(gender.rawValue) }
    switch entry.surname {
    case .never: break
    case .last: parts.append("the surname, the last word, may stand alone")
    case .first: parts.append("the surname, the first word, may stand alone")
    }
    return parts.joined(separator: ", ")
  }

  private func forms(of entry: BitestoGlossary.Entry) -> [String] {
    let rows = entry.forms.map { form in
      [
        form.language.rawValue, form.status.rawValue, TerminalText.line(form.text),
        form.style.rawValue, form.system?.rawValue ?? "", TerminalText.line(form.source),
        TerminalText.line(form.note),
      ]
    }
    let columns = (rows.first ?? []).indices
    let widths = columns.map { column in rows.map { TerminalText.width($0[column]) }.max() ?? 0 }
    return zip(entry.forms, rows).map { form, row in
      let cells = columns.filter { widths[$0] > 0 }.map { column in
        let cell = TerminalText.padded(row[column], widths[column])
        return column == 1 ? style.dressed(cell, color(of: form.status)) : cell
      }
      return trimmed("  " + cells.joined(separator: "  "))
    }
  }

  private func color(of status: Form.Status) -> KeyPath<TerminalStyle, String> {
    switch status {
    case .preferred: \.good
    case .accepted: \.plain
    case .deprecated: \.fair
    case .forbidden: \.poor
    }
  }

  private func relations(of entry: BitestoGlossary.Entry) -> [String] {
    let own = entry.relations.map { "\($0.kind.rawValue) \(named($0.target))" }
    let others = glossary.entries.flatMap { other in
      other.relations.filter { $0.target == entry.id }
        .map { "\(named(other.id)) is \($0.kind.rawValue) \(entry.id)" }
    }
    return (own + others).map { "  → " + $0 }
  }

  /// "russia (Russia)".
  private func named(_ id: String) -> String {
    guard let entry = glossary[id],
      let form = entry.preferredForm(in: .italian, style: .press) ?? entry.forms.first
    else { return id }
    return "\(id) (\(TerminalText.line(form.text)))"
  }

  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
