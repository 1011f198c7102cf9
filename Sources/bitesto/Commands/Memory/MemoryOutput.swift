import BitestoCommandLayer
import BitestoMemory

/// A bilingual file that a command is writing, a unit at a time.
///
/// The file takes its name only when all of it is written; see ``write(to:_:_:)``.
final class MemoryOutput {
  /// Where units go, and as what.
  struct Destination {
    /// "-" is standard output.
    var path: String
    var format: UnitFormat
    /// Whether the name asks for gzip.
    var isPacked: Bool { path.lowercased().hasSuffix(".gz") }

    /// Reads the format from `named`, or else from the end of the path; TMX for standard output.
    ///
    /// - Throws: ``CommandError`` for an end that names no format, for a format that is only read, and for
    ///   a file that cannot be written.
    init(_ path: String, format named: String? = nil, _ context: CommandContext) throws {
      let format =
        named.flatMap(UnitFormat.named) ?? (path == "-" ? .tmx : UnitFormat.forNewFile(named: path))
      guard let format else {
        if let read = UnitFormat.forFile(named: path) {
          throw CommandError(
            "cannot write \(quoted(path)): files of this kind are only read",
            notes: [
              "choose another name, such as one that ends in .\(read.extensions.first ?? read.name)"
            ])
        }
        let known = Self.writable.flatMap(\.extensions).map { ".\($0)" }.joined(separator: ", ")
        throw CommandError(
          "cannot tell the format of \(quoted(path)) from its extension",
          notes: ["known extensions: \(known), each also with .gz; --write-as names a format, too"])
      }
      guard format.writer != nil else {
        throw CommandError("cannot write \(quoted(path)): \(format.name) can only be read")
      }
      if path != "-" { try AtomicFile.check(path, in: context.folder) }
      self.path = path
      self.format = format
    }

    /// The formats that can be written.
    static let writable = UnitFormat.all.filter { $0.writer != nil }
  }

  /// What a file begins with, and how it is written.
  struct Plan {
    var destination: Destination
    var header: MemoryHeader
    var options = UnitWritingOptions(toolVersion: CommandLineTool.bitesto.version)

    init(_ destination: Destination, header: MemoryHeader) {
      self.destination = destination
      self.header = header
    }
  }

  let path: String
  private(set) var written = 0
  /// Units that the format cannot hold.
  private var leftOut = 0
  private let formatName: String
  /// What the format could not hold.
  var losses: UnitLosses {
    var losses = writer.losses
    losses.leaveOut("\(formatName) cannot hold them", leftOut - losses.unitsLeftOut)
    return losses
  }
  /// Handed over so far, before packing; the writer keeps some units back.
  var bytes: Int { counter.value }
  private let counter: ByteCounter
  private let file: OutputWriter
  private let packer: GzipWriter?
  private var writer: any UnitWriter
  private var isFinished = false

  private init(_ plan: Plan, _ file: OutputWriter) throws {
    path = plan.destination.path
    formatName = plan.destination.format.name
    self.file = file
    let counter = ByteCounter()
    self.counter = counter
    do {
      let packer =
        try plan.destination.isPacked ? GzipWriter { try file.write($0) } : nil
      self.packer = packer
      guard let make = plan.destination.format.writer else {
        throw MemoryError("\(plan.destination.format.name) can only be read")
      }
      writer = try make(plan.header, plan.options) { bytes in
        counter.value += bytes.count
        if let packer { try packer.write(bytes) } else { try file.write(bytes) }
      }
    } catch let error as MemoryError {
      throw CommandError("cannot write \(quoted(plan.destination.path)): \(error)")
    }
  }

  /// Writes a unit, or counts it among those that the format cannot hold.
  func write(_ unit: TranslationUnit) throws {
    if try writer.write(unit) { written += 1 } else { leftOut += 1 }
  }

  /// Hands everything to the system; nothing may be written after it.
  func finish() throws {
    guard !isFinished else { return }
    isFinished = true
    try writer.finish()
    try packer?.finish()
    try file.flush()
  }

  /// Writes several files at once: each takes its name only when all of them are written.
  ///
  /// - Parameter body: gets an output for each plan, in their order.
  /// - Throws: ``CommandError`` that names the path, or the error of `body`; every file is then as it was.
  static func write(
    to plans: [Plan], _ context: CommandContext, _ body: ([MemoryOutput]) throws -> Void
  ) throws {
    try open(plans[...], [], context, body)
  }

  private static func open(
    _ plans: ArraySlice<Plan>, _ outputs: [MemoryOutput], _ context: CommandContext,
    _ body: ([MemoryOutput]) throws -> Void
  ) throws {
    guard let plan = plans.first else {
      try body(outputs)
      // A disk that is full tells here, when no file has its name yet.
      for output in outputs { try output.finish() }
      return
    }
    try context.write(to: plan.destination.path) { file in
      try open(plans.dropFirst(), outputs + [MemoryOutput(plan, file)], context, body)
    }
  }
}

/// Counts what goes through a closure.
final class ByteCounter {
  var value = 0
}
