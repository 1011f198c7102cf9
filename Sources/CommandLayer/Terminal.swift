#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command's output streams are connected to.
public struct Terminal: Hashable, Sendable {
  public var outputIsTerminal: Bool
  public var errorIsTerminal: Bool
  /// Columns.
  public var width: Int

  public init(outputIsTerminal: Bool = false, errorIsTerminal: Bool = false, width: Int = 80) {
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.width = width
  }

  /// This process's terminal. The width is the window's, else `COLUMNS`, else 80.
  public static func current(_ variables: [String: String]) -> Terminal {
    Terminal(
      outputIsTerminal: isatty(STDOUT_FILENO) == 1, errorIsTerminal: isatty(STDERR_FILENO) == 1,
      width: windowWidth() ?? width(in: variables))
  }

  /// The width that `COLUMNS` asks for; 80 without it.
  public static func width(in variables: [String: String]) -> Int {
    variables["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }

  private static func windowWidth() -> Int? {
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return nil
  }
}

/// When to use color.
public enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never

  /// Whether to color a stream.
  ///
  /// `auto` follows https://no-color.org and https://bixense.com/clicolors: `NO_COLOR` forbids,
  /// `CLICOLOR_FORCE` demands, otherwise a terminal that is not "dumb" gets color.
  public func isEnabled(isTerminal: Bool, variables: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if variables["NO_COLOR"].map({ !$0.isEmpty }) ?? false { return false }
      if let force = variables["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
      return isTerminal && variables["TERM"] != "dumb"
    }
  }
}
