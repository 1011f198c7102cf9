/// The difference of two texts as patch tools read it (POSIX `diff -u`).
public struct UnifiedDiff: Sendable {
  private static let context = 3

  private let path: String
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  public init(path: String, old: [UInt8], new: [UInt8]) {
    self.path = path
    self.old = Self.lines(old)
    self.new = Self.lines(new)
  }

  /// A stretch of lines that differs.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The diff, empty when the texts are the same.
  public var text: [UInt8] {
    let changes = changes()
    guard !changes.isEmpty else { return [] }
    var output = Array("--- \(path)\n+++ \(path)\n".utf8)
    var index = 0
    while index < changes.count {
      var last = index
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * Self.context
      {
        last += 1
      }
      append(Array(changes[index...last]), to: &output)
      index = last + 1
    }
    return output
  }

  private func append(_ changes: [Change], to output: inout [UInt8]) {
    guard let first = changes.first, let last = changes.last else { return }
    let lead = min(Self.context, first.old.lowerBound)
    let tail = min(Self.context, old.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - lead)..<(last.old.upperBound + tail)
    let newRange = (first.new.lowerBound - lead)..<(last.new.upperBound + tail)
    output += Array("@@ -\(Self.position(oldRange)) +\(Self.position(newRange)) @@\n".utf8)
    var position = oldRange.lowerBound
    for change in changes {
      for line in old[position..<change.old.lowerBound] { Self.append(" ", line, to: &output) }
      for line in old[change.old] { Self.append("-", line, to: &output) }
      for line in new[change.new] { Self.append("+", line, to: &output) }
      position = change.old.upperBound
    }
    for line in old[position..<oldRange.upperBound] { Self.append(" ", line, to: &output) }
  }

  private static func position(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func append(_ sign: Character, _ line: ArraySlice<UInt8>, to output: inout [UInt8])
  {
    output += String(sign).utf8
    output += line
    if line.last != 0x0A { output += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// Fixes keep most lines: after the common beginning and end, lines are compared one by one, and
  /// where their numbers differ all of the middle is one change.
  private func changes() -> [Change] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    guard oldEnd > start || newEnd > start else { return [] }
    guard oldEnd - start == newEnd - start else {
      return [Change(old: start..<oldEnd, new: start..<newEnd)]
    }
    var changes: [Change] = []
    for line in start..<oldEnd where old[line] != new[line] {
      if let last = changes.last, last.old.upperBound == line {
        changes[changes.count - 1] = Change(
          old: last.old.lowerBound..<(line + 1), new: last.new.lowerBound..<(line + 1))
      } else {
        changes.append(Change(old: line..<(line + 1), new: line..<(line + 1)))
      }
    }
    return changes
  }

  /// Lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
