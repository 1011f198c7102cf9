/// A line of an edited file: one of the lines that were there, or a new one.
public struct EditedLine: Hashable, Sendable {
  /// Without its line feed.
  public var bytes: ArraySlice<UInt8>
  /// Where the line stood before, counted from 1; nil for a new line.
  public var original: Int?

  init(_ bytes: ArraySlice<UInt8>, original: Int? = nil) {
    self.bytes = bytes
    self.original = original
  }

  init(_ text: String, ending: [UInt8]) {
    self.init((Array(text.utf8) + ending)[...])
  }
}

/// What an edit changed, as `diff -u` shows it.
public struct UnifiedDiff: Sendable {
  public enum Kind: Sendable {
    case header
    case place
    case kept
    case removed
    case added
  }

  /// A line of the diff with its mark, without its end.
  public typealias Line = (kind: Kind, text: String)

  /// Empty when nothing was changed.
  public private(set) var lines: [Line] = []

  private static let context = 3

  /// - Parameters:
  ///   - old: The lines as they were, without line feeds.
  ///   - new: The lines as they are; lines that were there must stand in their old order, and what
  ///     doesn't counts as new.
  /// - Complexity: linear in the lines.
  public init(path: String, old: [ArraySlice<UInt8>], new: [EditedLine]) {
    let steps = Self.steps(old, new)
    let changes = steps.indices.filter { steps[$0].kind != .kept }
    guard !changes.isEmpty else { return }
    lines = [(.header, "--- \(path)"), (.header, "+++ \(path)")]
    var (oldLine, newLine, next) = (1, 1, 0)
    var change = changes[...]
    while let first = change.first {
      let start = max(next, first - Self.context)
      var end = first
      while let following = change.first, following <= end + 2 * Self.context {
        end = following
        change.removeFirst()
      }
      let hunk = start..<min(steps.count, end + Self.context + 1)
      oldLine += steps[next..<start].count
      newLine += steps[next..<start].count
      let (removed, added) = (
        steps[hunk].count { $0.kind != .added }, steps[hunk].count { $0.kind != .removed }
      )
      lines.append(
        (.place, "@@ -\(Self.range(oldLine, removed)) +\(Self.range(newLine, added)) @@"))
      for step in steps[hunk] {
        let mark = step.kind == .kept ? " " : step.kind == .added ? "+" : "-"
        var text = String(decoding: step.bytes, as: UTF8.self)
        if text.utf8.last == 0x0D { text = String(decoding: step.bytes.dropLast(), as: UTF8.self) }
        lines.append((step.kind, mark + text))
      }
      oldLine += removed
      newLine += added
      next = hunk.upperBound
    }
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    "\(count == 0 ? start - 1 : start)" + (count == 1 ? "" : ",\(count)")
  }

  private typealias Step = (kind: Kind, bytes: ArraySlice<UInt8>)

  /// Every line, those removed before those added in their place.
  private static func steps(_ old: [ArraySlice<UInt8>], _ new: [EditedLine]) -> [Step] {
    var steps: [Step] = []
    var added: [Step] = []
    var next = 0
    for line in new {
      guard let original = line.original, original > next, original <= old.count else {
        added.append((.added, line.bytes))
        continue
      }
      steps += old[next..<(original - 1)].map { (.removed, $0) } + added
      steps.append((.kept, line.bytes))
      added = []
      next = original
    }
    return steps + old[next...].map { (.removed, $0) } + added
  }
}
