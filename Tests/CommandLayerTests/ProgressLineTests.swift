import BitestoCommandLayer
import Foundation
import Testing

/// A clock that stands still until it is told.
private final class StoppedClock: @unchecked Sendable {
  private let lock = NSLock()
  private var seconds = 0.0

  var time: Double {
    get { lock.withLock { seconds } }
    set { lock.withLock { seconds = newValue } }
  }
}

@Suite struct ProgressLineTests {
  private let clock = StoppedClock()
  private let output = OutputWriter.inMemory()
  private var shown: String { String(decoding: output.contents, as: UTF8.self) }

  private func line(terminal: Terminal, isQuiet: Bool = false) -> ProgressLine {
    ProgressLine(output: output, terminal: terminal, isQuiet: isQuiet) { [clock] in clock.time }
  }

  @Test func `short work shows nothing`() {
    let line = line(terminal: Terminal(errorIsTerminal: true))
    clock.time = 0.29
    line.update("reading", done: 1, total: 2)
    line.finish()
    #expect(shown == "")
  }

  @Test func `long work is shown, redrawn at intervals, and erased`() {
    let line = line(terminal: Terminal(errorIsTerminal: true))
    for (time, done) in [(0.3, 1), (0.35, 2), (0.45, 3)] {
      clock.time = time
      line.update("reading", done: done, total: 4)
    }
    line.finish()
    clock.time = 9
    line.update("reading", done: 4, total: 4)
    #expect(shown == "\r\u{1B}[Kreading  1/4\r\u{1B}[Kreading  3/4\r\u{1B}[K")
  }

  @Test func `work without pieces shows its time, from the first word of it`() {
    let line = line(terminal: Terminal(errorIsTerminal: true))
    for time in [1, 2.5, 4] {
      clock.time = time
      line.update("comparing")
    }
    #expect(shown == "\r\u{1B}[Kcomparing  0 s\r\u{1B}[Kcomparing  1 s\r\u{1B}[Kcomparing  3 s")
  }

  @Test func `a message gets room, and the line comes back after it`() {
    let line = line(terminal: Terminal(errorIsTerminal: true))
    clock.time = 1
    line.update("reading", done: 1, total: 2)
    line.clear()
    clock.time = 2
    line.update("reading", done: 2, total: 2)
    #expect(shown == "\r\u{1B}[Kreading  1/2\r\u{1B}[K\r\u{1B}[Kreading  2/2")
  }

  @Test func `a line that keeps moving needs no updates`() async throws {
    let line = line(terminal: Terminal(errorIsTerminal: true))
    line.update("comparing")
    line.keepMoving()
    clock.time = 1
    for _ in 0..<500 where shown.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    line.finish()
    #expect(shown == "\r\u{1B}[Kcomparing  1 s\r\u{1B}[K")
  }

  @Test(arguments: [
    (Terminal(outputIsTerminal: true), false), (Terminal(errorIsTerminal: true), true),
  ])
  func `nothing is shown to a file, nor when quiet`(terminal: Terminal, isQuiet: Bool) {
    let line = line(terminal: terminal, isQuiet: isQuiet)
    clock.time = 5
    line.update("reading", done: 1, total: 4)
    line.finish()
    #expect(shown == "")
  }

  @Test func `the line stays within the window`() {
    let line = line(terminal: Terminal(errorIsTerminal: true, width: 10))
    clock.time = 1
    line.update("reading reports", done: 1, total: 4)
    #expect(shown == "\r\u{1B}[Kreading …")
  }
}
