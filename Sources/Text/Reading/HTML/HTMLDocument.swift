extension Document {
  /// Reads the story of an HTML page: its title, paragraphs, list items, cells and captions, a line each.
  ///
  /// What the page puts around the story (menus, advertisements, related links, comments) is left out,
  /// or where that is doubtful a segment of the role ``Segment/Role/boilerplate``. Offsets count in the
  /// text that was taken out, not in the file. The encoding is that of the byte order mark, else the one
  /// that the page declares, unless all its bytes are sound UTF-8, else UTF-8. Linear in the number of bytes; the network is not asked.
  ///
  ///     let page = try Document(path: "page.html", html: bytes)
  ///     let segments = Segmenter(language: page.language).segments(of: page)
  ///
  /// - Parameters:
  ///   - path: the name that messages give the page.
  ///   - contents: the bytes of the file.
  ///   - language: nil for the one the text looks to be in, else what the attribute `lang` says, else
  ///     English.
  /// - Throws: ``DocumentError`` when the bytes are not in the page's encoding, are another kind of file,
  ///   or hold no text.
  public init(
    path: String, html contents: [UInt8], language: Language? = nil
  ) throws(DocumentError) {
    let bytes = try HTMLPage.utf8(contents, path: path)
    let page = bytes.withView { HTMLBlocks($0, isXML: XMLDeclaration.range(in: bytes) != nil) }
    var text: [UInt8] = []
    var roles: [Segment.Role?] = []
    for (block, verdict) in zip(page.blocks, MainContent(page).verdicts()) {
      guard case .kept(let role) = verdict else { continue }
      for line in page.text.lines[block.lines] {
        if !text.isEmpty { text.append(0x0A) }
        text.append(contentsOf: page.text.bytes[line.range])
        roles.append(role)
      }
    }
    if text.isEmpty { throw .emptyPage(path: path) }
    let found = language ?? HTMLPage.language(of: text, declared: page.language)
    try self.init(path: path, contents: text, language: found)
    if paragraphs.count == roles.count { self.roles = roles }
  }
}

