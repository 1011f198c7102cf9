/// The full names a document gives, so that a surname alone can be resolved.
struct NameIndex {
  private let document: Document
  /// Where names stand, by their last word, in the order of the text.
  private var all: [Range<Int>] = []
  private var names: [WordKey: [Range<Int>]] = [:]

  /// Collects names of two to four capitalized words that no outlet bears. Linear.
  init(_ document: Document, _ text: HostWords, outlets: OutletNames) {
    self.document = document
    let runs = NameRuns()
    for paragraph in text.paragraphs {
      let words = text.words[paragraph]
      var index = words.startIndex
      while index < words.endIndex {
        let run = runs.run(at: index, in: words)
        let core = run.isEmpty ? run : runs.core(run, in: words)
        index = max(run.upperBound, index + 1)
        guard (2...4).contains(core.count), let last = words[core].last,
          outlets.match(at: core.lowerBound, in: words) == nil
        else { continue }
        let place = words[core.lowerBound].range.lowerBound..<last.range.upperBound
        names[last.key, default: []].append(place)
        all.append(place)
      }
    }
  }

  /// The full name given last before an offset, outside of `other`.
  func lastName(before offset: Int, other: String?) -> String? {
    var index = all.partitioningIndex { $0.lowerBound >= offset }
    for _ in 0..<min(index, 8) {
      index -= 1
      let name = document.text(all[index])
      if name != other { return name }
    }
    return nil
  }

  /// The full name for a surname at `offset`: the last one given before it, otherwise the first
  /// one after.
  func fullName(forSurname surname: WordKey, at offset: Int) -> String? {
    guard let places = names[surname] else { return nil }
    let next = places.partitioningIndex { $0.lowerBound > offset }
    return document.text(places[max(next - 1, 0)])
  }
}
