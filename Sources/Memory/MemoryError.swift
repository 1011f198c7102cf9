/// Why a file as a whole cannot be read or written.
public struct MemoryError: Error, Equatable, CustomStringConvertible {
  /// From 1; nil when no line is to blame.
  public var line: Int?
  public var what: String

  public init(line: Int? = nil, _ what: String) {
    self.line = line
    self.what = what
  }

  public var description: String { line.map { "line \($0): \(what)" } ?? what }

  /// The error after the name of its file, as in "memory.tmx:3: …".
  public func description(in path: String) -> String {
    line.map { "\(path):\($0): \(what)" } ?? "\(path): \(what)"
  }
}
