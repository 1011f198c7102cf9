import BitestoText

/// What users ask of an alignment before they take it home.
extension Bitext {
  /// Without the units that are less sure than `confidence`.
  public func droppingUnits(below confidence: Double) -> Bitext {
    var bitext = self
    bitext.units.removeAll { $0.confidence < confidence }
    return bitext
  }

  /// With units whose source has fewer than `words` words joined to the one before in the same
  /// paragraph, or else to the one after. A joined unit is as sure as its less sure part. Units without
  /// a counterpart and headings stay as they are. Linear.
  public func mergingShortUnits(below words: Int) -> Bitext {
    var bitext = self
    bitext.units = []
    for unit in units {
      if let last = bitext.units.last, isShort(unit, words) || isShort(last, words),
        let joined = joined(last, unit)
      {
        bitext.units[bitext.units.count - 1] = joined
      } else {
        bitext.units.append(unit)
      }
    }
    return bitext
  }

  private func isShort(_ unit: Unit, _ words: Int) -> Bool {
    guard let range = unit.source, unit.target != nil else { return false }
    let text = source.document.bytes[range.clamped(to: 0..<source.document.bytes.count)]
    return text.split { $0 <= 0x20 }.count < words
  }

  private func joined(_ first: Unit, _ second: Unit) -> Unit? {
    guard let a = first.source, let b = second.source, let c = first.target, let d = second.target,
      c.side == d.side, first.sourceSegments.upperBound == second.sourceSegments.lowerBound,
      first.targetSegments.upperBound == second.targetSegments.lowerBound,
      areOneParagraph(first, second)
    else { return nil }
    var unit = first
    unit.source = a.lowerBound..<b.upperBound
    unit.confidence = min(first.confidence, second.confidence)
    unit.target = Passage(
      side: c.side, range: c.range.lowerBound..<d.range.upperBound, confidence: unit.confidence)
    unit.sourceSegments = first.sourceSegments.lowerBound..<second.sourceSegments.upperBound
    unit.targetSegments = first.targetSegments.lowerBound..<second.targetSegments.upperBound
    return unit
  }

  private func areOneParagraph(_ first: Unit, _ second: Unit) -> Bool {
    let before = first.sourceSegments.upperBound - 1
    let after = second.sourceSegments.lowerBound
    guard source.segments.indices.contains(before), source.segments.indices.contains(after) else {
      return false
    }
    return source.segments[before].paragraph == source.segments[after].paragraph
  }
}
