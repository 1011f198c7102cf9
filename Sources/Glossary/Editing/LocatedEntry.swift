/// An entry and the lines it was read from, for messages.
public struct LocatedEntry: Hashable, Sendable {
  public var entry: Entry
  /// Counted from 1; 0 when the entry comes from no file.
  public var line: Int
  /// One for each form, in their order.
  public var formLines: [Int]

  public init(_ entry: Entry, line: Int = 0, formLines: [Int] = []) {
    self.entry = entry
    self.line = line
    self.formLines = formLines
  }

  /// The line of the form with this index; that of the entry when it is not known.
  public func line(ofForm index: Int) -> Int {
    formLines.indices.contains(index) ? formLines[index] : line
  }
}
