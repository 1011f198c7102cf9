import BitestoCommandLayer
import Foundation
import Testing

@Suite struct FolderListingTests {
  @Test func `a folder's contents are files and folders, sorted, without hidden ones`() throws {
    try TemporaryFolder.with { folder in
      for name in ["b.txt", "a.txt", ".hidden"] { try folder.write("", to: name) }
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/sub.txt", withIntermediateDirectories: false)
      let contents = try FolderListing.contents(of: ".", in: folder.path)
      #expect(contents.files == ["a.txt", "b.txt"])
      #expect(contents.folders == ["sub.txt"])
      #expect(FolderListing.isFolder("sub.txt", in: folder.path))
      #expect(!FolderListing.isFolder("a.txt", in: folder.path))
      #expect(!FolderListing.isFolder("none", in: folder.path))
    }
  }

  @Test func `a folder that is not there cannot be listed`() {
    #expect(throws: CommandError.self) { try FolderListing.contents(of: "none", in: "/dev/null") }
  }
}
