/// "; did you mean 'preferred'?" when one of `candidates` is close to `word`, otherwise nothing.
func didYouMean(_ word: String, among candidates: [String]) -> String {
  let limit = max(1, word.utf8.count / 3)
  let near =
    candidates
    .map { (candidate: $0, distance: editDistance(Array(word.utf8), Array($0.utf8))) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
  return near.map { "; did you mean '\($0.candidate)'?" } ?? ""
}

/// Insertions, deletions, replacements and swaps of neighbors (optimal string alignment).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(last[j + 1], row[j]) + 1
      cost = min(cost, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
