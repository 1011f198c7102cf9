import BitestoAlignment

/// What a reviewer can ask a page to show; the raw value is the word in `data-kinds`.
enum ReviewKind: String, CaseIterable {
  /// Without words on one side.
  case missing
  /// Less than strong.
  case unsure
  /// With something said otherwise than in the source.
  case noted
  /// An ordinary sentence of a traced article.
  case sentence
}

extension Entry {
  /// What the unit is to a reviewer, of a bitext of that kind.
  func reviewKinds(in kind: Bitext.Kind) -> [ReviewKind] {
    ReviewKind.allCases.filter {
      switch $0 {
      case .missing: source == nil || target == nil
      case .unsure: ConfidenceLevel(confidence) != .strong
      case .noted: !unit.notes.isEmpty
      case .sentence: kind == .trace && quotation == nil
      }
    }
  }

  /// What a unit without words on one side is called, or how sure one is.
  var level: String {
    target == nil ? "missing" : ConfidenceLevel(confidence).rawValue
  }
}
