/// The difference of two texts as patch tools read it and `diff -u` shows it (POSIX, `diff`).
public struct UnifiedDiff: Sendable {
  public enum Kind: Sendable {
    case header
    case place
    case kept
    case removed
    case added
    /// Says that the line before has no end.
    case unended
  }

  /// A line of the diff with its mark, without its line feed.
  public struct Line: Hashable, Sendable {
    public var kind: Kind
    public var bytes: [UInt8]

    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// A line of the changed text, with its line feed, and where it stood before, counted from 1; nil
  /// for a new one.
  public typealias NewLine = (bytes: ArraySlice<UInt8>, original: Int?)

  /// Empty when nothing was changed.
  public private(set) var lines: [Line] = []

  private static let context = 3

  /// - Parameters:
  ///   - old: The lines as they were, with their line feeds.
  ///   - new: The lines as they are; lines that were there must stand in their old order, and what
  ///     doesn't, or isn't what it was, counts as new.
  /// - Complexity: linear in the bytes.
  public init(path: String, old: [ArraySlice<UInt8>], new: [NewLine]) {
    let steps = Self.steps(old, new)
    let changes = steps.indices.filter { steps[$0].kind != .kept }
    guard !changes.isEmpty else { return }
    add(.header, "--- \(path)")
    add(.header, "+++ \(path)")
    var (oldLine, newLine, next) = (1, 1, 0)
    var change = changes[...]
    while let first = change.first {
      let start = max(next, first - Self.context)
      var end = first
      while let following = change.first, following <= end + 2 * Self.context + 1 {
        end = following
        change.removeFirst()
      }
      let hunk = start..<min(steps.count, end + Self.context + 1)
      oldLine += steps[next..<start].count
      newLine += steps[next..<start].count
      let (removed, added) = (
        steps[hunk].count { $0.kind != .added }, steps[hunk].count { $0.kind != .removed }
      )
      add(.place, "@@ -\(Self.range(oldLine, removed)) +\(Self.range(newLine, added)) @@")
      for step in steps[hunk] { add(step) }
      oldLine += removed
      newLine += added
      next = hunk.upperBound
    }
  }

  /// Compares the bytes of two texts that have most lines in common: after the common beginning and
  /// end, lines are compared one by one, and where their numbers differ all of the middle is one
  /// change.
  public init(path: String, old: [UInt8], new: [UInt8]) {
    let (old, new) = (Self.lines(of: old), Self.lines(of: new))
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    self.init(
      path: path, old: old,
      new: new.enumerated().map { index, bytes in
        if index >= newEnd { return (bytes, index - newEnd + oldEnd + 1) }
        return (bytes, index < start || oldEnd == newEnd ? index + 1 : nil)
      })
  }

  /// The diff as one text.
  public var bytes: [UInt8] { lines.flatMap { $0.bytes + [0x0A] } }

  /// The lines of a text with their line feeds, which the last one may lack.
  public static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private mutating func add(_ kind: Kind, _ text: String) {
    lines.append(Line(kind: kind, bytes: Array(text.utf8)))
  }

  private mutating func add(_ step: Step) {
    let mark = step.kind == .kept ? " " : step.kind == .added ? "+" : "-"
    let isEnded = step.bytes.last == 0x0A
    lines.append(
      Line(
        kind: step.kind, bytes: Array(mark.utf8) + (isEnded ? step.bytes.dropLast() : step.bytes))
    )
    if !isEnded { add(.unended, "\\ No newline at end of file") }
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    "\(count == 0 ? start - 1 : start)" + (count == 1 ? "" : ",\(count)")
  }

  private typealias Step = (kind: Kind, bytes: ArraySlice<UInt8>)

  /// Every line, those removed before those added in their place.
  private static func steps(_ old: [ArraySlice<UInt8>], _ new: [NewLine]) -> [Step] {
    var steps: [Step] = []
    var added: [Step] = []
    var next = 0
    for line in new {
      guard let original = line.original, original > next, original <= old.count,
        old[original - 1] == line.bytes
      else {
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
