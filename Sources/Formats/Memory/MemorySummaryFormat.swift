import BitestoMemory
import BitestoText

/// What memories hold, as `tmx info` prints it.
public enum MemorySummaryFormat: String, CaseIterable, Sendable {
  /// What a person reads in a terminal.
  case table
  case json

  /// A file and its figures.
  public struct File: Sendable {
    public var path: String
    /// Of the file, such as "tmx".
    public var format: String
    public var encoding: String
    public var header: MemoryHeader
    public var summary: MemorySummary

    public init(
      path: String, format: String, encoding: String, header: MemoryHeader, summary: MemorySummary
    ) {
      self.path = path
      self.format = format
      self.encoding = encoding
      self.header = header
      self.summary = summary
    }
  }

  /// Writes files one after the other.
  ///
  /// - Parameters:
  ///   - next: The next file, nil after the last one.
  ///   - sink: Takes the next bytes; what it throws ends the writing.
  public func write(
    style: TerminalStyle = .plain, _ next: () throws -> File?,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .table:
      var isFirst = true
      while let file = try next() {
        output.raw(isFirst ? "" : "\n")
        output.raw(MemorySummaryTable(file, style: style).text)
        try output.finish()
        isFirst = false
      }
    case .json:
      var json = JSONOutput(output)
      try json.object(.lines) { json in
        json.key("files")
        try json.array(.lines) { json in
          while let file = try next() { json.object(.lines) { $0.members(of: file) } }
        }
      }
      output = json.finished()
    }
    try output.finish()
  }
}

extension JSONOutput {
  fileprivate mutating func members(of file: MemorySummaryFormat.File) {
    let summary = file.summary
    member("path", file.path)
    member("format", file.format)
    member("version", file.header.version)
    member("encoding", file.encoding)
    key("header")
    object { json in
      for attribute in file.header.attributes { json.member(attribute.name, attribute.value) }
    }
    member("units", summary.units)
    member("units_with_codes", summary.unitsWithCodes)
    member("duplicates", summary.duplicates)
    member("first_date", summary.firstDate)
    member("last_date", summary.lastDate)
    key("languages")
    array(.lines) { json in
      for (language, figures) in summary.sortedLanguages {
        json.object { json in
          json.member("language", language.canonical)
          json.member("variants", figures.variants)
          json.member("words", figures.words)
          json.member("characters", figures.characters)
          json.member("empty", figures.empty)
        }
      }
    }
    key("pairs")
    array(.lines) { json in
      for (pair, count) in summary.sortedPairs {
        json.object { json in
          json.member("source", pair.source.canonical)
          json.member("target", pair.target.canonical)
          json.member("units", count)
        }
      }
    }
    counts("people", summary.people)
    counts("projects", summary.projects)
    counts("properties", summary.properties)
    key("problems")
    array(.lines) { json in
      for (rule, count) in summary.sortedProblems {
        json.object { json in
          json.member("rule", rule.rawValue)
          json.member("severity", rule.severity.rawValue)
          json.member("count", count)
        }
      }
    }
  }

  private mutating func counts(_ name: String, _ tally: BoundedTally) {
    key(name)
    array(.lines) { json in
      for (name, count) in tally.sorted.prefix(MemorySummary.mostNames) {
        json.object { json in
          json.member("name", name)
          json.member("count", count)
        }
      }
    }
  }
}

extension MemorySummary {
  /// How many of the commonest names are shown.
  static let mostNames = 20

  var sortedLanguages: [(LanguageTag, LanguageFigures)] {
    languages.sorted {
      ($1.value.variants, $0.key.canonical) < ($0.value.variants, $1.key.canonical)
    }.map { ($0.key, $0.value) }
  }

  var sortedPairs: [(Pair, Int)] {
    pairs.sorted {
      ($1.value, $0.key.source.canonical, $0.key.target.canonical)
        < ($0.value, $1.key.source.canonical, $1.key.target.canonical)
    }.map { ($0.key, $0.value) }
  }

  var sortedProblems: [(MemoryRule, Int)] {
    problems.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { ($0.key, $0.value) }
  }
}
