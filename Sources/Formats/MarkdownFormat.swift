import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// Markdown to paste into a mail or an issue: a block for each quotation, or a table of the
  /// aligned segments.
  public static let markdown = BitextFormat(
    name: "markdown", summary: "Markdown for a mail or an issue", extensions: ["md", "markdown"]
  ) { bitext, options, output in
    output.raw("# ")
    output.markdown(bitext.title ?? Array(bitext.source.document.path.utf8)[...])
    output.raw("\n\n\(bitext.tally).\n\n")
    switch bitext.kind {
    case .alignment:
      try writeTable(of: bitext, to: &output)
    case .trace:
      for entry in bitext.entries {
        writeBlock(of: entry, to: &output)
        try output.flushIfLarge()
      }
    }
    if let signature = options.signature {
      output.raw("\n<sub>")
      output.markdown(signature)
      output.raw("</sub>\n")
    }
    return 0
  }
}

extension Bitext {
  /// How many units have both sides, as a phrase: "9 of 12 quotations found in 3 of 14 reports".
  var tally: String {
    let complete = entries.filter { $0.source != nil && $0.target != nil }
    switch kind {
    case .alignment:
      return "\(complete.count) of \(counted(units, "unit")) with both sides"
    case .trace:
      if units.isEmpty { return "no quotations in the article" }
      let sentences = units.filter { $0.quotation == nil }
      let quotations = units.filter { $0.quotation != nil }
      let found = complete.count { $0.quotation != nil }
      let parts = [
        quotations.isEmpty ? nil : "\(found) of \(counted(quotations, "quotation"))",
        sentences.isEmpty
          ? nil : "\(complete.count - found) of \(counted(sentences, "sentence"))",
      ]
      let used = Set(complete.compactMap(\.targetSide)).count
      return parts.compactMap(\.self).joined(separator: " and ")
        + " found in \(used) of \(counted(comparedReports, "report"))"
    }
  }

  private func counted(_ things: some Collection, _ noun: String) -> String {
    counted(things.count, noun)
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension Quotation {
  /// Who reported the words and how, as a phrase: "translated by Ukrainska Pravda".
  var credit: String? {
    outlet.flatMap { $0.name == speaker ? nil : $0.credit }
  }
}

extension Quotation.Outlet {
  /// What the outlet did, as a phrase: "translated by Ukrainska Pravda".
  var credit: String {
    switch role {
    case .reported: "reported by \(name)"
    case .translated: "translated by \(name)"
    case .published: "published by \(name)"
    case .analyzed: "analyzed by \(name)"
    case .speaker: "\(name) itself"
    }
  }
}

private func writeTable(of bitext: Bitext, to output: inout ByteOutput) throws {
  let languages = [bitext.source, bitext.targets.first ?? bitext.source]
    .map(\.document.language.rawValue)
  output.raw("| # | \(languages[0]) | \(languages[1]) | confidence |\n| --: | --- | --- | --: |\n")
  for entry in bitext.entries {
    output.raw("| \(entry.number) | ")
    output.markdown(entry.source?.text ?? [])
    output.raw(" | ")
    output.markdown(entry.target?.text ?? [])
    output.raw(" | \(percent(entry.confidence)) % |\n")
    try output.flushIfLarge()
  }
}

private func writeBlock(of entry: Entry, to output: inout ByteOutput) {
  output.raw("## \(entry.number). ")
  output.markdown(entry.speaker)
  if let credit = entry.quotation?.credit {
    output.raw(", ")
    output.markdown(credit)
  }
  output.raw("\n\n> ")
  output.markdown(entry.source?.text ?? [])
  guard let match = entry.wholeTarget else {
    output.raw("\n\n**No match** in the reports (\(percent(entry.confidence)) % sure).\n\n")
    return
  }
  output.raw("\n>\n> ")
  output.markdown(match.text)
  output.raw("\n\n")
  writeOrigin(of: match, to: &output)
  output.raw("\n")
  for joined in entry.joined {
    output.raw("- and ")
    writeOrigin(of: joined.excerpt, to: &output)
  }
  for note in entry.unit.notes {
    output.raw("- **\(note.rule.severity.rawValue)** \(note.rule.rawValue): ")
    output.markdown(note.message)
    output.raw("\n")
  }
  for alternative in entry.alternatives {
    output.raw("- also ")
    writeOrigin(of: alternative.excerpt, to: &output)
  }
  let isPlain = entry.joined.isEmpty && entry.alternatives.isEmpty && entry.unit.notes.isEmpty
  if !isPlain { output.raw("\n") }
}

private func writeOrigin(of excerpt: Excerpt, to output: inout ByteOutput) {
  let facts = [excerpt.side.outlet, excerpt.path, excerpt.side.date]
  for fact in facts.compactMap({ $0 }) {
    output.markdown(fact)
    output.raw(", ")
  }
  output.raw("\(percent(excerpt.confidence)) % sure\n")
}

extension ByteOutput {
  fileprivate mutating func markdown(_ text: String) {
    markdown(Array(text.utf8)[...])
  }

  /// Appends text so that Markdown reads it as text on one line: what has a meaning gets a
  /// backslash, white space and line ends become one space.
  fileprivate mutating func markdown(_ text: ArraySlice<UInt8>) {
    var isAtStart = true
    var digits = 0
    var owesSpace = false
    for byte in text {
      if byte <= 0x20 || byte == 0x7F {
        owesSpace = owesSpace || !isAtStart
        continue
      }
      if owesSpace {
        raw(0x20)
        owesSpace = false
        digits = -1
      }
      let startsBlock = isAtStart && meaningfulAtStart.contains(byte)
      let endsNumber = digits > 0 && (byte == 0x2E || byte == 0x29)
      if byte == 0x3C || byte == 0x26 {
        raw(byte == 0x3C ? "&lt;" : "&amp;")
      } else {
        if meaningful.contains(byte) || startsBlock || endsNumber { raw(0x5C) }
        raw(byte)
      }
      let isDigit = (0x30...0x39).contains(byte)
      digits = isDigit && digits >= 0 ? digits + 1 : -1
      isAtStart = false
    }
  }
}

/// The bytes that Markdown gives a meaning anywhere in a line.
private let meaningful = Set("\\`*_[]#|~$".utf8)

/// The bytes that open a quote, a list or an underline at the start of a line.
private let meaningfulAtStart = Set(">+-=".utf8)
