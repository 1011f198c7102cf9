import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// XLIFF 1.2, which every translator's editor opens.
  ///
  /// Units without a target stay, to be translated; those without a source are left out. Other
  /// passages with the same words are `alt-trans`, so that an editor offers them as matches.
  public static let xliff = BitextFormat(
    name: "xliff", summary: "XLIFF 1.2 for an editor", extensions: ["xlf", "xliff"]
  ) { bitext, options, output in
    writeHeader(of: bitext, options, to: &output)
    var leftOut = 0
    for entry in bitext.entries {
      guard let source = entry.source else {
        leftOut += 1
        continue
      }
      output.raw("      <trans-unit id=\"\(entry.number)\">\n        ")
      writeText("source", of: source, options, to: &output)
      if let target = entry.wholeTarget {
        let isStrong = ConfidenceLevel(entry.confidence) == .strong
        let state = isStrong ? "translated" : "needs-review-translation"
        output.raw("        ")
        writeText("target", of: target, state: state, options, to: &output)
      }
      writeNote(of: entry, in: bitext, to: &output)
      for alternative in entry.alternatives {
        writeAlternative(alternative.excerpt, options, to: &output)
      }
      output.raw("      </trans-unit>\n")
      try output.flushIfLarge()
    }
    output.raw("    </body>\n  </file>\n</xliff>\n")
    return leftOut
  }
}

private func writeHeader(
  of bitext: Bitext, _ options: WritingOptions, to output: inout ByteOutput
) {
  output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  output.raw("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n  <file")
  let attributes: [(name: String, value: String?)] = [
    ("original", bitext.source.document.path),
    ("source-language", options.tag(for: bitext.source.document.language)),
    ("target-language", bitext.targets.first.map { options.tag(for: $0.document.language) }),
    ("datatype", "plaintext"),
    ("date", options.creationTime.map { UTCTime(secondsSince1970: $0).extended }),
    ("tool-id", "bitesto"),
  ]
  for case (let name, let value?) in attributes {
    output.raw(" \(name)=\"")
    output.xmlAttribute(value)
    output.raw("\"")
  }
  output.raw(">\n    <header>\n      <tool tool-id=\"bitesto\" tool-name=\"Bitesto\"")
  output.raw(" tool-version=\"")
  output.xmlAttribute(options.toolVersion)
  output.raw("\"/>\n")
  if let signature = options.signature {
    output.raw("      <note>")
    output.markup(signature, in: .xml)
    output.raw("</note>\n")
  }
  output.raw("    </header>\n    <body>\n")
}

private func writeText(
  _ element: String, of excerpt: Excerpt, state: String? = nil, _ options: WritingOptions,
  to output: inout ByteOutput
) {
  output.raw("<\(element) xml:lang=\"")
  output.xmlAttribute(options.tag(for: excerpt.language))
  if let state { output.raw("\" state=\"\(state)") }
  output.raw("\">")
  output.markup(excerpt.text, in: .xml)
  output.raw("</\(element)>\n")
}

/// Who says it and where the target was found, for the person at the editor.
private func writeNote(of entry: Entry, in bitext: Bitext, to output: inout ByteOutput) {
  let report = bitext.kind == .trace ? entry.target : nil
  let facts = [
    entry.quotation?.speaker, entry.quotation?.credit, report?.side.outlet, report?.path,
    "\(percent(entry.confidence)) % sure",
  ]
  output.raw("        <note from=\"Bitesto\">")
  output.markup(facts.compactMap { $0 }.joined(separator: ", "), in: .xml)
  output.raw("</note>\n")
}

private func writeAlternative(
  _ excerpt: Excerpt, _ options: WritingOptions, to output: inout ByteOutput
) {
  output.raw("        <alt-trans match-quality=\"\(percent(excerpt.confidence))%\" origin=\"")
  output.xmlAttribute(excerpt.path)
  output.raw("\">")
  writeText("target", of: excerpt, options, to: &output)
  output.raw("        </alt-trans>\n")
}
