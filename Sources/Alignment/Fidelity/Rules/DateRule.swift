/// Months and weekdays that differ, or were put in.
struct DateRule {
  func notes(_ comparison: Comparison) -> [FidelityNote] {
    let (source, target) = (DateReader(comparison.source), DateReader(comparison.target))
    let sourceDates = source.mentions()
    let targetDates = target.mentions()
    var notes: [FidelityNote] = []
    for isMonth in [true, false] {
      let a = unmatched(sourceDates, in: comparison.source, targetDates, isMonth: isMonth)
      let b = unmatched(targetDates, in: comparison.target, sourceDates, isMonth: isMonth)
      for (index, mention) in a.enumerated() {
        let range = comparison.source.bytes(mention.word..<(mention.word + 1))
        let words = comparison.source.quoted(range)
        if index < b.count {
          let other = comparison.target.bytes(b[index].word..<(b[index].word + 1))
          notes.append(
            comparison.note(
              .date, range, other, "\(words) stands for \(comparison.target.quoted(other))"))
        } else if !target.hasRelativeTime {
          notes.append(comparison.note(.date, range, nil, "\(words) is not in the original"))
        }
      }
      guard comparison.isComplete, !source.hasRelativeTime else { continue }
      for mention in b.dropFirst(a.count) {
        let range = comparison.target.bytes(mention.word..<(mention.word + 1))
        notes.append(
          comparison.note(
            .date, nil, range, "\(comparison.target.quoted(range)) of the original is left out"))
      }
    }
    return notes
  }

  private func unmatched(
    _ mentions: [DateReader.Mention], in side: CheckedSide, _ others: [DateReader.Mention],
    isMonth: Bool
  ) -> [DateReader.Mention] {
    let known = Set(others.map(\.field))
    return mentions.filter {
      $0.field.isMonth == isMonth && side.inside.contains($0.word) && !known.contains($0.field)
        && !side.words[$0.word].isAside
    }
  }
}
