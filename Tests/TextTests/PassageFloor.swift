import BitestoText
import TestSupport

/// What the passages may not fall below: precision and recall as measured, cut after three decimals.
/// 0 where nothing was found. Raise them when the finder gets better: `bitesto-bench passages`.
struct PassageFloor {
  var precision: Double
  var recall: Double

  static let all: [Language: [QuotationScore.Row: PassageFloor]] = [
    .italian: [
      .speech: PassageFloor(precision: 0.985, recall: 0.985),
      .indirect: PassageFloor(precision: 0.975, recall: 0.869),
      .overlappingIndirect: PassageFloor(precision: 1.000, recall: 0.891),
      .scare: PassageFloor(precision: 0.750, recall: 0.857),
      .title: PassageFloor(precision: 1.000, recall: 0.833),
      .speakers: PassageFloor(precision: 0.957, recall: 0.913),
      .addressees: PassageFloor(precision: 1.000, recall: 0.500),
      .outlets: PassageFloor(precision: 1.000, recall: 1.000),
      .roles: PassageFloor(precision: 1.000, recall: 1.000),
      .continuations: PassageFloor(precision: 1.000, recall: 1.000),
      .attributed: PassageFloor(precision: 0.903, recall: 0.878),
    ],
    .english: [
      .speech: PassageFloor(precision: 1.000, recall: 1.000),
      .indirect: PassageFloor(precision: 1.000, recall: 0.714),
      .overlappingIndirect: PassageFloor(precision: 1.000, recall: 0.714),
      .scare: PassageFloor(precision: 1.000, recall: 1.000),
      .title: PassageFloor(precision: 1.000, recall: 1.000),
      .speakers: PassageFloor(precision: 1.000, recall: 0.965),
      .addressees: PassageFloor(precision: 1.000, recall: 0.666),
      .outlets: PassageFloor(precision: 1.000, recall: 1.000),
      .roles: PassageFloor(precision: 1.000, recall: 1.000),
      .continuations: PassageFloor(precision: 1.000, recall: 1.000),
      .attributed: PassageFloor(precision: 0.965, recall: 0.903),
    ],
  ]
}
