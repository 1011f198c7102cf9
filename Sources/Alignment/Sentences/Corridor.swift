/// The part of the alignment lattice that is searched: for every number of source segments behind
/// us, which numbers of target segments may be.
///
/// Windows are closed intervals that never step back; the first holds 0 and the last the number of
/// target segments.
struct Corridor: Equatable {
  let windows: [ClosedRange<Int>]
  /// Cells before each row, and all at the end.
  let offsets: [Int]

  var cellCount: Int { offsets[offsets.count - 1] }

  init(windows: [ClosedRange<Int>]) {
    self.windows = windows
    var offsets = [0]
    for window in windows { offsets.append(offsets[offsets.count - 1] + window.count) }
    self.offsets = offsets
  }

  /// Everything.
  init(source: Int, target: Int) {
    self.init(windows: [ClosedRange<Int>](repeating: 0...target, count: source + 1))
  }

  /// The position of a cell in row-major order; nil outside.
  func cell(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, windows[row].contains(column) else { return nil }
    return offsets[row] + column - windows[row].lowerBound
  }
}
