import BitestoGlossary
import BitestoText

extension ExchangeFormat {
  /// Universal Terminology eXchange 1.20 (AAMT): tab-separated UTF-8 without a byte order mark, lines
  /// ended by CRLF, one translation a line with its status and a concept id.
  public static let utx = ExchangeFormat(
    name: "utx", summary: "UTX 1.20", extensions: ["utx"], isBilingual: true,
    encode: { entries, options, output in
      var written = Written()
      output.raw(
        "#UTX 1.20; \(options.source)/\(options.target); creator: Bitesto \(options.toolVersion)"
          + "\r\n#" + UTXColumn.allCases.map(\.rawValue).joined(separator: "\t") + "\r\n")
      for entry in entries {
        let pairs = TermPairs(entry, options, includesDeprecated: true)
        written.lost.add(pairs.lost(holding: [.identifier, .note, .status]))
        guard !pairs.sources.isEmpty, !pairs.targets.isEmpty else { continue }
        let termsBefore = written.terms
        for source in pairs.sources {
          guard source.text.utf8.first != UInt8(ascii: "#") else {
            written.lost.count(.numberSign)
            continue
          }
          for (index, target) in pairs.targets.enumerated() {
            // One translation is approved; that of another style is none to be sure of.
            let isSecond = index > 0 && target.status == .preferred
            let status = isSecond ? .accepted : target.status
            let cells = [
              source.text, target.text, entry.kind == .term ? "-" : "noun", status.utxValue,
              target.note, entry.id,
            ]
            output.tabSeparatedRow(cells, end: "\r\n", lost: &written.lost)
            written.terms += 1
          }
        }
        written.lost.count(
          .preferred, max(0, pairs.targets.count { $0.status == .preferred } - 1))
        if written.terms > termsBefore { written.entries += 1 }
        try output.flushIfLarge()
      }
      return written
    },
    decode: { (path, contents, options) throws(GlossaryError) in
      let bytes = try ExchangeText.utf8(contents, path: path)
      return try UTXReader(path: path, options: options).read(TabSeparatedRow.all(in: bytes))
    })
}

/// The columns that are written.
private enum UTXColumn: String, CaseIterable {
  case source = "src"
  case target = "tgt"
  case partOfSpeech = "src:pos"
  case status = "term status"
  case comment = "tgt:comment"
  case concept = "concept ID"
}

extension Form.Status {
  fileprivate var utxValue: String {
    switch self {
    case .preferred: "approved"
    case .accepted: "provisional"
    case .deprecated: "non-standard"
    case .forbidden: "forbidden"
    }
  }

  fileprivate init?(utxValue: String) {
    switch utxValue {
    case "approved": self = .preferred
    case "provisional": self = .accepted
    case "non-standard": self = .deprecated
    case "forbidden", "rejected": self = .forbidden
    default: return nil
    }
  }
}

private struct UTXReader {
  let path: String
  let options: ExchangeFormat.ReadingOptions

  func read(_ rows: [TabSeparatedRow]) throws(GlossaryError) -> ImportedGlossary {
    let header = rows.prefix { $0.cells[0].hasPrefix("#") }
    guard let first = header.first, first.cells[0].lowercased().hasPrefix("#utx"),
      let names = header.last, header.count > 1
    else {
      throw GlossaryError(
        path, rows.first?.line ?? 1,
        "no UTX header: '#UTX 1.20; it/en' and, on the last line that begins with '#', the columns")
    }
    var columns = names.cells.map { $0.drop { $0 == "#" || $0 == " " }.lowercased() }
    // UTX 1.20 may name terms by their language.
    let terms = columns.indices.filter { columns[$0].hasPrefix("term:") }
    let named = terms.map { String(columns[$0].dropFirst("term:".count)) }
    for (index, name) in zip(terms, ["src", "tgt"]) { columns[index] = name }
    guard let source = columns.firstIndex(of: "src"), let target = columns.firstIndex(of: "tgt")
    else {
      throw GlossaryError(
        path, names.line,
        "the columns 'src' and 'tgt' are missing; a glossary of one language "
          + "has nothing to import")
    }
    let languages =
      languages(in: first.cells[0])
      ?? (named.count > 1 ? named : [options.source.rawValue, options.target.rawValue])
    var collector = EntryCollector(path: path, format: "UTX", kind: options.kind)
    var pairs = PairGrouping(source: languages[0], target: languages[1])
    for row in rows.dropFirst(header.count) where !row.cells[0].hasPrefix("#") {
      func cell(_ name: String) -> String {
        guard let index = columns.firstIndex(of: name), index < row.cells.count else { return "" }
        return EntryCollector.plain(row.cells[index])
      }
      guard source < row.cells.count, target < row.cells.count else {
        collector.report(row.line, "no translation; left out")
        continue
      }
      let status = cell("term status")
      if !status.isEmpty, status != "-", Form.Status(utxValue: status) == nil {
        collector.lose(.status)
      }
      pairs.add(
        PairGrouping.Row(
          source: cell("src"), target: cell("tgt"), status: Form.Status(utxValue: status),
          note: cell("tgt:comment"), concept: cell("concept id"), line: row.line))
    }
    return pairs.collected(into: collector)
  }

  /// "it/en" among the properties of the first line, bare or after "lang:".
  private func languages(in header: String) -> [String]? {
    for property in header.split(separator: ";") {
      let value = property.split(separator: ":").last ?? property
      let tags = value.split(separator: "/").map { EntryCollector.plain(String($0)) }
      if tags.count == 2, tags.allSatisfy({ Language(tag: $0) != nil && $0.utf8.count <= 7 }) {
        return tags
      }
    }
    return nil
  }
}
