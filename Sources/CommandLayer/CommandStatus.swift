/// How a command ended, as the shell sees it.
public enum CommandStatus: Int32, Sendable {
  /// The work is done; a check found nothing.
  case done = 0
  /// The work is done, and there is something to look at.
  case findings = 1
  /// The work could not be done: bad usage, unreadable input, unwritable output.
  case failure = 2
}
