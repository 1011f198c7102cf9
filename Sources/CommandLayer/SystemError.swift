#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A failed system call.
public struct SystemError: Error, Hashable, Sendable {
  /// The value of `errno`.
  public let code: Int32

  public init(code: Int32) {
    self.code = code
  }

  /// The failure of the system call that has just returned.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's own words: "No space left on device".
  public var reason: String {
    String(cString: strerror(code))
  }
}
