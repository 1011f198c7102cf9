import Foundation

/// The names in a folder.
public enum FolderListing {
  /// The names in a folder, hidden ones excluded, in no order; none when it cannot be read.
  public static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }
  }
}
