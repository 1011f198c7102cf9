import BitestoAlignment
import BitestoChecks
import BitestoCommandLayer
import BitestoText

/// What `--pair` adds: the two texts compared, sentence by sentence.
struct CheckPair {
  let context: CommandContext

  /// The findings of each text.
  ///
  /// - Parameter units: the rows of a table; nil to have the texts aligned.
  func findings(
    in texts: [CheckedText], units: [Bitext.Unit]?, checker: TextChecker
  ) throws -> [[CheckFinding]] {
    let progress = context.progressLine(isQuiet: context.isQuiet)
    defer { progress.finish() }
    guard let italian = texts.first(where: { $0.language == .italian }),
      let english = texts.first(where: { $0.language == .english })
    else { return texts.map { _ in [] } }
    let resources = Resources(context)
    let encoder = try resources.encoder()
    var pair = PairChecker.Pair(italian: italian, english: english, units: units ?? [])
    if units == nil {
      let aligner = SentenceAligner(encoder: encoder, names: checker.names)
      pair.units =
        aligner.align(
          PairChecker.Pair.side(of: italian), PairChecker.Pair.side(of: english)
        ) { done, total in
          progress.update("Aligning segments", done: done, total: total)
        }.units
    }
    progress.update("Comparing texts")
    let words = WordLikeness(encoder: encoder)
    let found = PairChecker(checker, words: words).findings(in: pair)
    return texts.map { $0.language == .italian ? found.italian : found.english }
  }
}
