import BitestoAlignment
import BitestoText

/// The panel that explains the keys and the signs of a page; the script opens it.
struct PageHelp {
  let kind: Bitext.Kind

  private typealias Row = (term: String, meaning: String)

  func write(to output: inout ByteOutput) {
    output.raw(
      """
      <dialog id="help" aria-labelledby="help-title">
      <button type="button" id="help-close" class="close">Close</button>
      <h2 id="help-title">Keys and signs</h2>
      <div class="columns">

      """)
    write(keys, titled: "Keys", to: &output)
    write(signs, titled: "Signs", to: &output)
    output.raw(
      """
      </div>
      <p>Filters add up: two pressed show what meets either. Outlet and search narrow that down.</p>
      </dialog>

      """)
  }

  private var keys: [Row] {
    let noun = kind == .trace ? "quotation" : "unit"
    let all = [
      ("j", "next \(noun)"), ("k", "previous \(noun)"), ("Enter", "to its passage, and back"),
      ("/", "search"), ("Esc", "clear the selection, or the search"), ("?", "this panel"),
    ]
    return all.filter { kind == .trace || $0.0 != "Enter" }.map { ("<kbd>\($0)</kbd>", $1) }
  }

  private var signs: [Row] {
    let sure: [Row] = [ConfidenceLevel.strong, .likely, .doubtful].map {
      ("<span class=\"sure \($0.rawValue)\">\(figures(of: $0))</span>", "\($0.rawValue)")
    }
    guard kind == .trace else { return sure }
    return [
      ("<mark class=\"matched\">words</mark>", "found in a report"),
      ("<mark class=\"unmatched\">words</mark>", "in none of the reports"),
      ("<mark class=\"alternative\">words</mark>", "the same words elsewhere"),
      ("<mark class=\"error\">words</mark>", "said otherwise than in the source"),
    ] + sure
  }

  private func figures(of level: ConfidenceLevel) -> String {
    switch level {
    case .strong: "80–100 %"
    case .likely: "50–79 %"
    case .doubtful: "under 50 %"
    }
  }

  private func write(_ rows: [Row], titled title: String, to output: inout ByteOutput) {
    output.raw("<div><h3>\(title)</h3>\n<dl>\n")
    for row in rows {
      output.raw("<div><dt>\(row.term)</dt><dd>\(row.meaning)</dd></div>\n")
    }
    output.raw("</dl></div>\n")
  }
}
