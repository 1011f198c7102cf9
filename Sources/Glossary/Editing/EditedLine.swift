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
