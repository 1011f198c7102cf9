import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// The element of a page's head that says who wrote it.
  public static let htmlGenerator = "<meta name=\"generator\" content=\"Bitesto\">"

  /// One self-contained page to read and review the result in a browser.
  ///
  /// It asks nothing of the network, works without its script, and prints. Its Content Security
  /// Policy lets in this style and this script alone.
  public static let html = BitextFormat(
    name: "html", summary: "a page to review in the browser", extensions: ["html", "htm"]
  ) { bitext, options, output in
    writeHead(of: bitext, options, to: &output)
    output.raw("<body class=\"\(bitext.kind.rawValue)\">\n")
    writeTop(of: bitext, to: &output)
    switch bitext.kind {
    case .trace: try TracePage(bitext: bitext, options: options).write(to: &output)
    case .alignment: try AlignmentPage(bitext: bitext, options: options).write(to: &output)
    }
    output.raw("<footer class=\"end soft\">")
    let day = options.creationTime.map { UTCTime(secondsSince1970: $0).day8601 }
    let facts = ["Bitesto \(options.toolVersion)", day, options.signature]
    output.markup(facts.compactMap { $0 }.joined(separator: " · "))
    output.raw("</footer>\n<script>\(htmlScript)</script>\n</body>\n</html>\n")
    return 0
  }
}

private func writeHead(of bitext: Bitext, _ options: WritingOptions, to output: inout ByteOutput) {
  let policy =
    "default-src 'none'; style-src 'sha256-\(SHA256.base64(htmlStyle))'; "
    + "script-src 'sha256-\(SHA256.base64(htmlScript))'; base-uri 'none'; form-action 'none'"
  output.raw(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    \(BitextFormat.htmlGenerator)
    <title>
    """)
  output.markup(bitext.title ?? Array(bitext.source.document.path.utf8)[...])
  output.raw("</title>\n<style>\(htmlStyle)</style>\n</head>\n")
}

private func writeTop(of bitext: Bitext, to output: inout ByteOutput) {
  let noun = bitext.kind == .trace ? "quotation" : "unit"
  let start = bitext.kind == .trace ? "quotations" : "units"
  let passage = bitext.kind == .trace ? " · <kbd>Enter</kbd> to the passage" : ""
  output.raw(
    """
    <a class="skip" href="#\(start)">Skip to the \(noun)s</a>
    <header class="top">
    <p class="tally">\(bitext.tally)</p>
    <div class="tools">
    <p class="soft"><kbd>j</kbd> <kbd>k</kbd> next, previous\(passage)</p>
    <button type="button" id="check" aria-pressed="false">To check</button>
    <button type="button" id="previous" aria-label="Previous \(noun)">↑</button>
    <button type="button" id="next" aria-label="Next \(noun)">↓</button>
    </div>
    <p class="hidden" role="status" id="status"></p>
    </header>

    """)
}

extension ByteOutput {
  /// A confidence as a bar, a number and, for those who see neither, a word.
  mutating func confidenceBar(_ confidence: Double) {
    let (level, figure) = (ConfidenceLevel(confidence).rawValue, percent(confidence))
    raw(
      "<span class=\"sure \(level)\" title=\"\(level)\">"
        + "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        + "<rect width=\"100\" height=\"10\"/><rect width=\"\(figure)\" height=\"10\"/></svg>"
        + "\(figure) %<span class=\"hidden\"> sure, \(level)</span></span>")
  }

  /// An element in the language of the text it holds.
  mutating func element(
    _ name: String, class names: String = "", language: String, _ text: ArraySlice<UInt8>
  ) {
    raw("<\(name)" + (names.isEmpty ? "" : " class=\"\(names)\"") + " lang=\"")
    markup(language)
    raw("\" dir=\"auto\">")
    markup(text)
    raw("</\(name)>\n")
  }

  /// Who published a report, when, and where it lies.
  mutating func origin(of side: Bitext.Side) {
    if let outlet = side.outlet {
      raw("<b>")
      markup(outlet)
      raw("</b> · ")
    }
    if let date = side.date {
      raw("<time>")
      markup(date)
      raw("</time> · ")
    }
    raw("<span>")
    markup(side.document.path)
    raw("</span>")
  }
}
