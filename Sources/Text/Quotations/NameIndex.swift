/// The full names a document gives, so that a surname alone can be resolved.
struct NameIndex {
  private struct Occurrence {
    let text: String
    let offset: Int
  }

  /// By the folded last word of the name, in the order of the text.
  private var names: [String: [Occurrence]] = [:]

  /// Collects names of two to four capitalized words that no outlet bears. Linear.
  init(document: Document, tokenizer: Tokenizer, lexicon: AttributionLexicon, outlets: OutletNames)
  {
    let runs = NameRuns(lexicon: lexicon)
    for paragraph in document.paragraphs {
      let words = HostWord.words(in: document, paragraph, tokenizer: tokenizer)
      var index = 0
      while index < words.count {
        let run = runs.run(at: index, in: words[...])
        let core = run.isEmpty ? run : runs.core(run, in: words[...])
        index = max(run.upperBound, index + 1)
        guard (2...4).contains(core.count), let last = words[core].last,
          outlets.match(at: core.lowerBound, in: words[...]) == nil
        else { continue }
        let range = words[core.lowerBound].range.lowerBound..<last.range.upperBound
        names[last.folded, default: []].append(
          Occurrence(text: document.text(range), offset: range.lowerBound))
      }
    }
  }

  /// The full name for a surname at `offset`: the last one given before it, otherwise the first
  /// one after.
  func fullName(forSurname folded: String, at offset: Int) -> String? {
    guard let occurrences = names[folded] else { return nil }
    var low = 0
    var high = occurrences.count
    while low < high {
      let middle = (low + high) / 2
      if occurrences[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return occurrences[max(low - 1, 0)].text
  }
}
