import Foundation

/// Everything a command may touch of the world outside, so that a test can stand in for it.
public struct CommandContext: Sendable {
  /// What the command line gave; set by ``CommandLineTool``.
  public var arguments = ParsedArguments()
  public var output: OutputWriter
  public var errorOutput: OutputWriter
  public var variables: [String: String]
  public var terminal: Terminal
  /// Where relative paths start.
  public var folder: String
  private let input: StandardInput

  /// - Parameters:
  ///   - readInput: Gives everything on standard input; called at most once.
  ///   - readPieces: Gives it a piece at a time; without it, everything is one piece.
  public init(
    output: OutputWriter, errorOutput: OutputWriter,
    readInput: @escaping @Sendable () throws -> [UInt8],
    readPieces: (@Sendable () -> () throws -> [UInt8])? = nil, variables: [String: String] = [:],
    terminal: Terminal = Terminal(), folder: String = "."
  ) {
    self.output = output
    self.errorOutput = errorOutput
    self.input = StandardInput(readInput, readPieces)
    self.variables = variables
    self.terminal = terminal
    self.folder = folder
  }

  /// This process's own streams, environment and terminal.
  public static func ofProcess() -> CommandContext {
    let variables = ProcessInfo.processInfo.environment
    return CommandContext(
      output: OutputWriter(descriptor: 1, destination: "standard output"),
      errorOutput: OutputWriter(descriptor: 2, destination: "standard error"),
      readInput: InputFile.readStandardInput, readPieces: InputFile.piecesOfStandardInput,
      variables: variables,
      terminal: .current(variables))
  }

  /// The bytes of a file, or of standard input for "-".
  ///
  /// - Throws: ``CommandError`` that names the path.
  public func read(_ path: String) throws -> [UInt8] {
    path == "-" ? try input.read() : try InputFile.read(path, in: folder)
  }

  /// Reads a file, or standard input for "-", a piece at a time.
  ///
  /// - Returns: gives the next piece, an empty one at the end.
  /// - Throws: ``CommandError`` that names the path.
  public func pieces(of path: String) throws -> () throws -> [UInt8] {
    path == "-" ? try input.pieces() : try InputFile.pieces(of: path, in: folder)
  }

  /// Writes a file whole or not at all, or to standard output for "-".
  ///
  /// - Parameter waitsForDisk: see ``AtomicFile/write(to:in:waitsForDisk:_:)``.
  /// - Throws: ``CommandError`` that names the path, or the error of `body`.
  public func write(
    to path: String, waitsForDisk: Bool = true, _ body: (OutputWriter) throws -> Void
  ) throws {
    if path == "-" {
      try body(output)
    } else {
      try AtomicFile.write(to: path, in: folder, waitsForDisk: waitsForDisk, body)
    }
  }

  /// Says on standard error what a person should know though the work goes on.
  ///
  /// Printed as "warning: MESSAGE", followed by the notes, one a line.
  public func warn(_ message: String, notes: [String] = []) throws {
    let label = errorStyler()("warning:", .bold + .yellow)
    try errorOutput.write((["\(label) \(message)"] + notes).map { $0 + "\n" }.joined())
    try errorOutput.flush()
  }

  /// Styles for standard output.
  public func outputStyler(_ color: ColorChoice = .auto) -> Styler {
    Styler(
      isEnabled: color.isEnabled(isTerminal: terminal.outputIsTerminal, variables: variables))
  }

  /// Styles for standard error.
  public func errorStyler(_ color: ColorChoice = .auto) -> Styler {
    Styler(isEnabled: color.isEnabled(isTerminal: terminal.errorIsTerminal, variables: variables))
  }

  /// A progress line on standard error that moves by itself.
  public func progressLine(isQuiet: Bool = false) -> ProgressLine {
    let line = ProgressLine(output: errorOutput, terminal: terminal, isQuiet: isQuiet)
    line.keepMoving()
    return line
  }
}

/// Standard input, which can be read only once.
private final class StandardInput: @unchecked Sendable {
  private let lock = NSLock()
  private let everything: @Sendable () throws -> [UInt8]
  private let inPieces: (@Sendable () -> () throws -> [UInt8])?
  private var isRead = false

  init(
    _ everything: @escaping @Sendable () throws -> [UInt8],
    _ inPieces: (@Sendable () -> () throws -> [UInt8])?
  ) {
    self.everything = everything
    self.inPieces = inPieces
  }

  func read() throws -> [UInt8] {
    try claim()
    return try everything()
  }

  func pieces() throws -> () throws -> [UInt8] {
    try claim()
    if let inPieces { return inPieces() }
    var rest: [UInt8]? = try everything()
    return {
      defer { rest = nil }
      return rest ?? []
    }
  }

  private func claim() throws {
    let isFirst = lock.withLock {
      defer { isRead = true }
      return !isRead
    }
    guard isFirst else {
      throw CommandError("standard input ('-') can stand for one file only")
    }
  }
}
