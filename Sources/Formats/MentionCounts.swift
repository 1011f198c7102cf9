import BitestoGlossary
import BitestoText

/// How often texts name each entry.
public struct MentionCounts: Sendable {
  private struct Count {
    var name: NamedText.Name
    var texts = 0
    var mentions = 0
  }

  private var counts: [String: Count] = [:]

  public init() {}

  /// Counts the names of one more text; a name that several entries share counts for the first.
  public mutating func add(_ text: NamedText) {
    var seen: Set<String> = []
    for name in text.names {
      var count = counts[name.entry.id] ?? Count(name: name)
      count.mentions += 1
      if seen.insert(name.entry.id).inserted { count.texts += 1 }
      counts[name.entry.id] = count
    }
  }

  /// Writes a row for each entry, the most often named first.
  public func write(
    _ format: MentionsFormat, style: TerminalStyle = .plain,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    let rows = counts.values.sorted {
      ($1.mentions, $0.name.entry.id) < ($0.mentions, $1.name.entry.id)
    }
    switch format {
    case .table:
      let width = rows.map { TerminalText.width($0.name.preferred) }.max() ?? 0
      let idWidth = rows.map(\.name.entry.id.utf8.count).max() ?? 0
      for row in rows {
        let number = String(row.mentions)
        output.raw(
          String(repeating: " ", count: max(0, 6 - number.utf8.count)) + number + "  "
            + style.dressed(TerminalText.padded(row.name.preferred, width), \.strong) + "  "
            + TerminalText.padded(row.name.entry.id, idWidth) + "  "
            + style.dressed(row.name.entry.kind.rawValue, \.faint) + "\n")
      }
    case .tsv:
      output.raw("mentions\ttexts\tentry\tkind\tpreferred\n")
      for row in rows {
        let entry = row.name.entry
        output.raw(
          "\(row.mentions)\t\(row.texts)\t\(entry.id)\t\(entry.kind.rawValue)\t"
            + row.name.preferred + "\n")
      }
    case .json:
      var json = JSONOutput(output)
      json.object(.lines) { json in
        json.key("entries")
        json.array(.lines) { json in
          for row in rows {
            json.object { json in
              json.member("mentions", row.mentions)
              json.member("texts", row.texts)
              json.member("entry", row.name.entry.id)
              json.member("kind", row.name.entry.kind.rawValue)
              json.member("preferred", row.name.preferred)
            }
          }
        }
      }
      output = json.finished()
    }
    try output.finish()
  }
}
