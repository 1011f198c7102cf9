import BitestoAlignment
import BitestoMemory
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
    let outlets = OutletList(of: bitext)
    PageTop(bitext: bitext, outlets: outlets).write(to: &output)
    switch bitext.kind {
    case .trace:
      try TracePage(bitext: bitext, outlets: outlets, options: options).write(to: &output)
    case .alignment:
      try AlignmentPage(bitext: bitext, options: options).write(to: &output)
    }
    PageHelp(kind: bitext.kind).write(to: &output)
    output.raw("<footer class=\"end soft\">")
    let day = options.creationTime.map { UTCTime(secondsSince1970: $0).day8601 }
    let facts = ["Bitesto \(options.toolVersion)", day, options.signature]
    output.markup(facts.compactMap { $0 }.joined(separator: " · "))
    output.raw("</footer>\n<script>\(PageFiles.script)</script>\n</body>\n</html>\n")
    return 0
  }
}

private func writeHead(of bitext: Bitext, _ options: WritingOptions, to output: inout ByteOutput) {
  let policy =
    "default-src 'none'; style-src 'sha256-\(SHA256.base64(PageFiles.style))'; "
    + "script-src 'sha256-\(SHA256.base64(PageFiles.script))'; base-uri 'none'; form-action 'none'"
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
  output.raw("</title>\n<style>\(PageFiles.style)</style>\n</head>\n")
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

  /// Text that its own direction, or a control character in it, cannot turn the rest of the line by.
  mutating func isolated(_ text: String, in name: String? = nil) {
    raw(name.map { "<\($0)>" } ?? "")
    raw("<bdi>")
    markup(text)
    raw("</bdi>" + (name.map { "</\($0)>" } ?? ""))
  }

  /// Who published a report, when, and where it lies.
  mutating func origin(of side: Bitext.Side) {
    if let outlet = side.outlet {
      isolated(outlet, in: "b")
      raw(" · ")
    }
    if let date = side.date {
      isolated(date, in: "time")
      raw(" · ")
    }
    isolated(side.document.path)
  }
}
