/// How much work the aligner puts into a text.
public enum AlignmentEffort: String, CaseIterable, Sendable {
  /// Words, lengths, names, numbers and punctuation only.
  case fast
  /// The same, then sentence vectors where that leaves a doubt.
  case balanced
  /// Sentence vectors everywhere.
  case full
}
