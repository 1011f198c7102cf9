import BitestoCommandLayer

/// Says on the progress line how much of the files has been read.
struct MemoryProgress {
  /// Units between two looks at the figures.
  private static let interval = 1024
  private let line: ProgressLine
  private var units = 0

  init(_ context: CommandContext) {
    line = context.progressLine(isQuiet: context.isQuiet)
  }

  /// Called for every unit of a file.
  ///
  /// - Parameter action: such as "cleaning"; the name of the file and megabytes follow it.
  mutating func advance(_ action: String, _ file: MemoryFile) {
    units += 1
    guard units % Self.interval == 1 else { return }
    if let size = file.size {
      line.update("\(action) \(file.path), MB", done: file.bytesRead >> 20, total: size >> 20)
    } else {
      line.update("\(action) \(file.path)")
    }
  }

  /// Makes room for a message.
  func clear() {
    line.clear()
  }

  func finish() {
    line.finish()
  }
}
