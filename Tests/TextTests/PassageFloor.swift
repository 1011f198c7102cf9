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
      .indirect: PassageFloor(precision: 0.976, recall: 0.913),
      .overlappingIndirect: PassageFloor(precision: 1.000, recall: 0.934),
      .scare: PassageFloor(precision: 0.750, recall: 0.857),
      .title: PassageFloor(precision: 1.000, recall: 0.833),
      .speakers: PassageFloor(precision: 0.958, recall: 0.926),
      .addressees: PassageFloor(precision: 1.000, recall: 0.400),
      .outlets: PassageFloor(precision: 1.000, recall: 1.000),
      .roles: PassageFloor(precision: 1.000, recall: 1.000),
      .continuations: PassageFloor(precision: 1.000, recall: 1.000),
      .attributed: PassageFloor(precision: 0.915, recall: 0.900),
    ],
    .english: [
      .speech: PassageFloor(precision: 1.000, recall: 1.000),
      .indirect: PassageFloor(precision: 1.000, recall: 0.857),
      .overlappingIndirect: PassageFloor(precision: 1.000, recall: 0.857),
      .scare: PassageFloor(precision: 1.000, recall: 1.000),
      .title: PassageFloor(precision: 1.000, recall: 1.000),
      .speakers: PassageFloor(precision: 1.000, recall: 0.966),
      .addressees: PassageFloor(precision: 1.000, recall: 0.666),
      .outlets: PassageFloor(precision: 1.000, recall: 1.000),
      .roles: PassageFloor(precision: 1.000, recall: 1.000),
      .continuations: PassageFloor(precision: 1.000, recall: 1.000),
      .attributed: PassageFloor(precision: 0.966, recall: 0.935),
    ],
  ]

  /// The Italian passages of `held-out`: measured only.
  static let heldOut: [QuotationScore.Row: PassageFloor] = [
    .speech: PassageFloor(precision: 0.974, recall: 0.983),
    .indirect: PassageFloor(precision: 0.840, recall: 0.656),
    .overlappingIndirect: PassageFloor(precision: 0.860, recall: 0.671),
    .scare: PassageFloor(precision: 0.500, recall: 0.600),
    .title: PassageFloor(precision: 1.000, recall: 0.666),
    .speakers: PassageFloor(precision: 0.727, recall: 0.654),
    .addressees: PassageFloor(precision: 0.400, recall: 0.285),
    .outlets: PassageFloor(precision: 0.875, recall: 0.583),
    .roles: PassageFloor(precision: 0.875, recall: 0.583),
    .continuations: PassageFloor(precision: 0.923, recall: 1.000),
    .attributed: PassageFloor(precision: 0.615, recall: 0.571),
  ]
}
