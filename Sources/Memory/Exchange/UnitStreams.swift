/// What a bilingual file holds, in the order of the file.
public enum UnitItem: Sendable {
  case unit(TranslationUnit)
  /// Of the unit that follows, or of one that is left out (``MemoryRule/unreadableUnit``).
  case problem(MemoryProblem)
}

/// Reads a bilingual file of some format, a unit at a time.
public protocol UnitReader {
  /// What the file says about itself.
  var header: MemoryHeader { get }
  /// Of the file, for a person.
  var encodingName: String { get }

  /// The next unit or problem; nil at the end.
  ///
  /// - Throws: ``MemoryError`` for a file that cannot be read on, or what its source throws.
  mutating func next() throws -> UnitItem?
}

/// Writes a bilingual file of some format, a unit at a time.
public protocol UnitWriter {
  /// Writes a unit.
  ///
  /// - Returns: false for one that the format cannot hold, which is passed over.
  /// - Throws: what the sink throws.
  mutating func write(_ unit: TranslationUnit) throws -> Bool

  /// Writes the end; nothing may be written after it.
  mutating func finish() throws

  /// What could not be written so far; formats that hold everything lose nothing.
  var losses: UnitLosses { get }
}

extension UnitWriter {
  public var losses: UnitLosses { UnitLosses() }
}

/// What a writer is told beside the units.
public struct UnitWritingOptions: Sendable {
  /// The languages of the two sides, for formats that have two; what the header says, and the first other
  /// one, without them.
  public var source: LanguageTag?
  public var target: LanguageTag?
  /// Whether the codes of the format that the words came from are kept.
  public var keepsCodes: Bool
  /// Tags to write instead of others, such as "en-GB" for "en".
  public var tags: [LanguageTag: String]
  /// For files that name their maker.
  public var toolVersion: String

  public init(
    source: LanguageTag? = nil, target: LanguageTag? = nil, keepsCodes: Bool = true,
    tags: [LanguageTag: String] = [:], toolVersion: String = "0"
  ) {
    self.source = source
    self.target = target
    self.keepsCodes = keepsCodes
    self.tags = tags
    self.toolVersion = toolVersion
  }
}

/// What a reader is told about a file that does not say it itself.
public struct UnitReadingOptions: Sendable {
  public var source: LanguageTag?
  public var target: LanguageTag?

  public init(source: LanguageTag? = nil, target: LanguageTag? = nil) {
    self.source = source
    self.target = target
  }
}

/// A format of bilingual files.
public struct UnitFormat: Sendable {
  public typealias Sink = (ArraySlice<UInt8>) throws -> Void
  public typealias MakeReader =
    @Sendable (ByteSource, UnitReadingOptions) throws -> any UnitReader
  public typealias MakeWriter =
    @Sendable (MemoryHeader, UnitWritingOptions, @escaping Sink) throws -> any UnitWriter

  /// As the command line spells it.
  public let name: String
  /// One line for a person.
  public let summary: String
  /// Ends of file names, without the dot; the first is the usual one.
  public let extensions: [String]
  /// Ends of names that programs give to files of their own kind of it, which are read but not written.
  public let dialects: [String]
  /// Starts reading a file; nil for a format that is written only.
  public let reader: MakeReader?
  /// Starts writing a file; nil for a format that is read only.
  public let writer: MakeWriter?

  init(
    name: String, summary: String, extensions: [String], dialects: [String] = [],
    reader: MakeReader? = nil, writer: MakeWriter? = nil
  ) {
    self.name = name
    self.summary = summary
    self.extensions = extensions
    self.dialects = dialects
    self.reader = reader
    self.writer = writer
  }

  /// Every format there is, in the order in which they are listed.
  public static let all: [UnitFormat] = [
    .tmx, .xliff, .xliff2, .tsv, .csv, .ladder, .jsonLines,
  ]

  /// The format of that name.
  public static func named(_ name: String) -> UnitFormat? {
    all.first { $0.name == name.lowercased() }
  }

  /// The format that the end of a file's name asks for; ".gz" after it says only that it is packed.
  public static func forFile(named path: String) -> UnitFormat? {
    format(of: path) { $0.extensions + $0.dialects }
  }

  /// The format in which a file of that name can be written, which is not that of another program.
  public static func forNewFile(named path: String) -> UnitFormat? {
    format(of: path, \.extensions)
  }

  private static func format(
    of path: String, _ extensions: (UnitFormat) -> [String]
  ) -> UnitFormat? {
    var path = path.lowercased()
    if path.hasSuffix(".gz") { path.removeLast(3) }
    return all.first { extensions($0).contains { path.hasSuffix("." + $0) } }
  }
}

extension UnitFormat {
  /// Translation Memory eXchange: any version is read, 1.4b written.
  public static let tmx = UnitFormat(
    name: "tmx", summary: "TMX 1.4b translation memory", extensions: ["tmx"],
    reader: { source, _ in try TMXReader(source) },
    writer: { header, options, sink in
      try TMXWriter(
        header: header,
        options: TMXWriter.Options(
          level: options.keepsCodes ? .codes : .text, tags: options.tags,
          toolVersion: options.toolVersion),
        sink: sink)
    })
}
