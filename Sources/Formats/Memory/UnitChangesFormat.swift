import BitestoMemory
import BitestoText

/// The differences of two translation memories, as `tmx diff` prints them.
public enum UnitChangesFormat: String, CaseIterable, Sendable {
  /// What a person reads: each unit with its place, words that changed set off as wdiff does.
  case text
  /// The public JSON.
  case json

  /// The two memories as the report names them.
  public struct Names: Sendable {
    var old: String
    var new: String

    public init(old: String, new: String) {
      self.old = old
      self.new = new
    }
  }

  /// Writes every difference, handing over the bytes in pieces of about 64 KiB. Memory is that of the
  /// comparison.
  ///
  /// - Parameter sink: takes the next bytes; what it throws ends the writing.
  /// - Throws: what the files of the comparison or `sink` throw.
  public func write(
    _ comparison: MemoryComparison, names: Names, style: TerminalStyle = .plain,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .text:
      let page = UnitChangesText(names: names, style: style)
      if !comparison.counts.isEmpty {
        try comparison.forEach { change in
          output.raw(page.text(of: change))
          try output.flushIfLarge()
        }
      }
    case .json:
      var json = JSONOutput(output)
      try json.object(.lines) { json in
        json.member("old", names.old)
        json.member("new", names.new)
        json.member("added", comparison.counts.added)
        json.member("removed", comparison.counts.removed)
        json.member("changed", comparison.counts.changed)
        json.member("same", comparison.counts.same)
        json.key("changes")
        try json.array(.lines) { json in
          guard !comparison.counts.isEmpty else { return }
          try comparison.forEach { change in
            json.write(change)
            try json.flushIfLarge()
          }
        }
      }
      output = json.finished()
    }
    try output.finish()
  }
}

extension JSONOutput {
  fileprivate mutating func write(_ change: UnitChange) {
    object { json in
      switch change {
      case .added(let unit):
        json.member("kind", "added")
        json.write("new", unit)
      case .removed(let unit):
        json.member("kind", "removed")
        json.write("old", unit)
      case .changed(let old, let new):
        json.member("kind", "changed")
        json.write("old", old)
        json.write("new", new)
      }
    }
  }

  private mutating func write(_ name: String, _ unit: TranslationUnit) {
    key(name)
    object { json in
      json.member("line", unit.line)
      if let id = unit.attributes["tuid"] { json.member("id", id) }
      json.key("segments")
      json.array { json in
        for variant in unit.variants {
          json.object { json in
            json.member("language", variant.language.canonical)
            json.member("text", variant.segment.shown)
          }
        }
      }
    }
  }
}
