import Dispatch
import Synchronization

/// Runs `body` for 0 ..< count on some threads and returns the results in order. The numbers are
/// handed out one by one, so that long tasks and short ones share the threads well.
@discardableResult
package func concurrently<Result>(
  _ count: Int, threads: Int, _ body: @escaping (Int) -> Result
) -> [Result] {
  if threads == 1 || count < 2 { return (0..<count).map(body) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
    let work = Work(body: body, results: SharedBuffer(buffer), next: Atomic(0), count: count)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in work.run() }
    filled = count
  }
}

/// Tasks that several threads take one after the other.
private final class Work<Result>: @unchecked Sendable {
  private let body: (Int) -> Result
  private let results: SharedBuffer<Result>
  private let next: Atomic<Int>
  private let count: Int

  init(
    body: @escaping (Int) -> Result, results: SharedBuffer<Result>, next: consuming Atomic<Int>,
    count: Int
  ) {
    self.body = body
    self.results = results
    self.next = next
    self.count = count
  }

  func run() {
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      if index >= count { return }
      results.suffix(from: index).initializeElement(at: 0, to: body(index))
    }
  }
}

/// Memory that threads write to at different places; never touched when it is empty.
struct SharedBuffer<Element>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Element>

  init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    self.buffer = buffer
  }

  func suffix(from index: Int) -> UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(rebasing: buffer[index...])
  }
}
