/// What went wrong, said to the person at the terminal.
///
/// Printed as "error: MESSAGE", followed by the notes, one a line. The message names the thing (file,
/// line, option), what is wrong with it and, where it is known, what to do.
public struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
  public var message: String
  public var notes: [String]

  public init(_ message: String, notes: [String] = []) {
    self.message = message
    self.notes = notes
  }

  /// The same error with one more note after its own.
  public func adding(note: String) -> CommandError {
    CommandError(message, notes: notes + [note])
  }

  public var description: String {
    ([message] + notes).joined(separator: "\n")
  }
}
