import BitestoText
import CEmbeddingModel

/// A file of reports as an index knows it: what tells whether it has changed.
public struct IndexedFile: Hashable, Sendable {
  /// As the user named it.
  public var path: String
  /// The language the reports were read in; nil when the text itself told.
  public var language: Language?
  /// In bytes.
  public var size: UInt64
  /// When the file was last written, in nanoseconds since 1970; 0 when that tells nothing.
  public var modified: Int64
  /// Of the contents.
  public var checksum: UInt32

  public init(
    path: String, language: Language? = nil, size: UInt64, modified: Int64 = 0, checksum: UInt32
  ) {
    self.path = path
    self.language = language
    self.size = size
    self.modified = modified
    self.checksum = checksum
  }

  /// The checksum of a file's contents (CRC-32). Linear.
  public static func checksum(of contents: [UInt8]) -> UInt32 {
    bitesto_crc32(contents, contents.count)
  }
}
