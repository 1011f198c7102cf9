/// Takes a page apart into tags and text, as browsers do (WHATWG HTML, section 13.2.5).
///
/// Works on any bytes: what is no tag is text. Linear in the length of the page, whatever is in it.
struct HTMLTokenizer {
  enum Token: Equatable {
    /// Text that may hold character references.
    case text(Range<Int>)
    /// Text as it stands.
    case literal(Range<Int>)
    /// ``attributes`` and ``closesItself`` tell more.
    case start(HTMLElement)
    case end(HTMLElement)
  }

  /// Both in UTF-8 bytes of the page; references in values are not resolved.
  struct Attribute: Equatable {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// More attributes of one tag than this are passed over.
  private static let mostAttributes = 64

  let page: ByteView
  /// Whether elements may close themselves and CDATA sections are text everywhere.
  let isXML: Bool
  /// Those of the last start tag.
  private(set) var attributes: [Attribute] = []
  /// Whether the last start tag ended in "/>" where that means something.
  private(set) var closesItself = false

  private var position = 0
  /// The element whose text content comes next.
  private var textElement: HTMLElement?
  /// Open elements of SVG and MathML, in which XML's rules hold.
  private var foreignDepth = 0

  init(_ page: ByteView, isXML: Bool = false) {
    self.page = page
    self.isXML = isXML
  }

  /// The next token; nil at the end of the page.
  mutating func next() -> Token? {
    if let element = textElement, let text = text(of: element) { return text }
    while position < page.count {
      guard page[position] == 0x3C else { return text() }
      let next = page[position + 1]
      switch next {
      case _ where Self.isLetter(next):
        guard let tag = startTag() else { return nil }
        return tag
      case 0x2F where Self.isLetter(page[position + 2]):
        guard let tag = endTag() else { return nil }
        return tag
      case 0x2F where position + 2 < page.count: skipToTagEnd(from: position + 2)
      case 0x21:
        if let text = declaration() { return text }
      case 0x3F: skipToTagEnd(from: position + 2)
      default: return text()
      }
    }
    return nil
  }

  // MARK: Text

  /// Up to the next "<" that may begin a tag.
  private mutating func text() -> Token {
    let start = position
    position = index(of: 0x3C, from: position + 1)
    return .text(start..<position)
  }

  /// The content of an element whose content is text; its end tag comes next.
  private mutating func text(of element: HTMLElement) -> Token? {
    textElement = nil
    let start = position
    switch element.content {
    case .rest: position = page.count
    case .script: position = scriptEnd(from: start)
    default: position = endTag(of: element, from: start)
    }
    guard position > start else { return nil }
    return element.content == .escapableText ? .text(start..<position) : .literal(start..<position)
  }

  private func endTag(of element: HTMLElement, from start: Int) -> Int {
    var index = index(of: 0x3C, from: start)
    while index < page.count {
      if page[index + 1] == 0x2F, names(element, at: index + 2) { return index }
      index = self.index(of: 0x3C, from: index + 1)
    }
    return page.count
  }

  /// `<!-- <script>` in a script needs two end tags (script data double escaped state).
  private func scriptEnd(from start: Int) -> Int {
    var isComment = false
    var isNested = false
    var index = start
    while index < page.count {
      if page[index] == 0x3C {
        if page[index + 1] == 0x21, page[index + 2] == 0x2D, page[index + 3] == 0x2D {
          isComment = true
          index += 2
          continue
        } else if page[index + 1] == 0x2F, names(.script, at: index + 2) {
          if !isNested { return index }
          isNested = false
        } else if isComment, names(.script, at: index + 1) {
          isNested = true
        }
      } else if isComment, page[index] == 0x2D, page[index + 1] == 0x2D, page[index + 2] == 0x3E {
        isComment = false
        isNested = false
      }
      index += 1
    }
    return page.count
  }

  /// Whether the name of an element stands at `offset`, and ends there.
  private func names(_ element: HTMLElement, at offset: Int) -> Bool {
    let name = element.name.utf8
    guard offset + name.count < page.count else { return false }
    for (index, byte) in name.enumerated() where page[offset + index] | 0x20 != byte {
      return false
    }
    let after = page[offset + name.count]
    return Self.isSpace(after) || after == 0x2F || after == 0x3E
  }

  // MARK: Tags

  private mutating func startTag() -> Token? {
    let name = name(at: position + 1)
    attributes.removeAll(keepingCapacity: true)
    closesItself = false
    guard readAttributes(from: name.upperBound) else { return nil }
    let element = HTMLElement(name, in: page)
    closesItself =
      closesItself && (isXML || foreignDepth > 0 || element == .svg || element == .math)
    if closesItself { return .start(element) }
    if element == .svg || element == .math { foreignDepth += 1 }
    if element.content != .markup { textElement = element }
    return .start(element)
  }

