import BitestoCommandLayer
import Foundation
import Testing

@Suite struct InputFileTests {
  @Test func `a file is read byte for byte`() throws {
    try TemporaryFolder.with { folder in
      let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/a.bin"))
      #expect(try InputFile.read("a.bin", in: folder.path) == bytes)
      try InputFile.check("a.bin", in: folder.path)
      let next = try InputFile.pieces(of: "a.bin", in: folder.path)
      var joined: [UInt8] = []
      while case let piece = try next(), !piece.isEmpty {
        #expect(piece.count < bytes.count)
        joined += piece
      }
      #expect(joined == bytes)
      #expect(try next() == [])
    }
  }

  @Test(arguments: [
    ("artcle.txt", "'artcle.txt': No such file or directory; did you mean 'article.txt'?"),
    ("sub/artcle.txt", "'sub/artcle.txt': No such file or directory"),
    ("zzz", "'zzz': No such file or directory"),
    ("sub", "'sub': Is a directory"),
    ("article.txt/x", "'article.txt/x': Not a directory"),
  ])
  func `a file that cannot be read is named, with one of a similar name`(
    path: String, message: String
  ) throws {
    try TemporaryFolder.with { folder in
      try folder.write("", to: "article.txt")
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/sub", withIntermediateDirectories: false)
      #expect(throws: CommandError("cannot read \(message)")) {
        try InputFile.read(path, in: folder.path)
      }
      #expect(throws: CommandError("cannot read \(message)")) {
        try InputFile.check(path, in: folder.path)
      }
      #expect(throws: CommandError("cannot read \(message)")) {
        try InputFile.pieces(of: path, in: folder.path)
      }
    }
  }

  @Test func `two names of one file are the same`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("", to: "a")
      try folder.write("", to: "b")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/link", withDestinationPath: "a")
      #expect(InputFile.isSame("a", "link", in: folder.path))
      #expect(InputFile.isSame("a", "./a", in: folder.path))
      #expect(!InputFile.isSame("a", "b", in: folder.path))
      #expect(!InputFile.isSame("missing", "missing", in: folder.path))
    }
  }

  @Test func `standard input can be read once`() throws {
    let context = CommandContext(
      output: .inMemory(), errorOutput: .inMemory(), readInput: { [1, 2] })
    #expect(try context.read("-") == [1, 2])
    #expect(throws: CommandError("standard input ('-') can stand for one file only")) {
      try context.read("-")
    }
    #expect(throws: CommandError("standard input ('-') can stand for one file only")) {
      try context.pieces(of: "-")
    }
  }

  @Test func `standard input can be read in pieces`() throws {
    let pieces = [[1, 2], [3]] as [[UInt8]]
    let context = CommandContext(
      output: .inMemory(), errorOutput: .inMemory(), readInput: { [] },
      readPieces: {
        var rest = pieces[...]
        return { rest.popFirst() ?? [] }
      })
    let next = try context.pieces(of: "-")
    #expect(try [next(), next(), next()] == [[1, 2], [3], []])
  }
}
