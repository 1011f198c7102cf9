#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Foundation

/// What happens on Ctrl-C, a hang-up or a request to end: temporary files are removed, the progress
/// line is erased, and the process ends with 128 + the signal's number.
///
/// The handler makes only calls that are safe in a signal handler (POSIX.1-2017, 2.4.3): `unlink`,
/// `write`, `_exit`. So the paths stand in memory that is allocated once and never freed.
enum Interruption {
  private static let slotCount = 128
  private static let slotSize = 4096

  private nonisolated(unsafe) static let paths = UnsafeMutablePointer<CChar>.allocate(
    capacity: slotCount * slotSize)
  private nonisolated(unsafe) static let isActive: UnsafeMutablePointer<Bool> = {
    let flags = UnsafeMutablePointer<Bool>.allocate(capacity: slotCount)
    flags.initialize(repeating: false, count: slotCount)
    return flags
  }()
  private nonisolated(unsafe) static let progressIsVisible: UnsafeMutablePointer<Bool> = {
    let flag = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
    flag.initialize(to: false)
    return flag
  }()
  private static let eraseLine = StaticString("\r\u{1B}[K")
  private static let lock = NSLock()

  /// Handles the signals from now on and ignores SIGPIPE (a closed pipe is then an error of `write`).
  /// A signal that the parent asked to ignore (`nohup`) stays ignored.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    _ = (paths, isActive, progressIsVisible, eraseLine)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let previous = signal(number) { Interruption.end($0) }
      if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  private static func end(_ number: Int32) {
    for slot in 0..<slotCount where isActive[slot] {
      unlink(paths + slot * slotSize)
    }
    if progressIsVisible.pointee {
      _ = write(STDERR_FILENO, eraseLine.utf8Start, eraseLine.utf8CodeUnitCount)
    }
    _exit(128 + number)
  }

  static func setProgressVisible(_ isVisible: Bool) {
    progressIsVisible.pointee = isVisible
  }

  /// Remembers a temporary file; nil when there is no room to remember it.
  static func register(_ path: String) -> Int? {
    lock.withLock {
      let bytes = path.utf8CString
      guard bytes.count <= slotSize,
        let slot = (0..<slotCount).first(where: { !isActive[$0] })
      else { return nil }
      for (offset, byte) in bytes.enumerated() { paths[slot * slotSize + offset] = byte }
      isActive[slot] = true
      return slot
    }
  }

  /// Forgets a temporary file that has been removed or renamed.
  static func unregister(_ slot: Int?) {
    guard let slot else { return }
    lock.withLock { isActive[slot] = false }
  }
}
