import BitestoGlossary
import BitestoText

/// A file format in which glossaries are exchanged with other programs.
///
/// A new format is one file with one value of this type, and one entry in ``all``.
public struct ExchangeFormat: Sendable {
  /// What writing needs to know beside the entries.
  public struct WritingOptions: Sendable {
    /// The languages of formats that have two columns.
    public var source: Language
    public var target: Language
    /// For those formats: the style whose preferred form is the translation; nil for all.
    public var style: Style?
    /// Whether deprecated and forbidden forms are left out of formats that can hold them.
    public var omitsDeprecated: Bool
    public var toolVersion: String

    public init(
      source: Language = .italian, target: Language = .english, style: Style? = nil,
      omitsDeprecated: Bool = false, toolVersion: String = ""
    ) {
      self.source = source
      self.target = target
      self.style = style
      self.omitsDeprecated = omitsDeprecated
      self.toolVersion = toolVersion
    }
  }

  /// What reading needs to know beside the bytes.
  public struct ReadingOptions: Sendable {
    /// The languages of files that have two columns and don't say which.
    public var source: Language
    public var target: Language
    /// The kind of entries that don't say theirs.
    public var kind: BitestoGlossary.Entry.Kind

    public init(
      source: Language = .italian, target: Language = .english,
      kind: BitestoGlossary.Entry.Kind = .term
    ) {
      self.source = source
      self.target = target
      self.kind = kind
    }
  }

  /// What became of the entries of a glossary.
  public struct Written: Sendable {
    public var entries = 0
    /// The lines or terms that stand in the file.
    public var terms = 0
    /// What the format cannot hold.
    public var lost = Tally()

    public init(entries: Int = 0, terms: Int = 0) {
      self.entries = entries
      self.terms = terms
    }
  }

  /// The name by which `--format` asks for it.
  public let name: String
  /// What it is, in a few words for a list of formats.
  public let summary: String
  /// Whether it has two columns, one for each of two languages.
  public let isBilingual: Bool
  /// File name extensions in lower case, without the dot; the first is the usual one.
  public let extensions: [String]
  /// Writes the entries and counts what it leaves out.
  let encode:
    @Sendable ([BitestoGlossary.Entry], WritingOptions, inout ByteOutput) throws -> Written
  /// Nil for a format that is only written.
  let decode:
    (@Sendable (String, [UInt8], ReadingOptions) throws(GlossaryError) -> ImportedGlossary)?

  init(
    name: String, summary: String, extensions: [String], isBilingual: Bool = false,
    encode:
      @escaping @Sendable ([BitestoGlossary.Entry], WritingOptions, inout ByteOutput) throws ->
      Written,
    decode:
      (@Sendable (String, [UInt8], ReadingOptions) throws(GlossaryError) -> ImportedGlossary)?
  ) {
    self.name = name
    self.summary = summary
    self.extensions = extensions
    self.isBilingual = isBilingual
    self.encode = encode
    self.decode = decode
  }

  /// Every format there is, in the order in which they are listed.
  public static let all: [ExchangeFormat] = [
    .tsv, .csv, .tbx, .tbxDCT, .tbxCore, .tbx2, .omegat, .utx, .json,
  ]

  public var canBeRead: Bool { decode != nil }

  /// The format of that name.
  public static func named(_ name: String) -> ExchangeFormat? {
    let name = name.lowercased()
    return all.first { $0.name == name }
  }

  /// The format that the extension of a file's name asks for.
  public static func forFile(named path: String) -> ExchangeFormat? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    return all.first { $0.extensions.contains(ending) }
  }

  /// Writes entries, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameter sink: takes the next bytes; what it throws ends the writing.
  /// - Complexity: linear in the entries; in formats of two columns every form of an entry in one
  ///   language stands with every one in the other.
  public func write(
    _ entries: [BitestoGlossary.Entry], options: WritingOptions = WritingOptions(),
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws -> Written {
    var omitted = Tally()
    var entries = entries
    if options.omitsDeprecated {
      for index in entries.indices { omitted.add(entries[index].omitDeprecated()) }
      entries.removeAll(where: \.forms.isEmpty)
    }
    var output = ByteOutput(sink: sink)
    var written = try encode(entries, options, &output)
    try output.finish()
    written.lost.add(omitted)
    return written
  }

  /// Reads a file.
  ///
  /// - Parameter path: the name that messages give the file.
  /// - Throws: ``GlossaryError`` when nothing of the file can be read.
  /// - Complexity: linear in the bytes.
  public func read(
    path: String, contents: [UInt8], options: ReadingOptions = ReadingOptions()
  ) throws(GlossaryError) -> ImportedGlossary {
    guard let decode else {
      throw GlossaryError(path, 1, "\(name) is a format that is only written")
    }
    return try decode(path, contents, options)
  }
}

/// What was read of a file of another program.
public struct ImportedGlossary: Sendable {
  /// As messages name it: "TBX 3".
  public var format: String
  public var entries: [LocatedEntry]
  /// Entries and forms that could not be read, with their lines.
  public var issues: [GlossaryIssue]
  /// What a glossary has no place for.
  public var lost: Tally
}

extension GlossaryError {
  init(_ path: String, _ line: Int, _ message: String) {
    self.init(issues: [GlossaryIssue(path: path, line: line, message: message)])
  }
}

extension BitestoGlossary.Entry {
  fileprivate mutating func omitDeprecated() -> Tally {
    var omitted = Tally()
    omitted.count(.deprecatedForm, forms.count { $0.status == .deprecated })
    omitted.count(.forbiddenForm, forms.count { $0.status == .forbidden })
    forms.removeAll { !$0.isCurrent }
    return omitted
  }
}

extension Form {
  /// Whether the form may be written: neither deprecated nor forbidden.
  var isCurrent: Bool { status == .preferred || status == .accepted }
}
