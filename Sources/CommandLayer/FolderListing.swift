import Foundation

/// The names in a folder.
public enum FolderListing {
  /// The names in a folder, hidden ones excluded, in no order; none when it cannot be read.
  public static func names(in folder: String) -> [String] {
    (try? visibleNames(in: folder)) ?? []
  }

  /// Whether there is a folder at the path.
  public static func isFolder(_ path: String, in folder: String = ".") -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(
      atPath: resolved(path, in: folder), isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The names of the files and of the folders in a folder, hidden ones excluded, sorted.
  ///
  /// - Throws: ``CommandError`` that names the path.
  public static func contents(
    of path: String, in folder: String = "."
  ) throws -> (files: [String], folders: [String]) {
    let location = resolved(path, in: folder)
    guard FileManager.default.isReadableFile(atPath: location),
      let names = try? visibleNames(in: location)
    else {
      throw CommandError("cannot read the folder \(quoted(path)): Permission denied")
    }
    let sorted = names.sorted()
    let folders = Set(sorted.filter { isFolder("\(location)/\($0)") })
    return (sorted.filter { !folders.contains($0) }, sorted.filter(folders.contains))
  }

  private static func visibleNames(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
  }
}
