/// The fewest insertions, deletions and substitutions that turn one word into the other (V. I.
/// Levenshtein, 1966). Time is O(n·m), memory one row.
func edits(_ first: String, _ second: String) -> Int {
  let other = Array(second)
  var row = Array(0...other.count)
  for (i, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, candidate) in other.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(diagonal + (letter == candidate ? 0 : 1), above + 1, row[j] + 1)
      diagonal = above
    }
  }
  return row[other.count]
}
