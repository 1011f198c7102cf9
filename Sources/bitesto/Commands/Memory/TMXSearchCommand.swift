import BitestoCommandLayer
import BitestoFormats
import BitestoMemory

/// One run of `bitesto tmx search`.
struct TMXSearchCommand {
  private static let mostSimilar = 10

  private let context: CommandContext
  private let words: String
  private let language: LanguageTag?

  init(_ context: CommandContext) throws {
    self.context = context
    words = try context.arguments.required(SearchParameters.words)
    language = try context.languageTag(SearchParameters.language)
  }

  func run() throws -> CommandStatus {
    let arguments = context.arguments
    let format =
      try arguments.choice(SearchParameters.format, as: ConcordanceFormat.self) ?? .table
    let color = try arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let style: TerminalStyle = context.outputStyler(color ?? .auto).isEnabled ? .color : .plain
    let most = try arguments.integer(SearchParameters.most)
    var units = SearchedUnits(arguments.texts(MemoryParameters.files), context)
    defer { units.finish() }
    var hits = 0
    func write(_ next: () throws -> ConcordanceHit?) throws {
      try format.write(style: style, width: context.terminal.width) {
        let hit = try next()
        if hit != nil { hits += 1 }
        return hit
      } to: {
        units.clear()
        try context.output.write($0)
      }
    }
    if arguments.isGiven(SearchParameters.fuzzy) {
      var similar = try similar(&units, most ?? Self.mostSimilar)[...]
      try write { similar.popFirst() }
    } else {
      guard
        let query = ConcordanceQuery(words, isExact: arguments.isGiven(SearchParameters.exact))
      else { throw CommandError("there is no word in \(quoted(words)) to look for") }
      var finder = ConcordanceQuery.Finder(query)
      try write { hits == most ? nil : try next(&units, &finder) }
    }
    try context.output.flush()
    if let unread = units.unread { throw unread }
    return hits > 0 ? .done : .findings
  }

  private func isSearched(_ variant: UnitVariant) -> Bool {
    guard let language else { return true }
    return variant.language == language
      || (language.canonical == language.primary && variant.language.isSameLanguage(as: language))
  }

  /// The next unit of which a segment has the words.
  private func next(
    _ units: inout SearchedUnits, _ finder: inout ConcordanceQuery.Finder
  ) throws -> ConcordanceHit? {
    while let (path, unit) = try units.next() {
      let found = unit.variants.firstIndex {
        isSearched($0) && finder.matches($0.segment.plainText)
      }
      guard let found else { continue }
      let ranges = unit.variants.map {
        isSearched($0) ? finder.ranges(in: $0.segment.plainText) : []
      }
      return ConcordanceHit(path: path, unit: unit, ranges: ranges, variant: found)
    }
    return nil
  }

  private func similar(_ units: inout SearchedUnits, _ most: Int) throws -> [ConcordanceHit] {
    guard let query = FuzzyQuery(words) else {
      throw CommandError(
        "\(quoted(String(words.prefix(40)))) is no segment to compare with",
        notes: ["it must have from 1 to \(FuzzyQuery.mostTokens) words and punctuation marks"])
    }
    let lowest = try context.arguments.integer(SearchParameters.minScore) ?? 70
    var best = ConcordanceHit.Best(most, atLeast: lowest)
    var scorer = FuzzyQuery.Scorer(query)
    while let (path, unit) = try units.next() {
      var found: (variant: Int, score: Int)?
      for (index, variant) in unit.variants.enumerated() where isSearched(variant) {
        let bar = max(best.bar, (found?.score ?? 0) + 1)
        if bar <= 100, let score = scorer.score(variant.segment.plainText, atLeast: bar) {
          found = (index, score)
        }
      }
      guard let found else { continue }
      best.add(
        ConcordanceHit(path: path, unit: unit, score: found.score, variant: found.variant))
    }
    return best.hits
  }
}

/// The units of several files; one that cannot be read does not stop the others.
private struct SearchedUnits {
  /// Why the first file that could not be read could not.
  private(set) var unread: CommandError?
  private var paths: ArraySlice<String>
  private var file: MemoryFile?
  private var progress: MemoryProgress
  private let context: CommandContext

  init(_ paths: [String], _ context: CommandContext) {
    self.paths = paths[...]
    self.context = context
    progress = MemoryProgress(context)
  }

  mutating func next() throws -> (path: String, unit: TranslationUnit)? {
    while true {
      do {
        if file == nil {
          guard let path = paths.popFirst() else { return nil }
          file = try MemoryFile(path, context)
        }
        if let unit = try file?.next(), let file {
          progress.advance("searching", file)
          return (file.path, unit)
        }
        file = nil
      } catch let error as CommandError {
        unread = unread ?? error
        file = nil
      }
    }
  }

  func clear() {
    progress.clear()
  }

  func finish() {
    progress.finish()
  }
}
