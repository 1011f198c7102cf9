import BitestoCommandLayer
import BitestoMemory

/// Names of bilingual files in their parts.
enum MemoryFileName {
  private static let packedEnd = ".gz"

  /// Whether a name asks for gzip.
  static func isPacked(_ path: String) -> Bool {
    path.lowercased().hasSuffix(packedEnd)
  }

  /// The name without ".gz".
  static func unpacked(_ path: String) -> String {
    isPacked(path) ? String(path.dropLast(packedEnd.utf8.count)) : path
  }

  /// The name without and from its extension on: "a/memory" and ".tmx.gz".
  static func split(_ path: String) -> (stem: String, end: String) {
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let name = path[start...]
    let bare = isPacked(path) ? name.dropLast(packedEnd.utf8.count) : name
    guard let dot = bare.lastIndex(of: "."), dot > start else {
      return (String(path[..<bare.endIndex]), String(path[bare.endIndex...]))
    }
    return (String(path[..<dot]), String(path[dot...]))
  }

  /// The last part of a path: "memory.tmx".
  static func last(_ path: String) -> String {
    String(path.split(separator: "/").last ?? Substring(path))
  }

  static func exists(_ path: String, _ context: CommandContext) -> Bool {
    InputFile.Identity(path, in: context.folder) != nil
  }
}
