/// A page with its markup blanked: every word stands where it stands in the file.
package enum VisibleText {
  /// The bytes of a page in UTF-8, and as many bytes of what a reader sees of it.
  ///
  /// Tags inside a line become signs that no rule looks at, those between lines become line ends, and
  /// character references the characters that they stand for. The content of scripts and the like is
  /// blanked, too. Linear.
  ///
  /// - Throws: ``DocumentError`` as ``Document/init(path:html:language:)`` does.
  package static func read(
    _ contents: [UInt8], path: String
  ) throws(DocumentError) -> (page: [UInt8], visible: [UInt8]) {
    let page = try HTMLPage.utf8(contents, path: path)
    let visible = page.withView { view in
      var blanking = Blanking(view, isXML: XMLDeclaration.range(in: page) != nil)
      blanking.run()
      return blanking.visible
    }
    return (page, visible)
  }

  /// A stretch of text with the characters that its references stand for, in as many bytes. Linear.
  package static func text(_ range: Range<Int>, of bytes: [UInt8]) -> [UInt8] {
    var visible: [UInt8] = []
    bytes.withView { append(range, of: $0, to: &visible) }
    return visible
  }

  fileprivate static func append(
    _ range: Range<Int>, of page: ByteView, to visible: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      if page[index] == 0x26,
        let (value, end) = HTMLEntities.reference(at: index, in: page, limit: range.upperBound),
        let scalar = UnicodeScalar(value)
      {
        let bytes = Array(String(Character(scalar)).utf8)
        let rest = end - index - bytes.count
        visible += rest < 0 ? filler(end - index) : bytes + filler(rest)
        index = end
      } else {
        visible.append(page[index])
        index += 1
      }
    }
  }

  /// As many bytes that are neither a letter nor white space: soft hyphens, and a word joiner.
  package static func filler(_ count: Int) -> [UInt8] {
    guard count > 1 else { return count == 1 ? [0x20] : [] }
    let start: [UInt8] = count % 2 == 0 ? [] : [0xE2, 0x81, 0xA0]
    return start + (0..<(count - start.count)).map { $0 % 2 == 0 ? 0xC2 : 0xAD }
  }
}

private struct Blanking {
  private let page: ByteView
  private var tokens: HTMLTokenizer
  private(set) var visible: [UInt8] = []
  private var hidden: [HTMLElement] = []
  private var endsLine = false

  init(_ page: ByteView, isXML: Bool) {
    self.page = page
    tokens = HTMLTokenizer(page, isXML: isXML)
    visible.reserveCapacity(page.count)
  }

  mutating func run() {
    while let token = tokens.next() {
      switch token {
      case .text(let range) where isShown: append(range, hasReferences: true)
      case .literal(let range) where isShown: append(range, hasReferences: false)
      case .text, .literal: endsLine = true
      case .start(let element): start(element)
      case .end(let element): end(element)
      }
    }
    blank(to: page.count)
  }

  /// A title stands in the head and is read.
  private var isShown: Bool { hidden.isEmpty || hidden.last == .title }

  private mutating func start(_ element: HTMLElement) {
    if element.flow != .inline || element == .br || element == .td || element == .th {
      endsLine = true
    }
    if element == .body { hidden.removeAll() }
    let isHidden = element.flow == .hidden || element == .pre
    if isHidden, !element.isVoid, !tokens.closesItself { hidden.append(element) }
  }

  private mutating func end(_ element: HTMLElement) {
    if element.flow != .inline || element == .td || element == .th { endsLine = true }
    if let open = hidden.lastIndex(of: element) { hidden.removeSubrange(open...) }
  }

  private mutating func append(_ range: Range<Int>, hasReferences: Bool) {
    blank(to: range.lowerBound)
    if hasReferences {
      VisibleText.append(range, of: page, to: &visible)
    } else {
      for index in range { visible.append(page[index]) }
    }
  }

  /// Blanks what stands between the text so far and an offset.
  private mutating func blank(to offset: Int) {
    let count = offset - visible.count
    if count > 0 {
      visible +=
        endsLine || !isShown
        ? [UInt8](repeating: 0x0A, count: count) : VisibleText.filler(count)
    }
    endsLine = false
  }
}
