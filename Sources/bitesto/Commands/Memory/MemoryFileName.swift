import BitestoCommandLayer
import BitestoMemory

/// Names of bilingual files in their parts.
enum MemoryFileName {
  /// The name without and from its extension on: "a/memory" and ".tmx.gz".
  static func split(_ path: String) -> (stem: String, end: String) {
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let name = path[start...]
    let bare = name.lowercased().hasSuffix(".gz") ? name.dropLast(3) : name
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
