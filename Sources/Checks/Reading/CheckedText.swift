import BitestoText

/// A text as the rules read it: what is no prose is blanked, and everything keeps its place.
public struct CheckedText: Sendable {
  /// As it is in the file, in UTF-8; findings point into it.
  public let document: Document
  /// The same number of bytes, with markup and markers blanked.
  let prose: Document
  /// Of the prose.
  let tokens: [Token]
  public let suppressions: Suppressions
  /// Whether the file's own bytes are the document's: others can't be written back.
  public let isWritable: Bool
  /// The byte order mark that the file begins with, or nothing.
  public let byteOrderMark: [UInt8]

  public var language: Language { document.language }

  /// Reads a text or an HTML page.
  ///
  /// - Parameters:
  ///   - contents: the bytes of the file.
  ///   - language: nil for the one that the name says (`report.en.txt`) or the text looks to be in,
  ///     else Italian.
  /// - Throws: ``DocumentError`` when the bytes are no text.
  public init(path: String, contents: [UInt8], language: Language? = nil) throws(DocumentError) {
    let isPage = HTMLPage.isNamed(path) || HTMLPage.begins(contents)
    let bytes: [UInt8]
    var visible: [UInt8]
    if isPage {
      (bytes, visible) = try VisibleText.read(contents, path: path)
    } else {
      bytes = contents
      visible = contents
    }
    let language =
      language ?? Self.language(named: path) ?? Language.detect(in: visible).language ?? .italian
    let document = try Document(path: path, contents: bytes, language: language)
    if document.bytes.count < visible.count {
      visible.removeFirst(visible.count - document.bytes.count)
    }
    let suppressions = Suppressions(reading: document.bytes)
    for marker in suppressions.markers {
      visible.replaceSubrange(marker, with: repeatElement(0x20, count: marker.count))
    }
    self.document = document
    let prose = (try? Document(path: path, contents: visible, language: language)) ?? document
    self.prose = prose
    tokens = Self.tokens(of: prose)
    self.suppressions = suppressions
    byteOrderMark = contents.starts(with: Self.mark) ? Self.mark : []
    isWritable = document.bytes[...] == contents[byteOrderMark.count...]
  }

  /// The texts that stand in one file, which can't be mended alone; those without words are left out.
  ///
  /// - Parameter columns: the language of each, and as many bytes as the file has, with all else blanked.
  static func columns(
    of bytes: [UInt8], path: String, _ columns: [(language: Language, visible: [UInt8])]
  ) -> [CheckedText] {
    let suppressions = Suppressions(reading: bytes)
    return columns.compactMap { language, visible in
      guard let document = try? Document(path: path, contents: bytes, language: language),
        let prose = try? Document(path: path, contents: visible, language: language)
      else { return nil }
      return CheckedText(document: document, prose: prose, suppressions: suppressions)
    }
  }

  private init(document: Document, prose: Document, suppressions: Suppressions) {
    self.document = document
    self.prose = prose
    tokens = Self.tokens(of: prose)
    self.suppressions = suppressions
    isWritable = false
    byteOrderMark = []
  }

  private static func tokens(of prose: Document) -> [Token] {
    Tokenizer(language: prose.language).tokens(in: prose, 0..<prose.bytes.count)
  }

  /// UTF-8's.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The words of a range as a reader sees them.
  func seen(_ range: Range<Int>) -> String {
    String(
      String.UnicodeScalarView(
        prose.text(range).unicodeScalars.filter { !Self.unseen.contains($0.value) }))
  }

  /// A range without the signs at both ends that a reader does not see, such as tags.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let scalars = Array(prose.text(range).unicodeScalars)
    let lead = scalars.prefix { Self.unseen.contains($0.value) }
    guard lead.count < scalars.count else { return range }
    let trail = scalars.reversed().prefix { Self.unseen.contains($0.value) }
    let width = { (part: any Sequence<Unicode.Scalar>) in part.reduce(0) { $0 + UTF8.width($1) } }
    return (range.lowerBound + width(lead))..<(range.upperBound - width(Array(trail)))
  }

  /// Whether the file has other bytes in a range than a reader sees.
  func hasMarkup(_ range: Range<Int>) -> Bool {
    document.bytes[range] != prose.bytes[range]
  }

  /// Soft hyphens, zero-width space, joiners.
  static let unseen: Set<UInt32> = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]

  /// "it" of "article.it.txt".
  private static func language(named path: String) -> Language? {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    guard parts.count > 2 else { return nil }
    let known: [Language] = [.italian, .english, .russian, .ukrainian, .belarusian]
    return Language(tag: String(parts[parts.count - 2])).flatMap { known.contains($0) ? $0 : nil }
  }
}
