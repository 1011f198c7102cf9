import BitestoCommandLayer
import BitestoFormats
import BitestoMemory

/// The problems of several memories one after the other, found as they are asked for.
///
/// A file that cannot be read does not keep those after it from being looked at.
final class ProblemStream: Sequence, IteratorProtocol {
  /// How many problems of each rule there are, those that are not given out included.
  private(set) var counts: [MemoryRule: Int] = [:]
  private(set) var units = 0
  private(set) var unreadableUnits = 0
  /// Why files could not be read.
  private(set) var failure: CommandError?

  private let rules: Set<MemoryRule>
  private let most: Int
  private let context: CommandContext
  private let progress: ProgressLine
  private var paths: ArraySlice<String>
  private var file: (path: String, validator: MemoryValidator)?
  private var countsOfFile: [MemoryRule: Int] = [:]
  private var waiting: [ProblemsFormat.Item] = []

  /// - Parameters:
  ///   - rules: those that are looked for.
  ///   - most: how many problems of a rule in a file are given out; 0 for all.
  init(_ paths: [String], rules: Set<MemoryRule>, most: Int, _ context: CommandContext) {
    self.paths = paths[...]
    self.rules = rules
    self.most = most
    self.context = context
    progress = context.progressLine(isQuiet: context.isQuiet)
  }

  func next() -> ProblemsFormat.Item? {
    while true {
      if let item = waiting.popLast() { return item }
      guard let path = file?.path else {
        guard let path = paths.popFirst() else { return nil }
        open(path)
        continue
      }
      do {
        guard let problem = try file?.validator.next() else {
          close()
          continue
        }
        guard rules.contains(problem.rule) else { continue }
        let number = (countsOfFile[problem.rule] ?? 0) + 1
        countsOfFile[problem.rule] = number
        if most == 0 || number <= most { return .problem(path: path, problem) }
      } catch {
        fail(error, path)
        close()
      }
    }
  }

  /// Erases the line that shows the progress, to make room for problems.
  func clearProgress() {
    progress.clear()
  }

  /// Erases the line that shows the progress for good.
  func finish() {
    progress.finish()
  }

  private func open(_ path: String) {
    progress.update("validating \(path)")
    do {
      file = (path, try MemoryValidator(ByteSource(context.pieces(of: path))))
    } catch let error as MemoryError {
      let isOther = UnitFormat.forFile(named: path).map { $0.name != UnitFormat.tmx.name } ?? false
      let notes = isOther ? ["only TMX is checked; 'bitesto tmx convert' makes it of others"] : []
      fail(CommandError(error.description(in: path), notes: notes), path)
    } catch {
      fail(error, path)
    }
  }

  private func close() {
    units += file?.validator.units ?? 0
    unreadableUnits += file?.validator.unreadableUnits ?? 0
    guard let path = file?.path else { return }
    for (rule, number) in countsOfFile {
      counts[rule, default: 0] += number
    }
    // Taken from the end.
    for rule in MemoryRule.allCases.reversed() {
      guard most > 0, let number = countsOfFile[rule], number > most else { continue }
      waiting.append(.more(path: path, rule, count: number - most))
    }
    countsOfFile = [:]
    file = nil
  }

  private func fail(_ error: any Error, _ path: String) {
    let told =
      switch error {
      case let error as CommandError: error
      case let error as MemoryError: CommandError(error.description(in: path))
      default: CommandError("cannot read \(quoted(path)): \(error)")
      }
    failure = failure?.adding(note: told.message) ?? told
  }
}
