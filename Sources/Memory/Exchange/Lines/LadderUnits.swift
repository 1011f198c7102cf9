import BitestoText

extension UnitFormat {
  /// hunalign's text format: source, target and score a line.
  public static let ladder = UnitFormat(
    name: "ladder", summary: "hunalign's ladder: source, target, score", extensions: ["ladder"],
    reader: { try LadderUnitReader($0, options: $1) },
    writer: { LadderUnitWriter($0, options: $1, sink: $2) })
}

/// The property for a score of hunalign's that is no confidence from 0 to 1.
private let scoreProperty = "x-hunalign-score"

/// Reads what `hunalign -text` writes: source, target and score a line, separated by TABs.
///
/// The score is the confidence of the unit; one below 0 or above 1, of which hunalign has some, is kept
/// in the property `x-hunalign-score` beside it. The `~~~` between sentences that hunalign joined
/// becomes a space. The file does not say its languages: the options must. Linear; memory holds a line.
public struct LadderUnitReader: UnitReader {
  public let header: MemoryHeader
  public var encodingName: String { lines.encodingName }

  private var lines: TextLines
  private let languages: (source: LanguageTag, target: LanguageTag)

  /// - Throws: ``MemoryError`` when the options do not say the languages.
  public init(_ source: ByteSource, options: UnitReadingOptions) throws {
    languages = try options.languages(of: "a ladder")
    header = MemoryHeader(attributes: [XMLAttribute("srclang", languages.source.canonical)])
    lines = try TextLines(source)
  }

  /// - Throws: ``MemoryError`` for a ladder of numbers.
  public mutating func next() throws -> UnitItem? {
    while let line = try lines.next() {
      if let fault = line.fault { return problem(line, fault) }
      let cells = line.text.split(separator: 0x09, omittingEmptySubsequences: false)
      if line.number == 1, isNumeric(cells) {
        throw MemoryError(
          line: 1, "a ladder of numbers, which has no words; run hunalign with -text")
      }
      guard cells.count >= 2 else {
        if line.text.allSatisfy({ $0 <= 0x20 }) { continue }
        return problem(line, "expected source, target and score between TABs")
      }
      if cells[0].isEmpty, cells[1].isEmpty { continue }
      var unit = TranslationUnit(
        variants: [
          UnitVariant(language: languages.source, segment: SegmentContent(Self.joined(cells[0]))),
          UnitVariant(language: languages.target, segment: SegmentContent(Self.joined(cells[1]))),
        ], line: line.number)
      if cells.count > 2 { unit.properties = Self.score(String(decoding: cells[2], as: UTF8.self)) }
      return .unit(unit)
    }
    return nil
  }

  private func problem(_ line: TextLines.Line, _ what: String) -> UnitItem {
    .problem(MemoryProblem(.unreadableUnit, line: line.number, "unit left out: \(what)"))
  }

  /// Whether it is the first rung of a ladder of sentence numbers.
  private func isNumeric(_ cells: [ArraySlice<UInt8>]) -> Bool {
    cells.count == 3 && cells[0].elementsEqual("0".utf8) && cells[1].elementsEqual("0".utf8)
  }

  private static func joined(_ text: ArraySlice<UInt8>) -> String {
    let text = String(decoding: text, as: UTF8.self)
    return text.utf8.contains(0x7E) ? text.replacing(" ~~~ ", with: " ") : text
  }

  private static func score(_ text: String) -> [MemoryProperty] {
    let text = text.trimmingSpace
    guard let score = Double(text), score.isFinite else { return [] }
    if score >= 0, score <= 1 { return [MemoryProperty("x-confidence", text)] }
    return [
      MemoryProperty("x-confidence", score < 0 ? "0" : "1"), MemoryProperty(scoreProperty, text),
    ]
  }
}

/// Writes hunalign's text format. Line ends and tabs in a text become spaces; a unit without a confidence
/// has an empty third column. Linear; memory does not grow with the file.
public struct LadderUnitWriter: UnitWriter {
  private var chooser: SideChooser
  private var output: ByteOutput

  public init(
    _ header: MemoryHeader, options: UnitWritingOptions = UnitWritingOptions(),
    sink: @escaping UnitFormat.Sink
  ) {
    chooser = SideChooser(header, options)
    output = ByteOutput(sink: sink)
  }

  public var losses: UnitLosses { chooser.losses }

  /// - Throws: ``MemoryError`` when a third language comes and none was asked for; what the sink throws.
  public mutating func write(_ unit: TranslationUnit) throws -> Bool {
    guard let sides = try chooser.sides(of: unit) else { return false }
    chooser.countLineLosses(unit, sides, kept: ["x-confidence", scoreProperty])
    output.oneLine(sides.source.segment.plainText)
    output.raw(0x09)
    output.oneLine(sides.target.segment.plainText)
    output.raw(0x09)
    output.oneLine(unit.property(scoreProperty) ?? unit.property("x-confidence") ?? "")
    output.raw(0x0A)
    try output.flushIfLarge()
    return true
  }

  public mutating func finish() throws {
    try output.finish()
  }
}

extension SideChooser {
  /// Counts what a format of plain lines has no place for.
  mutating func countLineLosses(_ unit: TranslationUnit, _ sides: Sides, kept: Set<String> = []) {
    let hasProperties =
      !unit.attributes.isEmpty || unit.properties.contains { !kept.contains($0.type) }
      || !sides.source.properties.isEmpty || !sides.target.properties.isEmpty
    if hasProperties { lose(.properties) }
    let notes = unit.notes.count + sides.source.notes.count + sides.target.notes.count
    if notes > 0 { lose(.notes) }
    if sides.source.segment.hasControls || sides.target.segment.hasControls { lose(.lineEnds) }
  }
}

extension SegmentContent {
  fileprivate var hasControls: Bool {
    pieces.contains { piece in
      if case .text(let text) = piece {
        text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
      } else {
        false
      }
    }
  }
}

extension UnitReadingOptions {
  /// The languages of a file that does not say them.
  func languages(
    of file: String
  ) throws(MemoryError) -> (source: LanguageTag, target: LanguageTag) {
    guard let source, let target else {
      throw MemoryError(
        "\(file) does not say its languages; give them, "
          + "as in bitesto tmx convert --from it --to en")
    }
    return (source, target)
  }
}
