import BitestoCommandLayer
import BitestoMemory

/// A translation memory named on the command line, read a unit at a time.
struct MemoryFile {
  /// Problems that are told one by one; of the others, how many there are.
  private static let mostProblems = 20

  let path: String
  var header: MemoryHeader { reader.header }
  var encodingName: String { reader.encodingName }
  /// Of the format that it is read as.
  let formatName: String
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

  /// - Parameters:
  ///   - format: what to read it as; by default what its name says, or else TMX.
  ///   - options: what the file does not say itself.
  /// - Throws: ``CommandError`` that names the file.
  init(
    _ path: String, as format: UnitFormat? = nil,
    options: UnitReadingOptions = UnitReadingOptions(),
    _ context: CommandContext
  ) throws {
    let size = path == "-" ? nil : InputFile.Status(path, in: context.folder)
    let asked = context.arguments.text(MemoryParameters.readAs).flatMap(UnitFormat.named)
    let told = format ?? asked ?? UnitFormat.forFile(named: path)
    let format = told ?? .tmx
    let notes = told == nil ? ["it was read as tmx; --read-as names another format"] : []
    try self.init(path, format.name, size: size.map { Int($0.size) }, notes, context) { counter in
      let source = try Self.source(path, counter, context)
      guard let open = format.reader else {
        throw CommandError("\(quoted(path)): \(format.name) can only be written")
      }
      return try open(source, options)
    }
  }

  /// Opens a Moses pair.
  ///
  /// - Throws: ``CommandError`` that names the file.
  init(
    moses pair: (source: String, target: String), options: UnitReadingOptions,
    _ context: CommandContext
  ) throws {
    let sizes = [pair.source, pair.target].map { InputFile.Status($0, in: context.folder)?.size }
    let size = sizes.reduce(Int?.some(0)) { sum, size in
      sum.flatMap { sum in size.map { sum + Int($0) } }
    }
    try self.init(pair.source, MosesPair.formatName, size: size, [], context) { counter in
      try MosesUnitReader(
        source: Self.source(pair.source, counter, context),
        target: Self.source(pair.target, counter, context), options: options)
    }
  }

  /// - Parameter notes: what to say about a file that is not what it is read as.
  private init(
    _ path: String, _ formatName: String, size: Int?, _ notes: [String], _ context: CommandContext,
    _ open: (ByteCounter) throws -> any UnitReader
  ) throws {
    self.path = path
    self.formatName = formatName
    self.size = size
    self.context = context
    counter = ByteCounter()
    do {
      reader = try open(counter)
    } catch let error as MemoryError {
      throw CommandError(error.description(in: path), notes: notes)
    }
  }

  private static func source(
    _ path: String, _ counter: ByteCounter, _ context: CommandContext
  ) throws -> ByteSource {
    let next = try context.pieces(of: path)
    return ByteSource {
      let piece = try next()
      counter.value += piece.count
      return piece
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

  /// Does something with a unit of this file; what cannot be done with it is told with its file and line.
  func namingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as MemoryError {
      throw CommandError(error.description(in: path))
    }
  }

  /// A path as messages name it.
  static func name(_ path: String) -> String {
    path == "-" ? "standard input" : quoted(path)
  }

  /// Makes sure that nothing is lost when a file takes the place of this one, which was read to its end.
  ///
  /// - Throws: ``CommandError`` when units of it could not be read, or not be written.
  func checkReplacement(by output: MemoryOutput?) throws {
    guard let output, InputFile.isSame(path, output.path, in: context.folder) else { return }
    let isRead = skipped == 0 && !isTruncated
    guard !isRead || output.losses.unitsLeftOut > 0 else { return }
    throw CommandError(
      "what could not be \(isRead ? "written" : "read") would be lost from \(quoted(path)); it is as it was",
      notes: ["write to another file with -o"])
  }
}
