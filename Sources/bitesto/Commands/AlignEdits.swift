import BitestoAlignment
import BitestoCommandLayer
import BitestoFormats

/// What the options of `align` ask of an alignment beside aligning: fixed beads, joined and dropped units.
struct AlignEdits {
  let context: CommandContext

  /// The beads of `--pin`, checked against the texts.
  func pins(sourceCount: Int, targetCount: Int) throws -> [PinnedBead] {
    guard let path = context.arguments.text(AlignParameters.pin) else { return [] }
    let table: PinsTable
    do {
      table = try PinsTable(path: path, contents: context.read(path))
    } catch let failure as PinsTable.Failure {
      throw CommandError(failure.description)
    }
    let conflict = PinnedBead.conflict(
      in: table.pins, sourceCount: sourceCount, targetCount: targetCount)
    if let conflict, let index = table.pins.firstIndex(of: conflict) {
      throw CommandError(
        "\(path):\(table.lines[index]): this bead does not fit the texts or the other pins",
        notes: [
          "SOURCE has \(sourceCount) segments, TARGET \(targetCount); pins must not overlap or cross"
        ])
    }
    return table.pins
  }

  func applied(to bitext: Bitext) throws -> Bitext {
    var bitext = bitext
    if let words = try context.arguments.integer(AlignParameters.mergeShort) {
      bitext = bitext.mergingShortUnits(below: words)
    }
    if let confidence = try context.arguments.number(AlignParameters.dropBelow) {
      bitext = bitext.droppingUnits(below: confidence)
    }
    return bitext
  }
}

extension AlignParameters {
  static let pin = OptionDescription.value(
    "pin", "FILE", type: .path,
    help: """
      Keep the beads of this file (TSV with the columns source_segments and target_segments, as \
      --format tsv writes them) and align around them
      """)

  static let mergeShort = OptionDescription.value(
    "merge-short", "N", type: .integer(1...100),
    help: """
      Join units with both sides and fewer than N source words to their neighbor in the paragraph
      """)

  static let dropBelow = OptionDescription.value(
    "drop-below", "P", type: .number(0...1), help: "Leave out units less sure than P, from 0 to 1")

  static let keepNulls = OptionDescription.flag(
    "keep-nulls",
    help: "Write units without a counterpart to TMX and Moses pairs too, one side empty")
}
