import BitestoAlignment
import BitestoText

/// A file format that a ``Bitext`` can be written in.
///
/// A new format is one file with one value of this type, and one entry in ``all``.
public struct BitextFormat: Sendable {
  /// The name by which `--format` asks for it.
  public let name: String
  /// What it is, in a few words for a list of formats.
  public let summary: String
  /// File name extensions in lower case, without the dot; the first is the usual one.
  public let extensions: [String]
  /// The kinds of bitext it has a shape for.
  public let kinds: Set<Bitext.Kind>
  /// Writes the whole bitext and gives the number of units it had to leave out.
  let encode: @Sendable (Bitext, WritingOptions, inout ByteOutput) throws -> Int

  init(
    name: String, summary: String, extensions: [String],
    kinds: Set<Bitext.Kind> = [.alignment, .trace],
    encode: @escaping @Sendable (Bitext, WritingOptions, inout ByteOutput) throws -> Int
  ) {
    self.name = name
    self.summary = summary
    self.extensions = extensions
    self.kinds = kinds
    self.encode = encode
  }

  /// Every format there is, in the order in which they are listed.
  public static let all: [BitextFormat] = [
    .table, .json, .tsv, .tmx, .xliff, .xliff2, .html, .markdown, .ladder, .sarif,
  ]

  /// The format of that name.
  public static func named(_ name: String) -> BitextFormat? {
    let name = name.lowercased()
    return all.first { $0.name == name }
  }

  /// The format that the extension of a file's name asks for.
  public static func forFile(named path: String) -> BitextFormat? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    return all.first { $0.extensions.contains(ending) }
  }

  /// Writes a bitext, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameter sink: takes the next bytes; what it throws ends the writing.
  /// - Throws: ``FormatError/kindNotWritten(format:kind:)``, or what `sink` throws.
  /// - Complexity: linear in the texts; memory beside the bitext stays constant.
  @discardableResult
  public func write(
    _ bitext: Bitext, options: WritingOptions = WritingOptions(),
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws -> WritingSummary {
    guard kinds.contains(bitext.kind) else {
      throw FormatError.kindNotWritten(format: name, kind: bitext.kind)
    }
    var output = ByteOutput(sink: sink)
    let leftOut = try encode(bitext, options, &output)
    try output.finish()
    return WritingSummary(written: bitext.units.count - leftOut, leftOut: leftOut)
  }

  /// The bytes of a bitext in this format, all at once.
  public func bytes(
    of bitext: Bitext, options: WritingOptions = WritingOptions()
  ) throws -> [UInt8] {
    let collector = ByteCollector()
    try write(bitext, options: options) { collector.bytes += $0 }
    return collector.bytes
  }
}

/// What became of the units of a bitext.
public struct WritingSummary: Hashable, Sendable {
  /// The units that stand in the output.
  public let written: Int
  /// The units the format cannot hold: in TMX, those without words on both sides.
  public let leftOut: Int
}

/// Why a bitext could not be written.
public enum FormatError: Error, Equatable, CustomStringConvertible {
  case kindNotWritten(format: String, kind: Bitext.Kind)

  public var description: String {
    switch self {
    case .kindNotWritten(let format, let kind):
      let others = BitextFormat.all.filter { $0.kinds.contains(kind) }.map(\.name)
      let names = others.joined(separator: ", ")
      return "the format \(format) cannot hold a bitext of kind \(kind.rawValue): use \(names)"
    }
  }
}

/// Takes the pieces of an output together.
final class ByteCollector {
  var bytes: [UInt8] = []
}
