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

  /// The Italian passages of `held-out`: measured only.
  static let heldOut: [QuotationScore.Row: PassageFloor] = [
    .speech: PassageFloor(precision: 0.957, recall: 0.966),
    .indirect: PassageFloor(precision: 0.775, recall: 0.484),
    .overlappingIndirect: PassageFloor(precision: 0.850, recall: 0.531),
    .scare: PassageFloor(precision: 0.500, recall: 0.600),
    .title: PassageFloor(precision: 1.000, recall: 0.666),
    .speakers: PassageFloor(precision: 0.671, recall: 0.594),
    .addressees: PassageFloor(precision: 0.400, recall: 0.307),
    .outlets: PassageFloor(precision: 0.875, recall: 0.583),
    .roles: PassageFloor(precision: 0.875, recall: 0.583),
    .continuations: PassageFloor(precision: 0.857, recall: 1.000),
    .attributed: PassageFloor(precision: 0.553, recall: 0.483),
  ]
}
