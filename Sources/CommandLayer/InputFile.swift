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
    let location = resolved(path, in: folder)
    do {
      let descriptor = open(location, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError.last }
      defer { _ = close(descriptor) }
      return try readAll(descriptor)
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
    var (one, other) = (stat(), stat())
    return stat(resolved(first, in: folder), &one) == 0
      && stat(resolved(second, in: folder), &other) == 0
      && one.st_dev == other.st_dev && one.st_ino == other.st_ino
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
