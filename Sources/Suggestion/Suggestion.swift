/// The fewest insertions, deletions, substitutions and swaps of neighbors that turn one word into
/// the other, each stretch edited once (optimal string alignment, a restricted form of F. J. Damerau,
/// "A technique for computer detection and correction of spelling errors", 1964).
///
/// Time is O(n·m); memory three rows.
package func editDistance(_ first: String, _ second: String) -> Int {
  let first = Array(first.unicodeScalars)
  let second = Array(second.unicodeScalars)
  if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for i in 1...first.count {
    var row = [i]
    row.reserveCapacity(second.count + 1)
    for j in 1...second.count {
      let substitution = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
      var best = min(substitution, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
        best = min(best, beforeLast[j - 2] + 1)
      }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[second.count]
}

/// The candidate a person most likely meant by `word`; nil when none is near enough.
///
/// Case does not count. Near is one mistake for every three letters, or a beginning of at least two
/// letters.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let word = word.lowercased()
  let allowed = max(1, word.unicodeScalars.count / 3)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let lowercased = candidate.lowercased()
    let isBeginning = word.unicodeScalars.count > 1 && lowercased.hasPrefix(word)
    let distance = isBeginning ? 1 : editDistance(word, lowercased)
    guard distance <= allowed, distance < lowercased.unicodeScalars.count else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.candidate
}

/// "; did you mean 'X'?", or nothing.
package func didYouMean(_ word: String, among candidates: [String]) -> String {
  nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
}
