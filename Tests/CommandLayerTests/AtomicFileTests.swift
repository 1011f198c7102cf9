import BitestoCommandLayer
import Foundation
import Testing

private struct Interrupted: Error {}

@Suite struct AtomicFileTests {
  @Test func `a new file is written and nothing else is left`() throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.write(Array("testo".utf8), to: "a.txt", in: folder.path)
      #expect(try folder.text(of: "a.txt") == "testo")
      #expect(try folder.names() == ["a.txt"])
    }
  }

  @Test(
    arguments: [
      ("new.txt", nil), ("old.txt", nil), ("link.txt", nil), ("/dev/null", nil),
      ("sub", "cannot write 'sub': Is a directory"),
      ("none/new.txt", "cannot write 'none/new.txt': its folder does not exist"),
      (
        "old.txt/new.txt",
        "cannot write 'old.txt/new.txt': its folder takes no new files: Not a directory"
      ),
    ] as [(String, String?)])
  func `a file that cannot be written is known before`(path: String, message: String?) throws {
    try TemporaryFolder.with { folder in
      try folder.write("before", to: "old.txt")
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/sub", withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/link.txt", withDestinationPath: "sub/new.txt")
      var said: String?
      do {
        try AtomicFile.check(path, in: folder.path)
      } catch let error as CommandError {
        said = error.message
      }
      #expect(said == message)
      #expect(try folder.names() == ["link.txt", "old.txt", "sub"])
    }
  }

  @Test func `more than one block is written whole`() throws {
    try TemporaryFolder.with { folder in
      let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try AtomicFile.write(bytes, to: "\(folder.path)/a.bin")
      #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/a.bin")) == Data(bytes))
    }
  }

  @Test func `an existing file survives a write that fails halfway`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("before", to: "a.txt")
      #expect(throws: Interrupted.self) {
        try AtomicFile.write(to: "a.txt", in: folder.path) { writer in
          try writer.write([UInt8](repeating: 65, count: 200_000))
          throw Interrupted()
        }
      }
      #expect(try folder.text(of: "a.txt") == "before")
      #expect(try folder.names() == ["a.txt"])
    }
  }

  @Test(arguments: [0o600, 0o640, 0o755])
  func `an existing file keeps its permission bits`(permissions: Int) throws {
    try TemporaryFolder.with { folder in
      try folder.write("before", to: "a.txt")
      try folder.setPermissions(permissions, of: "a.txt")
      try AtomicFile.write(Array("after".utf8), to: "a.txt", in: folder.path)
      #expect(try folder.text(of: "a.txt") == "after")
      #expect(try folder.permissions(of: "a.txt") == permissions)
    }
  }

  @Test func `a link is followed, even to a file that is not there yet`() throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/real", withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/second", withDestinationPath: "real/a.txt")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/first", withDestinationPath: "\(folder.path)/second")
      for text in ["one", "two"] {
        try AtomicFile.write(Array(text.utf8), to: "first", in: folder.path)
        #expect(try folder.text(of: "real/a.txt") == text)
      }
      #expect(try folder.names() == ["first", "real", "second"])
    }
  }

  @Test func `links in a circle are an error`() throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/a", withDestinationPath: "a")
      #expect(throws: CommandError.self) { try AtomicFile.write([], to: "a", in: folder.path) }
    }
  }

  @Test(arguments: [
    ("sub", "Is a directory"), ("sub/", "Is a directory"), ("new/", "Is a directory"),
    ("", "Is a directory"), ("missing/a.txt", "No such file or directory"),
    ("file/a.txt", "Not a directory"),
  ])
  func `a place that cannot hold a file is named`(path: String, reason: String) throws {
    try TemporaryFolder.with { folder in
      try folder.write("", to: "file")
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/sub", withIntermediateDirectories: false)
      #expect(throws: CommandError("cannot write '\(path)': \(reason)")) {
        try AtomicFile.write([65], to: path, in: folder.path)
      }
      #expect(try folder.names() == ["file", "sub"])
    }
  }

  /// The superuser may write anywhere.
  @Test(.enabled(if: getuid() != 0))
  func `a folder that takes no new files is named as the reason`() throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/locked", withIntermediateDirectories: false)
      try folder.setPermissions(0o500, of: "locked")
      let message =
        "cannot write 'locked/a.txt': its folder takes no new files: Permission denied"
      #expect(throws: CommandError(message)) {
        try AtomicFile.write([65], to: "locked/a.txt", in: folder.path)
      }
    }
  }

  @Test func `a device is written directly`() throws {
    try AtomicFile.write([65], to: "/dev/null")
    #expect(FileManager.default.isWritableFile(atPath: "/dev/null"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is named`() {
    let error = #expect(throws: OutputError.self) { try AtomicFile.write([65], to: "/dev/full") }
    #expect(error?.description == "cannot write to '/dev/full': No space left on device")
    #expect(error?.isClosedPipe == false)
  }
}
