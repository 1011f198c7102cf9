/// The part of the alignment lattice that is searched: for every number of source segments behind
/// us, which numbers of target segments may be.
///
/// Windows are closed intervals that never step back; the first holds 0 and the last the number of
/// target segments.
struct Corridor: Equatable {
  let windows: [ClosedRange<Int>]
  /// Cells before each row, and all at the end.
  let offsets: [Int]

  /// Texts with fewer cells are searched whole.
  static let smallLattice = 20_000
  /// Cells between two anchors at most; a wider gap is searched along its diagonal only.
  private static let largestGap = 250_000
  /// Segments around an anchor that are searched too, since it may be part of a merge, or wrong.
  private static let slack = 5

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

  /// The rectangles between anchors, which are in order on both sides.
  init(source: Int, target: Int, anchors: [Anchors.Anchor]) {
    var lower = [Int](repeating: target, count: source + 1)
    var upper = [Int](repeating: 0, count: source + 1)
    func open(_ row: Int, _ columns: ClosedRange<Int>) {
      lower[row] = min(lower[row], max(0, columns.lowerBound))
      upper[row] = max(upper[row], min(target, columns.upperBound))
    }
    var (row, column) = (0, 0)
    for anchor in anchors + [Anchors.Anchor(source: source, target: target)] {
      let rows = max(0, row - Self.slack)...min(source, anchor.source + Self.slack)
      let columns = (column - Self.slack)...(anchor.target + Self.slack)
      let fits = rows.count * columns.count <= Self.largestGap
      let reach = Self.largestGap / rows.count / 2 + columns.count / rows.count + Self.slack
      for current in rows {
        if fits {
          open(current, columns)
        } else {
          let center = column + (current - row) * (anchor.target - column) / (anchor.source - row)
          open(current, (center - reach)...(center + reach))
        }
      }
      (row, column) = (anchor.source, anchor.target)
    }
    self.init(windows: zip(lower, upper).map { $0...max($0, $1) })
  }

  /// The position of a cell in row-major order; nil outside.
  func cell(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, windows[row].contains(column) else { return nil }
    return offsets[row] + column - windows[row].lowerBound
  }
}
