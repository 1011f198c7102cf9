import BitestoCommandLayer
import BitestoMemory

/// A file that is packed with gzip when its name ends in ".gz".
enum PackedFile {
  /// Writes it whole or not at all.
  ///
  /// - Parameter body: gets the sink for what is to be packed.
  static func write(
    to path: String, _ context: CommandContext, _ body: (@escaping UnitFormat.Sink) throws -> Void
  ) throws {
    try context.write(to: path) { file in
      guard path.lowercased().hasSuffix(".gz") else {
        try body { try file.write($0) }
        return
      }
      let packer = try GzipWriter { try file.write($0) }
      try body { try packer.write($0) }
      try packer.finish()
    }
  }
}
