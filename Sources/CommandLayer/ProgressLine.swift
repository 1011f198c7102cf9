import Foundation

/// One line on standard error that says how far long work has come.
///
/// It appears only on a terminal and only when the work takes longer than 0.3 s, is redrawn at most
/// ten times a second, and ``finish()`` erases it. May be shared between threads.
public final class ProgressLine: @unchecked Sendable {
  private static let delay = 0.3
  private static let interval = 0.1
  private static let erase = "\r\u{1B}[K"

  private let output: OutputWriter
  private let width: Int
  private let isEnabled: Bool
  private let now: @Sendable () -> Double
  private let lock = NSLock()
  private var nextDraw: Double
  private var isVisible = false

  /// - Parameter now: A clock in seconds.
  public init(
    output: OutputWriter, terminal: Terminal, isQuiet: Bool = false,
    now: @escaping @Sendable () -> Double = { ProcessInfo.processInfo.systemUptime }
  ) {
    self.output = output
    self.width = terminal.width
    self.isEnabled = terminal.errorIsTerminal && !isQuiet
    self.now = now
    self.nextDraw = now() + Self.delay
  }

  /// Says that `done` of `total` pieces are done, as in "reading reports  3/12".
  public func update(_ label: String, done: Int, total: Int) {
    guard isEnabled else { return }
    lock.withLock {
      let time = now()
      guard time >= nextDraw else { return }
      nextDraw = time + Self.interval
      isVisible = true
      Interruption.setProgressVisible(true)
      let text = "\(label)  \(done)/\(total)".truncated(toColumns: width - 1)
      draw(Self.erase + text)
    }
  }

  /// Erases the line.
  public func finish() {
    lock.withLock {
      nextDraw = .infinity
      guard isVisible else { return }
      isVisible = false
      draw(Self.erase)
      Interruption.setProgressVisible(false)
    }
  }

  /// Progress is a courtesy: a failure to show it is not an error of the work.
  private func draw(_ text: String) {
    try? output.write(text)
    try? output.flush()
  }
}
