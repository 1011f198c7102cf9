/// A page as a sequence of blocks: stretches of text with no tag between them that starts a new line,
/// but for line breaks.
struct HTMLBlocks {
  /// What an author says a block is.
  enum Kind: Equatable, Sendable {
    /// Text that stands in an element for any purpose.
    case plain
    /// The level is from 1 to 6.
    case heading(level: Int)
    case paragraph
    case listItem
    case quote
    case cell
    case caption
    case preformatted
  }

  struct Block {
    /// Indices in ``HTMLBlocks/text``'s lines.
    var lines: Range<Int>
    var kind: Kind
    /// The innermost element it stands in, an index in ``HTMLBlocks/containers``.
    var container: Int
    var words: Int
    var linkedWords: Int

    /// The share of words that belong to links, from 0 to 1.
    var linkDensity: Double { words == 0 ? 0 : Double(linkedWords) / Double(words) }
  }

  /// An element that starts new lines. Parents stand before their children.
  struct Container {
    var element: HTMLElement
    /// The index of the element around it; -1 for the page.
    var parent: Int
    /// What its names say.
    var hint: HTMLHint?
    /// The blocks inside.
    var blocks: Range<Int>
    /// The index after the last container inside.
    var end: Int
  }

  var text: HTMLText
  var blocks: [Block] = []
  /// The first one is the page.
  var containers: [Container] = [
    Container(element: .html, parent: -1, hint: nil, blocks: 0..<0, end: 1)
  ]
  /// The content of the element `title`.
  var title: [UInt8] = []
  /// What the attribute `lang` of the page says.
  var language: String?
}

extension HTMLBlocks {
  /// Reads a page of valid UTF-8 in one pass. Linear; nesting deeper than 400 elements is taken as
  /// standing side by side.
  init(_ page: ByteView, isXML: Bool) {
    var reader = HTMLBlockReader(page, isXML: isXML)
    self = reader.read()
  }

  /// Whether a block holds letters or digits; stars and bars between links do not count.
  func hasWords(_ block: Block) -> Bool {
    text.lines[block.lines].contains { line in
      text.bytes[line.range].contains { byte in
        byte >= 0xC3 || (byte >= 0x30 && byte <= 0x39)
          || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      }
    }
  }
}
