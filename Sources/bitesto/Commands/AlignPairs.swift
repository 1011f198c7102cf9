import BitestoAlignment
import BitestoCommandLayer
import BitestoEmbedding
import BitestoFormats
import BitestoText
import Foundation

/// `bitesto align --pairs LIST`: many pairs of texts in one process.
///
/// A pair that fails is reported with its line and does not keep the others from being aligned.
struct AlignPairs {
  /// One line of the list.
  private struct Row {
    var line: Int
    var source: String
    var target: String
    var output: String
  }

  /// A pair that has been read.
  private struct Pair {
    var row: Row
    var destinations: [OutputPlan.Destination]
    var source: Bitext.Side
    var target: Bitext.Side
  }

  /// Pairs in memory at a time: enough to keep all processors busy.
  private static let batch = 128

  private let context: CommandContext
  private let list: String
  private let command: AlignCommand
  private let threads: Int

  init(_ context: CommandContext, list: String, command: AlignCommand) throws {
    self.context = context
    self.list = list
    self.command = command
    threads =
      try context.arguments.integer(OptionDescription.threads)
      ?? ProcessInfo.processInfo.activeProcessorCount
  }

  func run() throws -> CommandStatus {
    let lines = try rows()
    let inputs = inputs(of: lines)
    let aligner = try command.aligner()
    let progress = context.progressLine(isQuiet: context.isQuiet)
    defer { progress.finish() }
    var failures = 0
    var written: Set<String> = []
    for first in stride(from: 0, to: lines.count, by: Self.batch) {
      let part = Array(lines[first..<min(first + Self.batch, lines.count)])
      let read = concurrently(part.count, threads: threads) { index in
        part[index].flatMap { row in Self.caught(row.line) { try self.pair(row, inputs) } }
      }
      var pairs: [Pair] = []
      for result in read {
        do throws(LineError) {
          let pair = try result.get()
          for destination in pair.destinations {
            let path = (destination.path as NSString).standardizingPath
            guard written.insert(path).inserted else {
              throw LineError(
                pair.row.line,
                CommandError("\(quoted(destination.path)) is given twice as output"))
            }
          }
          pairs.append(pair)
        } catch {
          failures += 1
          try report(error, progress)
        }
      }
      let bitexts = aligner.align(pairs.map { ($0.source, $0.target) })
      let results = concurrently(pairs.count, threads: threads) { [pairs] index in
        Self.caught(pairs[index].row.line) { try self.write(bitexts[index], pairs[index]) }
      }
      for case .failure(let error) in results {
        failures += 1
        try report(error, progress)
      }
      progress.update("Aligning texts", done: first + part.count, total: lines.count)
    }
    progress.finish()
    if !context.isQuiet {
      let done = lines.count - failures
      try context.errorOutput.writeLine(
        "aligned \(done) of \(lines.count) \(lines.count == 1 ? "pair" : "pairs")")
    }
    return failures == 0 ? .done : .failure
  }

  /// What went wrong in a line of the list.
  private struct LineError: Error {
    var line: Int
    var error: CommandError

    init(_ line: Int, _ error: CommandError) {
      self.line = line
      self.error = error
    }
  }

  private static func caught<Value>(
    _ line: Int, _ body: () throws -> Value
  ) -> Result<Value, LineError> {
    do {
      return .success(try body())
    } catch let error as CommandError {
      return .failure(LineError(line, error))
    } catch {
      return .failure(LineError(line, CommandError("\(error)")))
    }
  }

  private func report(_ failure: LineError, _ progress: ProgressLine) throws {
    progress.finish()
    let label = context.errorStyler()("error:", .bold + .red)
    let message = "\(list):\(failure.line): \(failure.error.message)"
    try context.errorOutput.write(
      (["\(label) \(message)"] + failure.error.notes).map { $0 + "\n" }.joined())
  }

  /// The lines of the list; comments and empty lines are left out.
  private func rows() throws -> [Result<Row, LineError>] {
    let bytes = try context.read(list).withoutByteOrderMark
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandError("\(list): not UTF-8")
    }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { index, line -> Result<Row, LineError>? in
        if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { return nil }
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 3, !fields.contains("") else {
          return .failure(
            LineError(
              index + 1,
              CommandError(
                "expected three columns, source, target and output, but found \(fields.count)",
                notes: ["columns are separated by tabs"])))
        }
        return .success(
          Row(line: index + 1, source: fields[0], target: fields[1], output: fields[2]))
      }
  }

  /// All files that are read, which no output may replace.
  private func inputs(of lines: [Result<Row, LineError>]) -> Set<InputFile.Identity> {
    let rows = lines.compactMap { try? $0.get() }
    let paths =
      rows.flatMap { [$0.source, $0.target] } + [list]
      + OutputPlan.optionPaths.flatMap { context.arguments.texts($0) }
    return Set(paths.compactMap { InputFile.Identity($0, in: context.folder) })
  }

  private func pair(_ row: Row, _ inputs: Set<InputFile.Identity>) throws -> Pair {
    let destinations = try OutputPlan.destinations(of: row.output, .table, context)
    for destination in destinations {
      if let file = InputFile.Identity(destination.path, in: context.folder), inputs.contains(file)
      {
        throw CommandError("output \(quoted(destination.path)) would overwrite an input")
      }
    }
    return Pair(
      row: row, destinations: destinations, source: try command.source(row.source),
      target: try command.target(row.target))
  }

  private func write(_ bitext: Bitext, _ pair: Pair) throws {
    let options = WritingOptions(
      toolVersion: CommandLineTool.bitesto.version,
      creationTime: Int(Date().timeIntervalSince1970), signature: command.signature(),
      terminalWidth: context.terminal.width,
      keepsNulls: context.arguments.isGiven(AlignParameters.keepNulls))
    let bitext = try AlignEdits(context: context).applied(to: bitext)
    for destination in pair.destinations {
      try context.write(to: destination.path, waitsForDisk: false) { writer in
        try destination.format.write(bitext, options: options) { try writer.write($0) }
      }
    }
  }
}
