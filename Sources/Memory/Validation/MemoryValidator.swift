/// Says what is wrong with a translation memory (TMX): all that the DTD checks, and what it cannot.
///
/// Reads a unit at a time. Beside what reading needs, it keeps 15 to 23 bytes for every unit and as many for
/// every id, by which it knows the ones that come again. Linear in the file.
public struct MemoryValidator {
  /// The units read so far, those left out not counted.
  public private(set) var units = 0
  /// The units that could not be read so far.
  public private(set) var unreadableUnits = 0

  private var reader: TMXReader
  private var languages = LanguageCheck()
  private var segments = SegmentCheck()
  /// The first lines of units and of ids.
  private var earlierUnits = HashTable64<UInt32>()
  private var earlierIDs = HashTable64<UInt32>()
  private var waiting: [MemoryProblem] = []
  private var given = 0
  private var isFinished = false

  /// Reads as far as the first unit.
  ///
  /// - Throws: ``MemoryError`` when it is no TMX file, or what the source throws.
  public init(_ source: ByteSource) throws {
    reader = try TMXReader(source, isStrict: true)
  }

  /// The next problem, in the order of the file; nil at the end.
  ///
  /// - Throws: ``MemoryError`` for what is no XML at all, or what the source throws.
  public mutating func next() throws -> MemoryProblem? {
    while given == waiting.count {
      if isFinished { return nil }
      waiting.removeAll(keepingCapacity: true)
      given = 0
      try readItem()
    }
    defer { given += 1 }
    return waiting[given]
  }

  private mutating func readItem() throws {
    switch try reader.next() {
    case .unit(let unit):
      units += 1
      check(unit)
    case .problem(let problem):
      if problem.rule == .unreadableUnit { unreadableUnits += 1 }
      // “lang” is right in the versions before “xml:lang”.
      let isOfVersion =
        problem.rule == .oldLanguageAttribute
        && ["1.1", "1.2"].contains(reader.header.version ?? "")
      if !isOfVersion { waiting.append(problem) }
    case nil:
      isFinished = true
      guard units + unreadableUnits == 0 else { return }
      waiting.append(MemoryProblem(.noUnits, line: 0, "the memory has no unit"))
    }
  }

  private mutating func check(_ unit: TranslationUnit) {
    var report = UnitReport(line: unit.line)
    let source = languages.check(unit, header: reader.header, &report)
    segments.check(unit, source: source, &report)
    let ownLine = UInt32(clamping: unit.line)
    if let line = earlierUnits.insert(ownLine, for: unit.contentHash) {
      report.add(
        .duplicateUnit,
        "the unit is the same as the one on line \(line); tmx clean drops one")
    }
    if let id = unit.attributes["tuid"], !id.isEmpty,
      let line = earlierIDs.insert(ownLine, for: UnitHasher.hash(of: id))
    {
      report.add(
        .duplicateID,
        "“tuid” is “\(excerpt(id))” as on line \(line); some tools keep only one: number them anew")
    }
    waiting += report.problems
  }
}

/// What is found in one unit.
struct UnitReport {
  let line: Int
  private(set) var problems: [MemoryProblem] = []

  init(line: Int) {
    self.line = line
  }

  mutating func add(_ rule: MemoryRule, _ message: String) {
    problems.append(MemoryProblem(rule, line: line, message))
  }
}
