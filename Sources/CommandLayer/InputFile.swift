import BitestoSuggestion

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads whole files.
public enum InputFile {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: As the user gave it; errors name it so.
  ///   - folder: Where a relative path starts.
  /// - Throws: ``CommandError`` that names the path and, for a file that is not there, one of a
  ///   similar name that is.
  public static func read(_ path: String, in folder: String = ".") throws -> [UInt8] {
    try opened(path, in: folder) { try readAll($0) }
  }

  /// Reads a file a piece at a time.
  ///
  /// - Returns: gives the next piece, an empty one at the end, and throws ``CommandError``.
  /// - Throws: the same errors as ``read(_:in:)``.
  public static func pieces(
    of path: String, in folder: String = "."
  ) throws -> () throws -> [UInt8] {
    // Opened once: what a pipe has given, or to whom, cannot be asked for again.
    let file = try named(path, in: folder) { location in
      let descriptor = open(location, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError.last }
      let file = OpenFile(descriptor: descriptor, name: quoted(path))
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        throw SystemError(code: EISDIR)
      }
      return file
    }
    return { try file.next() }
  }

  /// Reads standard input a piece at a time; the same as ``pieces(of:in:)``.
  public static func piecesOfStandardInput() -> () throws -> [UInt8] {
    let file = OpenFile(descriptor: dup(STDIN_FILENO), name: "standard input")
    return { try file.next() }
  }

  /// Makes sure that a file can be read, for readers that take a path.
  ///
  /// - Throws: the same errors as ``read(_:in:)``.
  public static func check(_ path: String, in folder: String = ".") throws {
    try opened(path, in: folder) { descriptor in
      var byte: UInt8 = 0
      if systemRead(descriptor, &byte, 1) < 0 { throw SystemError.last }
    }
  }

  private static func opened<Result>(
    _ path: String, in folder: String, _ body: (Int32) throws -> Result
  ) throws -> Result {
    try named(path, in: folder) { location in
      let descriptor = open(location, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError.last }
      defer { _ = close(descriptor) }
      return try body(descriptor)
    }
  }

  /// Names the path in the error of the system.
  private static func named<Result>(
    _ path: String, in folder: String, _ body: (_ location: String) throws -> Result
  ) throws -> Result {
    let location = resolved(path, in: folder)
    do {
      return try body(location)
    } catch let error as SystemError {
      let suggestion = error.code == ENOENT ? neighbor(of: path, at: location) : ""
      throw CommandError("cannot read \(quoted(path)): \(error.reason)\(suggestion)")
    }
  }

  /// Everything up to the end of standard input.
  ///
  /// - Throws: ``CommandError``.
  public static func readStandardInput() throws -> [UInt8] {
    do {
      return try readAll(STDIN_FILENO)
    } catch let error as SystemError {
      throw CommandError("cannot read standard input: \(error.reason)")
    }
  }

  /// Whether two paths lead to the same file; false when either is not there.
  public static func isSame(_ first: String, _ second: String, in folder: String = ".") -> Bool {
    let identity = Identity(first, in: folder)
    return identity != nil && identity == Identity(second, in: folder)
  }

  /// What all names of one file have in common.
  public struct Identity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// nil when there is no file at the path.
    public init?(_ path: String, in folder: String = ".") {
      var status = stat()
      guard stat(resolved(path, in: folder), &status) == 0 else { return nil }
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  /// What tells whether a file has changed without reading it.
  public struct Status: Hashable, Sendable {
    /// In bytes.
    public let size: UInt64
    /// When the file was last written, in nanoseconds since 1970.
    public let modified: Int64

    /// nil when there is no regular file at the path.
    public init?(_ path: String, in folder: String = ".") {
      var status = stat()
      guard stat(resolved(path, in: folder), &status) == 0, status.st_mode & S_IFMT == S_IFREG
      else { return nil }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      size = UInt64(status.st_size)
      modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
  }

  /// "; did you mean 'X'?" for a file of a similar name in the same folder.
  private static func neighbor(of path: String, at location: String) -> String {
    func split(_ path: String) -> (folder: Substring, name: String) {
      let end = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
      return (path[..<end], String(path[end...]))
    }
    let folder = split(location).folder
    let (shown, name) = split(path)
    let names = FolderListing.names(in: folder.isEmpty ? "." : String(folder)).sorted()
    return nearest(to: name, among: names).map { "; did you mean \(quoted(shown + $0))?" } ?? ""
  }
}

/// `read(2)`, which a member named `read` hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}

/// An open file, closed when nobody needs it any more.
private final class OpenFile {
  private static let pieceSize = 1 << 18
  private let descriptor: Int32
  private let name: String

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  deinit { close(descriptor) }

  func next() throws -> [UInt8] {
    while true {
      var status = 0
      let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
        guard let start = buffer.baseAddress else { return }
        status = systemRead(descriptor, start, buffer.count)
        count = max(0, status)
      }
      if status >= 0 { return piece }
      let error = SystemError.last
      if error.code != EINTR {
        throw CommandError("cannot read \(name): \(error.reason)")
      }
    }
  }
}

/// Everything up to the end of an open file.
private func readAll(_ descriptor: Int32) throws -> [UInt8] {
  var status = stat()
  var bytes: [UInt8] = []
  if fstat(descriptor, &status) == 0 { bytes.reserveCapacity(max(0, Int(status.st_size))) }
  let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  defer { block.deallocate() }
  while true {
    let count = read(descriptor, block.baseAddress, block.count)
    if count == 0 { return bytes }
    if count > 0 {
      bytes.append(contentsOf: block.prefix(count))
    } else if errno != EINTR {
      throw SystemError.last
    }
  }
}
