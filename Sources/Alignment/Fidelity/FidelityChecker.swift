import BitestoEmbedding
import BitestoText

/// Finds what a quotation says otherwise than the passage it was translated from: Italian against English.
///
/// Silence proves nothing; a note is meant to be right. Where the sentences around a passage have what the
/// passage lacks, the link is taken to be too short and nothing is said.
public struct FidelityChecker: Sendable {
  /// Units whose words are in memory at the same time.
  private static let batch = 512
  /// Bytes from the first to the last of joined passages, at most: between passages that stand
  /// further apart the counterpart of any word can be found.
  private static let longestStretch = 8_000

  private let names: any NameFinder
  private let words: WordLikeness?

  /// - Parameters:
  ///   - names: finds the names that both languages spell differently.
  ///   - words: without it only numbers, dates, hedges and registers are looked at.
  public init(names: any NameFinder = NoNames(), words: WordLikeness? = nil) {
    self.names = names
    self.words = words
  }

  /// The notes on one unit, in the order of the rules; none for a unit without words on both sides.
  ///
  /// - Complexity: n log n in the length of the unit and the sentences around it, apart from the comparison of
  ///   their words, which takes the product of their numbers.
  public func notes(
    for unit: Bitext.Unit, in bitext: Bitext
  ) -> [FidelityNote] {
    guard let sides = sides(of: unit, in: bitext), let side = unit.target?.side else { return [] }
    let quotations = bitext.targets[side].quotations
    return notes(unit, sides, quotations, words?.space(of: [sides.0, sides.1]))
  }

  /// The notes on every unit of a bitext; see ``notes(for:in:)``.
  func notes(of bitext: Bitext) -> [[FidelityNote]] {
    stride(from: 0, to: bitext.units.count, by: Self.batch).flatMap { first in
      notes(of: bitext.units[first..<min(bitext.units.count, first + Self.batch)], in: bitext)
    }
  }

  private func notes(
    of units: ArraySlice<Bitext.Unit>, in bitext: Bitext
  ) -> [[FidelityNote]] {
    let threads = words?.threads ?? 1
    let sides = concurrently(units.count, threads: threads) { index in
      self.sides(of: units[units.startIndex + index], in: bitext)
    }
    let space = words?.space(of: sides.flatMap { $0.map { [$0.0, $0.1] } ?? [] })
    return concurrently(units.count, threads: threads) { index in
      let unit = units[units.startIndex + index]
      guard let sides = sides[index], let side = unit.target?.side else { return [] }
      return notes(unit, sides, bitext.targets[side].quotations, space)
    }
  }

  private func sides(of unit: Bitext.Unit, in bitext: Bitext) -> (CheckedSide, CheckedSide)? {
    guard let source = unit.source, let target = unit.target,
      bitext.targets.indices.contains(target.side)
    else { return nil }
    // A target of several passages of one text is compared as the stretch that they span.
    let joined = unit.joined.filter { $0.side == target.side }.map(\.range) + [target.range]
    let start = joined.map(\.lowerBound).min() ?? 0
    let end = joined.map(\.upperBound).max() ?? 0
    guard joined.count == 1 || end - start <= Self.longestStretch else { return nil }
    let sides = (
      CheckedSide(bitext.source, source),
      CheckedSide(bitext.targets[target.side], start..<max(start, end))
    )
    let isChecked =
      sides.0.language == .italian && sides.1.language == .english && !sides.0.inside.isEmpty
      && !sides.1.inside.isEmpty
    return isChecked ? sides : nil
  }

  private func notes(
    _ unit: Bitext.Unit, _ sides: (CheckedSide, CheckedSide), _ quotations: [Quotation],
    _ space: WordSpace?
  ) -> [FidelityNote] {
    let comparison = Comparison(
      source: sides.0, target: sides.1, kind: unit.quotation?.kind,
      likeness: space?.matches(sides.0, sides.1))
    let spoken = unit.quotation.flatMap { _ in self.spoken(in: sides.1.range, quotations) }
    let negation = NegationRule { words?.isUsual($0, $1) ?? false }
    return NumberRule().notes(comparison) + DateRule().notes(comparison)
      + NameRule(names: names).notes(comparison) + negation.notes(comparison)
      + HedgeRule().notes(comparison) + CoverageRule().notes(comparison, spoken: spoken)
      + RegisterRule().notes(unit, comparison, quotations)
  }

  /// From the first quoted word of a passage to the last; nil when nothing is quoted there.
  private func spoken(in range: Range<Int>, _ quotations: [Quotation]) -> Range<Int>? {
    let marked = quotations.overlapping(range).filter { $0.marked != $0.content }
    guard let start = marked.first?.content.lowerBound,
      let end = marked.last?.content.upperBound
    else { return nil }
    return start..<max(start, end)
  }
}

extension Bitext {
  /// The bitext with ``Unit/notes`` on every unit that has words on both sides.
  public func checked(by checker: FidelityChecker) -> Bitext {
    var bitext = self
    for (index, notes) in checker.notes(of: self).enumerated() {
      bitext.units[index].notes = notes
    }
    return bitext
  }
}