/// What tells HTML pages from other files, and how their bytes are read.
public enum HTMLPage {
  /// Whether the name's extension is that of a page: .html, .htm, .xhtml.
  public static func isNamed(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".html", ".htm", ".xhtml"].contains { name.hasSuffix($0) && name != $0 }
  }

  /// Whether bytes begin as HTML documents do: with a document type, or the element `html`, `head` or
  /// `body`, after comments and an XML declaration.
  public static func begins(_ contents: [UInt8]) -> Bool {
    let head = Array(contents.prefix(1 << 12))
    guard var rest = ascii(head)[...].dropSpace() else { return false }
    while let comment = openings.first(where: { rest.starts(with: $0.start) }) {
      guard let end = rest.firstRange(of: comment.end) else { return false }
      guard let next = rest[end.upperBound...].dropSpace() else { return false }
      rest = next
    }
    return starts.contains { start in
      let next = rest.dropFirst(start.count).first
      return rest.starts(with: start)
        && (next.map { $0 == 0x3E || HTMLTokenizer.isSpace($0) || $0 == 0x2F } ?? true)
    }
  }

  private static let openings = [
    (start: Array("<!--".utf8), end: Array("-->".utf8)),
    (start: Array("<?xml".utf8), end: Array("?>".utf8)),
  ]
  private static let starts = ["<!doctype html", "<html", "<head", "<body"].map { Array($0.utf8) }

  /// The ASCII of the beginning of a file in lower case, a byte order mark left out, zeros of UTF-16 too.
  private static func ascii(_ head: [UInt8]) -> [UInt8] {
    switch TextEncoding(signatureOf: head) {
    case .utf16LittleEndian, .utf16BigEndian:
      lowercased(head.filter { $0 != 0 && $0 < 0x80 })
    case .utf8: lowercased(Array(head.dropFirst(3)))
    default: lowercased(head)
    }
  }

  private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// Pages with more bytes are not read.
  static let largest = 1 << 27
  /// A declaration stands in the first so many bytes.
  private static let longestHead = 1 << 14

  package static func utf8(_ contents: [UInt8], path: String) throws(DocumentError) -> [UInt8] {
    if contents.count > largest { throw .tooLarge(path: path, limit: largest) }
    let signature = TextEncoding(signatureOf: contents)
    if signature == nil, let format = EncodingCheck.binaryFormat(of: contents) {
      throw .notText(path: path, format: format)
    }
    let label = signature == nil ? declaredEncoding(of: contents) : nil
    let declared = label.flatMap { TextEncoding(label: $0) }
    let encoding: TextEncoding
    switch signature ?? declared ?? .utf8 {
    // Who declares UTF-16 in a page of single bytes has converted it and forgotten the declaration.
    case .utf16LittleEndian, .utf16BigEndian: encoding = signature ?? .utf8
    // So has who declares one of single bytes when all of them are sound UTF-8, as no text in another
    // encoding is by chance.
    case .singleByte where contents.contains { $0 >= 0x80 } && isUTF8(contents): encoding = .utf8
    case let other: encoding = other
    }
    let bytes: [UInt8]
    do throws(TextEncoding.Fault) {
      bytes = try encoding.utf8(contents)
    } catch {
      if let label, declared == nil {
        throw .unknownEncoding(path: path, name: label)
      }
      guard case .utf8 = encoding else {
        throw .notAsDeclared(
          path: path, byteOffset: error.byteOffset, line: error.line, encoding: encoding.name)
      }
      throw .notUTF8(
        path: path, byteOffset: error.byteOffset, line: error.line,
        guess: EncodingCheck.guess(contents, faultAt: error.byteOffset))
    }
    if let zero = bytes.firstIndex(of: 0) { throw .zeroByte(path: path, byteOffset: zero) }
    return bytes
  }

  private static func isUTF8(_ contents: [UInt8]) -> Bool {
    EncodingCheck.firstFault(in: contents) == nil
  }

  /// The label that a page's head or XML declaration gives.
  private static func declaredEncoding(of contents: [UInt8]) -> String? {
    let head = Array(contents.prefix(longestHead))
    if let label = XMLDeclaration.encoding(in: head) { return label }
    return head.withView { head in
      var tokens = HTMLTokenizer(head)
      while let token = tokens.next() {
        guard token == .start(.meta) else { continue }
        if let label = tokens.value("charset") { return tokens.text(label) }
        guard let kind = tokens.value("http-equiv"), tokens.holds("content-type", kind),
          let content = tokens.value("content")
        else { continue }
        if let label = charset(in: tokens.text(content)) { return label }
      }
      return nil
    }
  }

  /// "utf-8" of "text/html; charset=utf-8" (WHATWG HTML, section 2.6.4).
  private static func charset(in content: String) -> String? {
    let content = content.lowercased()
    guard let name = content.firstRange(of: "charset") else { return nil }
    let rest = content[name.upperBound...].drop { $0.isWhitespace }
    guard rest.first == "=" else { return nil }
    let marks: Set<Character> = ["\"", "'"]
    let label = rest.dropFirst().drop { $0.isWhitespace || marks.contains($0) }
      .prefix { !$0.isWhitespace && $0 != ";" && !marks.contains($0) }
    return label.isEmpty ? nil : String(label)
  }

  /// From which confidence on the words of a text are believed.
  private static let sureGuess = 0.5

  /// A text's own words say more than `lang`, which templates set, when they are enough to be sure.
  static func language(of text: [UInt8], declared tag: String?) -> Language {
    let guess = Language.detect(in: text)
    let declared = tag.flatMap { Language(tag: $0) }
    if let found = guess.language, declared == nil || guess.confidence >= sureGuess { return found }
    return declared ?? .english
  }
}

extension ArraySlice<UInt8> {
  /// Without the white space at its start; nil when nothing is left.
  fileprivate func dropSpace() -> ArraySlice<UInt8>? {
    firstIndex { !HTMLTokenizer.isSpace($0) }.map { self[$0...] }
  }
}
