import BitestoText
import TestSupport

/// What the passages may not fall below: precision and recall as measured, cut after three decimals.
/// 0 where nothing was found. Raise them when the finder gets better: `bitesto-bench passages`.
struct PassageFloor {
  var precision: Double
  var recall: Double

  static let all: [Language: [QuotationScore.Row: PassageFloor]] = [
    .italian: [
      .speech: PassageFloor(precision: 0.962, recall: 0.962),
      .indirect: PassageFloor(precision: 0.758, recall: 0.478),
      .overlappingIndirect: PassageFloor(precision: 0.931, recall: 0.586),
      .scare: PassageFloor(precision: 0.545, recall: 0.857),
      .title: PassageFloor(precision: 1.000, recall: 0.166),
      .speakers: PassageFloor(precision: 0.753, recall: 0.605),
      .addressees: PassageFloor(precision: 0, recall: 0.000),
      .outlets: PassageFloor(precision: 1.000, recall: 0.739),
      .roles: PassageFloor(precision: 0.882, recall: 0.652),
      .continuations: PassageFloor(precision: 0.888, recall: 1.000),
      .attributed: PassageFloor(precision: 0.579, recall: 0.524),
    ],
    .english: [
      .speech: PassageFloor(precision: 0.960, recall: 1.000),
      .indirect: PassageFloor(precision: 0.750, recall: 0.428),
      .overlappingIndirect: PassageFloor(precision: 1.000, recall: 0.571),
      .scare: PassageFloor(precision: 1.000, recall: 1.000),
      .title: PassageFloor(precision: 0, recall: 0.000),
      .speakers: PassageFloor(precision: 1.000, recall: 0.892),
      .addressees: PassageFloor(precision: 1.000, recall: 0.666),
      .outlets: PassageFloor(precision: 1.000, recall: 0.666),
      .roles: PassageFloor(precision: 1.000, recall: 0.666),
      .continuations: PassageFloor(precision: 1.000, recall: 1.000),
      .attributed: PassageFloor(precision: 0.862, recall: 0.806),
    ],
  ]
}
