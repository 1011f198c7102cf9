#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file so that it is there whole or not at all.
///
/// The bytes go to a temporary file in the same folder, which takes the file's name once they are on
/// the disk. Until then, and after any failure or Ctrl-C, an existing file stays as it was. A
/// symbolic link is followed; an existing file keeps its permission bits. What is not a regular file
/// (`/dev/stdout`, a pipe) is written directly.
public enum AtomicFile {
  /// - Throws: ``CommandError`` that names the path.
  public static func write(_ bytes: [UInt8], to path: String, in folder: String = ".") throws {
    try write(to: path, in: folder) { try $0.write(bytes) }
  }

  /// Writes what `body` hands to its writer.
  ///
  /// - Parameters:
  ///   - path: As the user gave it; errors name it so.
  ///   - folder: Where a relative path starts.
  ///   - waitsForDisk: Whether the bytes must be on the disk before the file takes its name, so that
  ///     it is whole even after a loss of power. Waiting for each of many files takes longer than
  ///     writing them.
  /// - Throws: ``CommandError`` that names the path, or the error of `body`.
  public static func write(
    to path: String, in folder: String = ".", waitsForDisk: Bool = true,
    _ body: (OutputWriter) throws -> Void
  ) throws {
    do {
      let target = try followingLinks(resolved(path, in: folder))
      var status = stat()
      let exists = stat(target, &status) == 0
      let type = status.st_mode & S_IFMT
      if path.isEmpty || path.hasSuffix("/") || (exists && type == S_IFDIR) {
        throw SystemError(code: EISDIR)
      }
      if exists, access(target, W_OK) != 0 { throw SystemError.last }
      if exists, type != S_IFREG {
        try writeDirectly(to: target, named: path, body)
      } else {
        let permissions = exists ? status.st_mode & 0o7777 : nil
        try replace(
          target, named: path, permissions: permissions, waitsForDisk: waitsForDisk, body)
      }
    } catch let error as SystemError {
      throw CommandError("cannot write \(quoted(path)): \(error.reason)")
    }
  }

  /// Makes sure that a file can be written, as far as that can be known before long work.
  ///
  /// - Throws: ``CommandError`` that names the path.
  public static func check(_ path: String, in folder: String = ".") throws {
    do {
      let target = try followingLinks(resolved(path, in: folder))
      var status = stat()
      if stat(target, &status) == 0 {
        if status.st_mode & S_IFMT == S_IFDIR { throw SystemError(code: EISDIR) }
        if access(target, W_OK) != 0 { throw SystemError.last }
        guard status.st_mode & S_IFMT == S_IFREG else { return }
      }
      let end = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
      let parent = target[..<end].isEmpty ? "." : String(target[..<end])
      if access(parent, W_OK | X_OK) == 0 { return }
      let error = SystemError.last
      throw error.code == ENOENT
        ? CommandError("cannot write \(quoted(path)): its folder does not exist")
        : takesNoFiles(path, error)
    } catch let error as SystemError {
      throw CommandError("cannot write \(quoted(path)): \(error.reason)")
    }
  }

  private static func takesNoFiles(_ path: String, _ error: SystemError) -> CommandError {
    CommandError("cannot write \(quoted(path)): its folder takes no new files: \(error.reason)")
  }

  private static func writeDirectly(
    to target: String, named path: String, _ body: (OutputWriter) throws -> Void
  ) throws {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError.last }
    defer { _ = close(descriptor) }
    let writer = OutputWriter(descriptor: descriptor, destination: quoted(path))
    try body(writer)
    try writer.flush()
  }

  private static func replace(
    _ target: String, named path: String, permissions: mode_t?, waitsForDisk: Bool,
    _ body: (OutputWriter) throws -> Void
  ) throws {
    let (descriptor, temporary, slot) = try createSibling(
      of: target, named: path, isPrivate: permissions != nil)
    var isOpen = true
    do {
      let writer = OutputWriter(descriptor: descriptor, destination: quoted(path))
      try body(writer)
      try writer.flush()
      if let permissions, fchmod(descriptor, permissions) != 0 { throw SystemError.last }
      if waitsForDisk, fsync(descriptor) != 0, errno != EINVAL { throw SystemError.last }
      isOpen = false
      if close(descriptor) != 0 { throw SystemError.last }
      if rename(temporary, target) != 0 { throw SystemError.last }
      Interruption.unregister(slot)
    } catch {
      if isOpen { close(descriptor) }
      unlink(temporary)
      Interruption.unregister(slot)
      throw error
    }
  }

  /// A new, empty file beside the target, with a name nobody else has.
  private static func createSibling(
    of target: String, named path: String, isPrivate: Bool
  ) throws -> (descriptor: Int32, path: String, slot: Int?) {
    let end = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
    for _ in 0..<16 {
      let unique = String(UInt64.random(in: 0...(.max)), radix: 36)
      let temporary = "\(target[..<end]).bitesto-\(unique).tmp"
      let slot = Interruption.register(temporary)
      let descriptor = open(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(isPrivate ? 0o600 : 0o666))
      if descriptor >= 0 { return (descriptor, temporary, slot) }
      let error = SystemError.last
      Interruption.unregister(slot)
      if [EACCES, EPERM, EROFS].contains(error.code) {
        throw takesNoFiles(path, error)
      }
      if error.code != EEXIST { throw error }
    }
    throw SystemError(code: EEXIST)
  }

  /// The path with the links in its last place followed, whether or not there is a file at the end.
  private static func followingLinks(_ path: String) throws -> String {
    var path = path
    for _ in 0..<40 {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink(path, &buffer, buffer.count)
      if count < 0 { throw SystemError.last }
      let bytes = buffer.prefix(count).map { UInt8(bitPattern: $0) }
      let destination = String(decoding: bytes, as: UTF8.self)
      let end = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
      path = destination.hasPrefix("/") ? destination : path[..<end] + destination
    }
    throw SystemError(code: ELOOP)
  }
}

/// A path as the process sees it, when relative paths start at `folder`.
public func resolved(_ path: String, in folder: String) -> String {
  path.hasPrefix("/") || folder == "." ? path : "\(folder)/\(path)"
}