  private mutating func endTag() -> Token? {
    let name = name(at: position + 2)
    let kept = attributes
    let isComplete = readAttributes(from: name.upperBound)
    attributes = kept
    guard isComplete else { return nil }
    let element = HTMLElement(name, in: page)
    if element == .svg || element == .math { foreignDepth = max(0, foreignDepth - 1) }
    return .end(element)
  }

  private func name(at start: Int) -> Range<Int> {
    var end = start
    while end < page.count, !Self.isSpace(page[end]), page[end] != 0x2F, page[end] != 0x3E {
      end += 1
    }
    return start..<end
  }

  /// Reads to the end of a tag; false when the page ends first, and with it the tag is lost.
  private mutating func readAttributes(from start: Int) -> Bool {
    var index = start
    while index < page.count {
      let byte = page[index]
      if byte == 0x3E {
        position = index + 1
        return true
      }
      if Self.isSpace(byte) || byte == 0x2F {
        closesItself = byte == 0x2F
        index += 1
        continue
      }
      closesItself = false
      let nameStart = index
      index += 1
      while index < page.count, !Self.isSpace(page[index]), page[index] != 0x2F,
        page[index] != 0x3E, page[index] != 0x3D
      {
        index += 1
      }
      let name = nameStart..<index
      let equals = skipSpace(from: index)
      var value = index..<index
      if page[equals] == 0x3D {
        value = self.value(from: skipSpace(from: equals + 1))
        index = value.upperBound
        if value.lowerBound > 0, Self.isQuote(page[value.lowerBound - 1]), index < page.count,
          page[index] == page[value.lowerBound - 1]
        {
          index += 1
        }
      }
      if attributes.count < Self.mostAttributes {
        attributes.append(Attribute(name: name, value: value))
      }
    }
    position = page.count
    return false
  }

  private func value(from start: Int) -> Range<Int> {
    let quote = page[start]
    if Self.isQuote(quote) { return (start + 1)..<index(of: quote, from: start + 1) }
    var end = start
    while end < page.count, !Self.isSpace(page[end]), page[end] != 0x3E { end += 1 }
    return start..<end
  }

  // MARK: Comments and declarations

  /// Passes over what begins with "<!"; the text of a CDATA section is given back.
  private mutating func declaration() -> Token? {
    if page[position + 2] == 0x2D, page[position + 3] == 0x2D {
      position = commentEnd(from: position + 4)
      return nil
    }
    guard isXML || foreignDepth > 0, begins(with: "<![CDATA[", at: position) else {
      skipToTagEnd(from: position + 2)
      return nil
    }
    let start = position + 9
    var end = start
    while end < page.count, !begins(with: "]]>", at: end) { end = index(of: 0x5D, from: end + 1) }
    position = min(end + 3, page.count)
    return end > start ? .literal(start..<min(end, page.count)) : nil
  }

  /// After "-->" or "--!>"; "<!-->" and "<!--->" are whole comments.
  private func commentEnd(from start: Int) -> Int {
    if page[start] == 0x3E { return start + 1 }
    if page[start] == 0x2D, page[start + 1] == 0x3E { return start + 2 }
    var end = index(of: 0x2D, from: start)
    while end < page.count {
      if page[end + 1] == 0x2D {
        if page[end + 2] == 0x3E { return end + 3 }
        if page[end + 2] == 0x21, page[end + 3] == 0x3E { return end + 4 }
      }
      end = index(of: 0x2D, from: end + 1)
    }
    return page.count
  }

  private mutating func skipToTagEnd(from start: Int) {
    position = min(index(of: 0x3E, from: start) + 1, page.count)
  }

  // MARK: Bytes

  private func begins(with word: StaticString, at offset: Int) -> Bool {
    word.withUTF8Buffer { word in
      offset + word.count <= page.count
        && word.indices.allSatisfy { page[offset + $0] == word[$0] }
    }
  }

  @inline(__always)
  private func index(of byte: UInt8, from start: Int) -> Int {
    var index = page.skip(from: min(start, page.count), limit: page.count) {
      ByteView.contains($0, byte)
    }
    while index < page.count, page[index] != byte { index += 1 }
    return index
  }

  func skipSpace(from start: Int) -> Int {
    var index = start
    while Self.isSpace(page[index]) { index += 1 }
    return index
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}

extension HTMLTokenizer {
  /// The value of an attribute of the last start tag; nil when it is not there.
  func value(_ name: StaticString) -> Range<Int>? {
    attributes.first { holds(name, $0.name) }?.value
  }

  /// Whether a range is an ASCII word in lower case, letter case aside.
  func holds(_ word: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      word.indices.allSatisfy { index in
        let byte = page[range.lowerBound + index]
        return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == word[index]
      }
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: page.base[range.clamped(to: 0..<page.count)], as: UTF8.self)
  }
}
