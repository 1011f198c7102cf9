import Dispatch
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
  private var stage = Stage(label: "", count: nil, start: 0)
  private var nextDraw: Double
  private var isVisible = false
  private var timer: (any DispatchSourceTimer)?

  private struct Stage {
    var label: String
    var count: (done: Int, total: Int)?
    /// When work under this label began.
    var start: Double
  }

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
    update(label, count: (done, total))
  }

  /// Says what is being done where there is nothing to count, as in "comparing texts  4 s".
  public func update(_ label: String) {
    update(label, count: nil)
  }

  private func update(_ label: String, count: (done: Int, total: Int)?) {
    guard isEnabled else { return }
    lock.withLock {
      let start = label == stage.label ? stage.start : now()
      stage = Stage(label: label, count: count, start: start)
      drawIfDue()
    }
  }

  /// Redraws the line from now on by itself, so that it moves even while one step takes long.
  public func keepMoving() {
    guard isEnabled else { return }
    lock.withLock {
      guard timer == nil else { return }
      let timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInteractive))
      timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval)
      timer.setEventHandler { [weak self] in
        guard let self else { return }
        lock.withLock { self.drawIfDue() }
      }
      timer.resume()
      self.timer = timer
    }
  }

  /// Erases the line until the next update, to make room for a message.
  public func clear() {
    lock.withLock { eraseLine() }
  }

  /// Erases the line; nothing more is shown.
  public func finish() {
    lock.withLock {
      timer?.cancel()
      timer = nil
      nextDraw = .infinity
      eraseLine()
    }
  }

  private func eraseLine() {
    guard isVisible else { return }
    isVisible = false
    draw(Self.erase)
    Interruption.setProgressVisible(false)
  }

  private func drawIfDue() {
    let time = now()
    guard time >= nextDraw, !stage.label.isEmpty else { return }
    nextDraw = time + Self.interval
    isVisible = true
    Interruption.setProgressVisible(true)
    let figure =
      stage.count.map { "\($0.done)/\($0.total)" } ?? "\(Int(time - stage.start)) s"
    draw(Self.erase + "\(stage.label)  \(figure)".truncated(toColumns: width - 1))
  }

  /// Progress is a courtesy: a failure to show it is not an error of the work.
  private func draw(_ text: String) {
    try? output.write(text)
    try? output.flush()
  }
}
