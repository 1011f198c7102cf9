import BitestoText

/// Reads numbers that make one measure or share it: "tra 5 e 10 cm", "6 feet 6", "anni '90 del 1500".
struct JoinedMeasures {
  let words: [CheckedWord]
  let language: Language

  /// The same numbers in their order, with what their neighbors add. Linear.
  func read(_ mentions: [NumberMention]) -> [NumberMention] {
    var result = mentions
    for index in result.indices.dropLast().reversed() {
      // The numbers of "1-0" are of one word.
      let start = result[index].words.upperBound
      let gap = words[clamped: start..<max(start, result[index + 1].words.lowerBound)]
      if result[index].unit == nil, result[index].role == .quantity, isRange(gap) {
        result[index].unit = result[index + 1].unit
      }
      if isHeight(result[index], gap, result[index + 1]) {
        result[index].values = zip(result[index].values, result[index + 1].values).map {
          $0 + $1 / 12
        }
        result[index + 1].strength = .loose
      } else if let years = decade(result[index], gap, result[index + 1]) {
        result[index].values += years
        result[index + 1].strength = .loose
      }
    }
    return result
  }

  /// "2 to 4 inches": the unit stands with the last number only.
  private func isRange(_ gap: ArraySlice<CheckedWord>) -> Bool {
    (1...3).contains(gap.count) && gap.allSatisfy { Self.betweenLimits.contains($0.key) }
  }

  /// "6 feet 6", "5 ft 11 in".
  private func isHeight(
    _ feet: NumberMention, _ gap: ArraySlice<CheckedWord>, _ inches: NumberMention
  ) -> Bool {
    guard feet.unit == MeasureUnit.named("foot"), let value = inches.values.first, value < 12,
      inches.unit == nil || inches.unit == MeasureUnit.named("inch")
    else { return false }
    let between = gap.filter { $0.key != "-" }
    return between.count == 1 && between.allSatisfy { MeasureUnit.named($0.key) == feet.unit }
  }

  /// "anni '90 del 1500", "anni ottanta del Cinquecento": years of a century.
  private func decade(
    _ tens: NumberMention, _ gap: ArraySlice<CheckedWord>, _ century: NumberMention
  ) -> [Double]? {
    guard language == .italian, let value = tens.values.first, (10..<100).contains(value),
      value.truncatingRemainder(dividingBy: 10) == 0, let first = century.values.first,
      (200..<2100).contains(first), first.truncatingRemainder(dividingBy: 100) == 0,
      gap.first.map({ ["del", "dell'"].contains($0.key) }) ?? false,
      gap.dropFirst().allSatisfy({ $0.kind == .punctuation }), isOfYears(tens)
    else { return nil }
    return century.values.map { ($0 < 1000 ? 1000 : 0) + $0 + value }
  }

  private func isOfYears(_ tens: NumberMention) -> Bool {
    words[clamped: tens.words.lowerBound - 2..<tens.words.lowerBound].contains { $0.key == "anni" }
  }

  private static let betweenLimits: Set<String> = [
    "e", "ed", "o", "a", "ad", "ai", "agli", "alle", "i", "gli", "le", "to", "and", "or", "-", "–",
  ]
}

extension [CheckedWord] {
  /// The words of a range that are there.
  fileprivate subscript(clamped range: Range<Int>) -> ArraySlice<CheckedWord> {
    self[range.clamped(to: indices)]
  }
}
