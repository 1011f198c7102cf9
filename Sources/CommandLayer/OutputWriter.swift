#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Foundation

/// Bytes could not be written.
public struct OutputError: Error, Sendable, CustomStringConvertible {
  /// "standard output", or the quoted path of a file.
  public let destination: String
  public let cause: SystemError

  /// Whether the reader has gone away (`bitesto … | head`): no reason to complain.
  public var isClosedPipe: Bool { cause.code == EPIPE }

  public var description: String { "cannot write to \(destination): \(cause.reason)" }
}

/// Text and bytes on their way out, gathered into blocks of 64 KiB.
///
/// May be shared between threads; each call's bytes stay together. After a failure nothing more is
/// written, and every further call throws the same error.
public final class OutputWriter: @unchecked Sendable {
  private enum Sink {
    case descriptor(Int32)
    case memory
  }

  private static let blockSize = 64 * 1024

  /// "standard output", or the quoted path of a file.
  public let destination: String
  private let sink: Sink
  private let lock = NSLock()
  private var buffer: [UInt8] = []
  private var failure: OutputError?

  private init(_ sink: Sink, destination: String) {
    self.sink = sink
    self.destination = destination
  }

  /// A writer to an open file descriptor, which it does not close.
  public convenience init(descriptor: Int32, destination: String) {
    self.init(.descriptor(descriptor), destination: destination)
  }

  /// A writer that keeps everything, for tests; see ``contents``.
  public static func inMemory(_ destination: String = "memory") -> OutputWriter {
    OutputWriter(.memory, destination: destination)
  }

  /// What has been written and not yet handed to the system: everything, for a writer in memory.
  public var contents: [UInt8] { lock.withLock { buffer } }

  /// - Throws: ``OutputError``.
  public func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write($0) }
  }

  /// - Throws: ``OutputError``.
  public func write(_ bytes: some Sequence<UInt8>) throws {
    try lock.withLock {
      if let failure { throw failure }
      buffer.append(contentsOf: bytes)
      if buffer.count >= Self.blockSize { try drain() }
    }
  }

  /// A line and its end.
  ///
  /// - Throws: ``OutputError``.
  public func writeLine(_ text: String = "") throws {
    try write(text + "\n")
  }

  /// Hands everything to the system.
  ///
  /// - Throws: ``OutputError``.
  public func flush() throws {
    try lock.withLock {
      if let failure { throw failure }
      try drain()
    }
  }

  private func drain() throws {
    guard case .descriptor(let descriptor) = sink else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    do {
      try writeAll(buffer, to: descriptor)
    } catch let cause as SystemError {
      let error = OutputError(destination: destination, cause: cause)
      failure = error
      throw error
    }
  }
}

/// Writes every byte, however many calls that takes.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
  try bytes.withUnsafeBytes { all in
    var rest = all[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      let error = SystemError.last
      switch error.code {
      case EINTR: continue
      case EAGAIN:
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      default: throw error
      }
    }
  }
}
