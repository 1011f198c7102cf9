/// Makes blocks of the tags and texts of a page.
///
/// Elements end where HTML says that they do when end tags are left out or stand in the wrong order
/// (WHATWG HTML, section 13.2.6), as far as the text depends on it: formatting elements are passed over,
/// and a link that is not closed ends with its paragraph.
struct HTMLBlockReader {
  struct OpenElement {
    var element: HTMLElement
    /// The container its text belongs to.
    var container: Int
    /// Of the blocks directly in it.
    var kind: HTMLBlocks.Kind
    /// Whether it is a container itself.
    var isContainer = false
    var isLink = false
    /// Whether its content is not shown.
    var isHidden = false
  }

  /// Elements that may be open at a time.
  private static let deepest = 400

  /// What is left out, but parts the words before and after it.
  private static let parted: Set<HTMLElement> = [
    .button, .select, .textarea, .iframe, .audio, .video, .canvas, .dialog,
  ]

  private let page: ByteView
  private var tokens: HTMLTokenizer
  private var result: HTMLBlocks
  private(set) var open: [OpenElement] = []
  /// How many of each element are open.
  private var counts = [Int](repeating: 0, count: HTMLElement.allCases.count)
  private var links = 0
  private var hidden = 0
  private var firstLine = 0
  private var title: HTMLText

  init(_ page: ByteView, isXML: Bool) {
    self.page = page
    tokens = HTMLTokenizer(page, isXML: isXML)
    result = HTMLBlocks(text: HTMLText(capacity: page.count / 4))
    title = HTMLText(capacity: 0)
  }

  mutating func read() -> HTMLBlocks {
    while let token = tokens.next() {
      switch token {
      case .text(let range): append(range, isLiteral: false)
      case .literal(let range): append(range, isLiteral: true)
      case .start(let element): start(element)
      case .end(let element): end(element)
      }
    }
    hidden = 0
    endBlock()
    pop(to: 0)
    result.containers[0].blocks = 0..<result.blocks.count
    result.containers[0].end = result.containers.count
    title.endLine()
    result.title = title.lines.first.map { Array(title.bytes[$0.range]) } ?? []
    return result
  }

  private mutating func append(_ range: Range<Int>, isLiteral: Bool) {
    if hidden == 0 {
      result.text.append(
        range, of: page, isLiteral: isLiteral, keepsLines: isOpen(.pre) || isOpen(.listing),
        isLink: links > 0)
    } else if open.last?.element == .title, title.lines.isEmpty, !isOpen(.svg) {
      title.append(range, of: page, isLiteral: isLiteral, keepsLines: false, isLink: false)
      title.endLine()
    }
  }

  /// Ends the line and, unless it holds nothing, the block. What is not shown ends nothing.
  private mutating func endBlock() {
    guard hidden == 0 else { return }
    result.text.endLine()
    let lines = firstLine..<result.text.lines.count
    guard !lines.isEmpty else { return }
    firstLine = lines.upperBound
    let words = result.text.lines[lines].reduce(0) { $0 + $1.words }
    let linked = result.text.lines[lines].reduce(0) { $0 + $1.linkedWords }
    result.blocks.append(
      HTMLBlocks.Block(
        lines: lines, kind: open.last?.kind ?? .plain, container: open.last?.container ?? 0,
        words: words, linkedWords: linked))
  }

  // MARK: Start tags

  private mutating func start(_ element: HTMLElement) {
    switch element {
    case .html:
      if result.language == nil {
        result.language = (tokens.value("lang") ?? tokens.value("xml:lang")).map(tokens.text)
      }
      return
    case .head, .body: return
    case .br:
      if hidden == 0 { result.text.endLine() }
      return
    default: break
    }
    if element.flow == .block {
      if isOpen(.svg) { close(.svg) { _ in false } }
      guard closeImplied(by: element) else { return endBlock() }
      endBlock()
    } else if element == .a {
      close(.a) { $0.isContainer || $0.isHidden }
    }
    if !element.isVoid, !tokens.closesItself { push(element) }
  }

  private mutating func push(_ element: HTMLElement) {
    let parent = open.last
    var entry = OpenElement(
      element: element, container: parent?.container ?? 0, kind: parent?.kind ?? .plain)
    entry.isLink = element == .a && tokens.value("href") != nil
    entry.isHidden =
      element.flow == .hidden || (!tokens.attributes.isEmpty && tokens.isHidden)
    entry.isContainer = element.flow == .block && hidden == 0 && !entry.isHidden
    // Formatting leaves no trace, unless it stands where every end tag counts.
    let matters =
      entry.isLink || entry.isHidden || hidden > 0 || element.flow == .block || element == .q
    guard matters, open.count < Self.deepest || element.content != .markup else { return }
    if entry.isContainer {
      entry.container = result.containers.count
      entry.kind = Self.kind(of: element, in: entry.kind)
      result.containers.append(
        HTMLBlocks.Container(
          element: element, parent: parent?.container ?? 0,
          hint: tokens.attributes.isEmpty ? nil : tokens.hint(of: element),
          blocks: result.blocks.count..<result.blocks.count, end: entry.container + 1))
    }
    if hidden == 0 {
      // Browsers write the marks.
      if element == .q { result.text.append(0x201C, isLink: links > 0) }
      if Self.parted.contains(element) { result.text.space() }
    }
    links += entry.isLink ? 1 : 0
    hidden += entry.isHidden ? 1 : 0
    counts[Int(element.rawValue)] += 1
    open.append(entry)
  }

