import BitestoAlignment
import BitestoText

/// The bar on top of a page: what was found, the filters, the buttons. Filters and buttons are for
/// the script, which shows them.
struct PageTop {
  let bitext: Bitext
  let outlets: OutletList

  private var isTrace: Bool { bitext.kind == .trace }
  private var noun: String { isTrace ? "quotation" : "unit" }

  func write(to output: inout ByteOutput) {
    let start = isTrace ? "quotations" : "units"
    output.raw(
      """
      <a class="skip" href="#\(start)">Skip to the \(noun)s</a>
      <header class="top">
      <p class="tally">\(bitext.tally)</p>

      """)
    if !bitext.units.isEmpty { writeFilters(to: &output) }
    output.raw("<div class=\"tools\">\n")
    if !bitext.units.isEmpty {
      output.raw(
        """
        <button type="button" id="fold" class="narrow-only" aria-expanded="false" \
        aria-controls="filters">Filter</button>
        <button type="button" id="previous" aria-label="Previous \(noun)" title="k">↑</button>
        <button type="button" id="next" aria-label="Next \(noun)" title="j">↓</button>

        """)
    }
    output.raw(
      """
      <button type="button" id="help-open" aria-haspopup="dialog" aria-label="Keys and signs" \
      title="Keys and signs">?</button>
      </div>
      <p class="hidden" role="status" id="status"></p>
      </header>

      """)
  }

  private func writeFilters(to output: inout ByteOutput) {
    var counts: [ReviewKind: Int] = [:]
    var hasQuotations = !isTrace
    for entry in bitext.entries {
      let kinds = entry.reviewKinds(in: bitext.kind)
      hasQuotations = hasQuotations || !kinds.contains(.sentence)
      for kind in kinds { counts[kind, default: 0] += 1 }
    }
    output.raw(
      "<div class=\"filters\" id=\"filters\" role=\"search\" aria-label=\"Filter the \(noun)s\" "
        + "data-one=\"\(noun)\" data-many=\"\(noun)s\">\n"
        + "<div class=\"chips\" role=\"group\" aria-label=\"Show\">\n")
    writeChip("all", "All", count: bitext.units.count, isPressed: true, to: &output)
    for kind in ReviewKind.allCases where kind != .sentence {
      writeChip(kind.rawValue, name(of: kind), count: counts[kind] ?? 0, to: &output)
    }
    if let sentences = counts[.sentence] {
      writeChip(
        ReviewKind.sentence.rawValue, name(of: .sentence), class: "apart", count: sentences,
        isPressed: !hasQuotations, to: &output)
    }
    output.raw("</div>\n")
    outlets.writeMenu(to: &output)
    output.raw(
      "<input type=\"search\" id=\"search\" placeholder=\"Search\" autocomplete=\"off\" "
        + "spellcheck=\"false\" aria-label=\"Search the \(noun)s\">\n</div>\n")
  }

  private func writeChip(
    _ filter: String, _ name: String, class names: String = "", count: Int,
    isPressed: Bool = false, to output: inout ByteOutput
  ) {
    output.raw("<button type=\"button\"" + (names.isEmpty ? "" : " class=\"\(names)\""))
    output.raw(" data-filter=\"\(filter)\" aria-pressed=\"\(isPressed)\"")
    output.raw((count == 0 ? " disabled" : "") + ">\(name) ")
    output.raw("<span class=\"count\">\(count)</span></button>\n")
  }

  private func name(of kind: ReviewKind) -> String {
    switch kind {
    case .missing: isTrace ? "Not found" : "No counterpart"
    case .unsure: "Unsure"
    case .noted: "With notes"
    case .sentence: "Sentences"
    }
  }
}
