extension ReportPool {
  /// The bitext of an article whose units name reports by their numbers.
  ///
  /// All reports are targets; those of an index only when a unit names them, since an index has thousands.
  func bitext(_ article: Bitext.Side, _ units: [Bitext.Unit]) -> Bitext {
    guard reports.index != nil else {
      return Bitext(kind: .trace, source: article, targets: reports.map(\.side), units: units)
    }
    let used = Set(units.flatMap { $0.passages.map(\.side) }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(used, 0...))
    let moved = units.map { unit in
      var unit = unit
      func move(_ passage: Bitext.Passage) -> Bitext.Passage {
        var passage = passage
        passage.side = places[passage.side] ?? passage.side
        return passage
      }
      unit.target = unit.target.map(move)
      unit.joined = unit.joined.map(move)
      unit.alternatives = unit.alternatives.map(move)
      return unit
    }
    var bitext = Bitext(
      kind: .trace, source: article, targets: used.map { reports[$0].side }, units: moved)
    bitext.reportCount = reports.count
    return bitext
  }
}

extension Bitext.Unit {
  /// All passages of targets that the unit names.
  fileprivate var passages: [Bitext.Passage] {
    [target].compactMap(\.self) + joined + alternatives
  }
}