  private static func kind(of element: HTMLElement, in outer: HTMLBlocks.Kind) -> HTMLBlocks.Kind {
    switch element {
    case .h1: .heading(level: 1)
    case .h2: .heading(level: 2)
    case .h3: .heading(level: 3)
    case .h4: .heading(level: 4)
    case .h5: .heading(level: 5)
    case .h6: .heading(level: 6)
    case .p: .paragraph
    case .li, .dt, .dd: .listItem
    case .blockquote: .quote
    case .td, .th: .cell
    case .caption, .figcaption: .caption
    case .pre, .listing, .xmp, .plaintext: .preformatted
    case .div, .center, .section, .address: outer
    default: .plain
    }
  }

  // MARK: Ends

  private func isOpen(_ element: HTMLElement) -> Bool { counts[Int(element.rawValue)] > 0 }

  /// Closes what a start tag closes; false for a part of a table outside of tables.
  private mutating func closeImplied(by element: HTMLElement) -> Bool {
    switch element {
    case .li, .dt, .dd:
      let others: [HTMLElement] = element == .li ? [.li] : [.dt, .dd]
      for other in others {
        close(other) { open in
          open.element.flow == .block
            && ![.div, .p, .address, .li, .dt, .dd].contains(open.element) || open.isHidden
        }
      }
    case .tr: return closeTable(downTo: [.tbody, .thead, .tfoot])
    case .td, .th: return closeTable(downTo: [.tr, .tbody, .thead, .tfoot])
    case .tbody, .thead, .tfoot, .caption: return closeTable(downTo: [])
    case .option, .optgroup:
      close(.option) { $0.isContainer && $0.element != .option }
      return true
    default: break
    }
    close(.p) { $0.element.isScopeBoundary || $0.isHidden }
    if element.isHeading, open.last?.element.isHeading == true {
      endBlock()
      pop(to: open.count - 1)
    }
    return true
  }

  /// Closes what is open in the innermost table above one of `elements` or the table itself.
  private mutating func closeTable(downTo elements: [HTMLElement]) -> Bool {
    guard isOpen(.table) else { return false }
    var index = open.count
    while index > 0, open[index - 1].element != .table,
      !elements.contains(open[index - 1].element)
    {
      index -= 1
    }
    endBlock()
    pop(to: index)
    return true
  }

  private mutating func end(_ element: HTMLElement) {
    switch element {
    case .br:
      if hidden == 0 { result.text.endLine() }
    case .p where !isOpen(.p):
      endBlock()
    case .a: closeLink()
    case .q where isOpen(.q):
      if hidden == 0 { result.text.append(0x201D, isLink: links > 0) }
      close(element) { $0.isContainer }
    case .form: close(element) { $0.isContainer && $0.element != .form }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      let index = open.lastIndex { $0.element.isHeading || $0.element.isScopeBoundary }
      guard let index, open[index].element.isHeading else { return }
      endBlock()
      pop(to: index)
    case .table: close(element) { _ in false }
    case .td, .th, .tr, .tbody, .thead, .tfoot, .caption:
      close(element) { $0.element == .table }
    case .li: close(element) { [.ul, .ol, .menu, .dir].contains($0.element) }
    default: close(element) { $0.element.isScopeBoundary && $0.element != element }
    }
  }

  /// Closes the innermost `element`, and what is open inside it, unless something that `stops` is met
  /// first. At most as many steps as elements may be open.
  private mutating func close(_ element: HTMLElement, stops: (OpenElement) -> Bool) {
    guard isOpen(element) else { return }
    var index = open.count - 1
    while index >= 0, open[index].element != element {
      if stops(open[index]) { return }
      index -= 1
    }
    guard index >= 0 else { return }
    if open[index...].contains(where: \.isContainer) { endBlock() }
    pop(to: index)
  }

  /// A link ends where its tag says, even when elements that were opened in it do not.
  private mutating func closeLink() {
    guard isOpen(.a), let index = open.lastIndex(where: { $0.element == .a }) else { return }
    guard open[(index + 1)...].contains(where: \.isContainer) else { return pop(to: index) }
    forget(open[index])
    open.remove(at: index)
  }

  private mutating func pop(to count: Int) {
    while open.count > count, let entry = open.popLast() {
      forget(entry)
      guard entry.isContainer else { continue }
      let first = result.containers[entry.container].blocks.lowerBound
      result.containers[entry.container].blocks = first..<result.blocks.count
      result.containers[entry.container].end = result.containers.count
    }
  }

  private mutating func forget(_ entry: OpenElement) {
    counts[Int(entry.element.rawValue)] -= 1
    links -= entry.isLink ? 1 : 0
    hidden -= entry.isHidden ? 1 : 0
  }
}
