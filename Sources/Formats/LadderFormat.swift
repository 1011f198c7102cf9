import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// hunalign's text format: source, target and score a line, separated by TABs; segments that were
  /// joined stand beside each other with `~~~` between, a missing side is empty.
  public static let ladder = BitextFormat(
    name: "ladder", summary: "hunalign's ladder: source, target, score", extensions: ["ladder"],
    kinds: [.alignment]
  ) { bitext, _, output in
    for entry in bitext.entries {
      output.joinedSegments(entry.unit.sourceSegments, of: bitext.source)
      output.raw("\t")
      if let target = bitext.targets.first {
        output.joinedSegments(entry.unit.targetSegments, of: target)
      }
      output.raw("\t\(shortDecimal(entry.confidence))\n")
      try output.flushIfLarge()
    }
    return 0
  }
}

extension ByteOutput {
  fileprivate mutating func joinedSegments(_ indices: Range<Int>, of side: Bitext.Side) {
    for (number, index) in indices.clamped(to: side.segments.indices).enumerated() {
      if number > 0 { raw(" ~~~ ") }
      oneLine(side.document.bytes[side.document.wholeCodePoints(side.segments[index].range)])
    }
  }
}
