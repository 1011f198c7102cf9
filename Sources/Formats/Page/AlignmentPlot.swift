import BitestoAlignment
import BitestoText

/// The path of an alignment as a drawing: source segments from left to right, target segments from top
/// to bottom, a line for each bead in the color of its confidence. A derailment is a kink in the
/// diagonal; a run without counterpart is a step.
struct AlignmentPlot {
  let bitext: Bitext

  /// The longer side, in units of the drawing.
  private static let size = 600.0

  func write(to output: inout ByteOutput) {
    guard let target = bitext.targets.first, !bitext.units.isEmpty else { return }
    let counts = (source: bitext.source.segments.count, target: target.segments.count)
    let scale = Self.size / Double(max(counts.source, counts.target, 1))
    let (width, height) = (Double(counts.source) * scale, Double(counts.target) * scale)
    output.raw("<figure class=\"plot\"><svg viewBox=\"-4 -4 \(short(width + 8)) ")
    output.raw("\(short(height + 8))\" role=\"img\" aria-label=\"The path of the alignment: ")
    output.raw("\(counts.source) source segments across, \(counts.target) target segments down\">")
    output.raw("<rect width=\"\(short(width))\" height=\"\(short(height))\"/>\n")
    var (position, pen) = ((x: 0.0, y: 0.0), (x: 0.0, y: 0.0))
    var open: String?
    for unit in bitext.units {
      let isNull = unit.source == nil || unit.target == nil
      let level = isNull ? "none" : ConfidenceLevel(unit.confidence).rawValue
      let next = (
        x: isNull && unit.source == nil
          ? position.x : Double(max(0, unit.sourceSegments.upperBound)) * scale,
        y: isNull && unit.target == nil
          ? position.y : Double(max(0, unit.targetSegments.upperBound)) * scale
      )
      if level != open {
        if open != nil { output.raw("L\(short(position.x)) \(short(position.y))\"/>\n") }
        output.raw("<path class=\"\(level)\" d=\"M\(short(position.x)) \(short(position.y))")
        (open, pen) = (level, position)
      }
      position = next
      if abs(next.x - pen.x) >= 1 || abs(next.y - pen.y) >= 1 {
        output.raw("L\(short(next.x)) \(short(next.y))")
        pen = next
      }
    }
    if open != nil { output.raw("L\(short(position.x)) \(short(position.y))\"/>\n") }
    output.raw("</svg><figcaption class=\"soft\">source → target ↓ · <b class=\"strong\">sure</b> ")
    output.raw("<b class=\"likely\">likely</b> <b class=\"doubtful\">doubtful</b> ")
    output.raw("<b class=\"none\">no counterpart</b></figcaption></figure>\n")
  }

  /// One decimal is a tenth of a dot.
  private func short(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
