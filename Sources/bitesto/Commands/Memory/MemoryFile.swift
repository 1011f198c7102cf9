import BitestoCommandLayer
import BitestoMemory

/// A translation memory named on the command line, read a unit at a time.
struct MemoryFile {
  /// Problems that are told one by one; of the others, how many there are.
  private static let mostProblems = 20

  let path: String
  var header: MemoryHeader { reader.header }
  var encodingName: String { reader.encodingName }
  /// In bytes, packed or not; nil for what is no regular file.
  let size: Int?
  /// False for standard input and pipes.
  var canBeReadAgain: Bool { size != nil }
  /// Of ``size``.
  var bytesRead: Int { counter.value }
  /// The units left out so far.
  private(set) var skipped = 0
  /// Whether the file has been found to stop in the middle.
  private(set) var isTruncated = false
  private let context: CommandContext
  private let counter: ByteCounter
  private var reader: any UnitReader

  /// - Throws: ``CommandError`` that names the file.
  init(_ path: String, _ context: CommandContext) throws {
    self.path = path
    self.context = context
    size = path == "-" ? nil : InputFile.Status(path, in: context.folder).map { Int($0.size) }
    let counter = ByteCounter()
    self.counter = counter
    do {
      let format = UnitFormat.forFile(named: path) ?? .tmx
      let next = try context.pieces(of: path)
      let source = ByteSource {
        let piece = try next()
        counter.value += piece.count
        return piece
      }
      guard let open = format.reader else {
        throw CommandError("\(quoted(path)): \(format.name) can only be written")
      }
      reader = try open(source, UnitReadingOptions())
    } catch let error as MemoryError {
      throw CommandError(error.description(in: path))
    }
  }

  /// The next unit or problem; nil at the end.
  ///
  /// - Throws: ``CommandError`` that names the file.
  mutating func nextItem() throws -> UnitItem? {
    do {
      return try reader.next()
    } catch let error as MemoryError {
      throw CommandError(error.description(in: path))
    }
  }

  /// The next unit; tells on standard error which ones are left out, and why.
  ///
  /// - Throws: ``CommandError`` that names the file.
  mutating func next() throws -> TranslationUnit? {
    while let item = try nextItem() {
      switch item {
      case .unit(let unit): return unit
      case .problem(let problem) where problem.rule == .unreadableUnit:
        skipped += 1
        if skipped <= Self.mostProblems {
          try context.warn("\(path):\(problem.line): \(problem.message)")
        }
      case .problem(let problem) where problem.rule == .truncated:
        isTruncated = true
        try context.warn("\(path):\(problem.line): \(problem.message)")
      case .problem: continue
      }
    }
    if skipped > Self.mostProblems {
      try context.warn(
        "\(path): \(count(skipped, "unit")) left out",
        notes: ["'bitesto tmx validate' tells about each"])
    }
    return nil
  }

  /// The next unit; tells nothing about those that are left out, for a file that is read once more.
  ///
  /// - Throws: ``CommandError`` that names the file.
  mutating func nextUnit() throws -> TranslationUnit? {
    while let item = try nextItem() {
      if case .unit(let unit) = item { return unit }
    }
    return nil
  }

  /// A path as messages name it.
  static func name(_ path: String) -> String {
    path == "-" ? "standard input" : quoted(path)
  }

  /// Makes sure that nothing is lost when a file takes the place of this one, which was read to its end.
  ///
  /// - Throws: ``CommandError`` when units of it could not be read.
  func checkReplacement(by output: String) throws {
    guard skipped > 0 || isTruncated, InputFile.isSame(path, output, in: context.folder) else {
      return
    }
    throw CommandError(
      "what could not be read would be lost from \(quoted(path)); it is as it was",
      notes: ["write to another file with -o"])
  }
}
