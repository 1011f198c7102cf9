import BitestoText

/// A report's own clause that the article puts between marks.
struct RegisterRule {
  /// - Parameter quotations: those of the target's document, in order.
  func notes(_ unit: Bitext.Unit, _ comparison: Comparison, _ quotations: [Quotation])
    -> [FidelityNote]
  {
    guard let quotation = unit.quotation, quotation.kind == .direct,
      quotations.contains(where: { $0.marked != $0.content }),
      !isOwnWords(quotation)
    else { return [] }
    let target = comparison.target
    let touching = quotations.overlapping(target.range)
    let marks = target.words[target.host].contains { Self.marks.contains($0.key) }
    guard !marks, !isOpen(before: target), touching.allSatisfy({ $0.kind == .indirect }) else {
      return []
    }
    return [
      comparison.note(
        .register, nil, nil,
        touching.isEmpty
          ? "quoted here, told without quotation marks in the original"
          : "quoted here, a reported clause in the original")
    ]
  }

  /// Whether a quotation of several paragraphs may still be open: a mark before has none to close it.
  private func isOpen(before side: CheckedSide) -> Bool {
    let paragraphs = side.document.paragraphs
    let own = paragraphs.partitioningIndex { $0.upperBound > side.range.lowerBound }
    return paragraphs[max(0, own - Self.lookBack)..<own].contains { paragraph in
      let text = side.text(paragraph)
      return text.count { $0 == "\"" } % 2 == 1
        || text.count { $0 == "“" || $0 == "„" } > text.count { $0 == "”" }
    }
  }

  /// Paragraphs that a quotation may have before this one.
  private static let lookBack = 5

  /// An outlet that is itself the speaker needs no marks for its words.
  private func isOwnWords(_ quotation: Quotation) -> Bool {
    quotation.outlets.contains {
      $0.role == .speaker || $0.role == .published || $0.name == quotation.speaker
    }
  }

  private static let marks: Set<String> = [
    "\"", "“", "”", "«", "»", "„", "‘", "’", "'", "‟", "‹", "›",
  ]
}
