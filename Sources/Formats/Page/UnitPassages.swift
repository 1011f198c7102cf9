import BitestoAlignment

/// A passage of a report on the page, with the `id` that leads to it.
struct LinkedPassage {
  let side: Int
  let excerpt: Excerpt
  let anchor: String
}

/// Everything a page shows of the reports for one unit.
struct UnitPassages {
  /// The words behind the unit: its target, and what is joined to it.
  let found: [LinkedPassage]
  /// The same words elsewhere, best first.
  let alternatives: [LinkedPassage]
  /// How many more of those there are than a page has room for.
  let further: Int

  /// Of a pool of thousands, hundreds may repeat the same words; the page has the best.
  private static let mostAlternatives = 12

  init(of entry: Entry, in bitext: Bitext) {
    var found: [LinkedPassage] = []
    if let target = entry.target, let side = entry.targetSide {
      found.append(LinkedPassage(side: side, excerpt: target, anchor: "r\(entry.number)"))
    }
    for joined in entry.unit.joined.compactMap({ bitext.excerpt($0) }) {
      let anchor = found.isEmpty ? "r\(entry.number)" : "r\(entry.number)-j\(found.count)"
      found.append(LinkedPassage(side: joined.side, excerpt: joined.excerpt, anchor: anchor))
    }
    self.found = found
    let others = entry.alternatives.filter { other in
      !found.contains { $0.side == other.side && $0.excerpt.range.overlaps(other.excerpt.range) }
    }
    alternatives = others.prefix(Self.mostAlternatives).enumerated().map {
      LinkedPassage(
        side: $1.side, excerpt: $1.excerpt, anchor: "r\(entry.number)-\($0 + 1)")
    }
    further = max(0, others.count - Self.mostAlternatives)
  }

  var all: [LinkedPassage] { found + alternatives }
}
