/// How much prose stands in each block and element of a page.
///
/// A block is judged by its number of words and its link density and by those of its neighbors: the
/// decision tree of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text
/// Features" (WSDM 2010), figure "NumWords/LinkDensity", which they found as good as one with text density.
/// A paragraph of some length that its author calls one needs no neighbors.
struct ContentScores {
  /// Words from which a paragraph is prose by itself.
  private static let paragraphWords = 12
  /// Words of prose outside of what hints throw out that make a page's hints credible: absolute, and as
  /// a share of all prose. A class such as "has-sidebar" around everything must not empty the page.
  private static let credibleWords = 25
  private static let credibleShare = 0.03
  /// The share of all prose that an element holds at least to be disbelieved.
  private static let wrapperShare = 0.75
  /// Hints that may be disbelieved.
  private static let mostCorrections = 8

  let page: HTMLBlocks
  /// What the element's names and kind say, those around it counted in, disbelieved ones left out.
  private(set) var hints: [HTMLHint?]
  /// For each block: the words of its prose, whatever hints say; 0 for other blocks.
  let prose: [Int]
  /// For each container: the words of prose inside that no hint speaks against.
  private(set) var words: [Int]

  /// Linear in the number of blocks and elements.
  init(_ page: HTMLBlocks) {
    self.page = page
    prose = page.blocks.indices.map { Self.prose($0, in: page) }
    hints = []
    words = []
    var own = page.containers.indices.map { Self.hint(page.containers[$0], in: page) }
    var corrections = 0
    repeat {
      spread(own)
      guard corrections < Self.mostCorrections, let doubted = incredible(own) else { break }
      own[doubted] = nil
      corrections += 1
    } while true
  }

  /// Whether a block is prose, by the paper's tree: its words if so, links left out.
  private static func prose(_ index: Int, in page: HTMLBlocks) -> Int {
    let blocks = page.blocks
    let block = blocks[index]
    guard block.linkDensity <= 1.0 / 3, page.hasWords(block) else { return 0 }
    if case .heading = block.kind { return 0 }
    let own = block.words - block.linkedWords
    if block.kind == .paragraph, block.words >= paragraphWords { return own }
    let previous = index > 0 ? blocks[index - 1] : nil
    let nextWords = index + 1 < blocks.count ? blocks[index + 1].words : 0
    let isProse =
      (previous?.linkDensity ?? 0) <= 5.0 / 9
      ? block.words > 16 || nextWords > 15 || (previous?.words ?? 0) > 4
      : block.words > 40 || nextWords > 17
    return isProse ? own : 0
  }

  /// What an element is by its tag and names, nil where they say nothing.
  private static func hint(_ container: HTMLBlocks.Container, in page: HTMLBlocks) -> HTMLHint? {
    switch container.element {
    case .nav, .menu, .search: return .out
    case .footer:
      return isInside([.article, .blockquote], container, in: page)
        ? container.hint ?? .doubt : .out
    case .aside, .address: return container.hint ?? .doubt
    case .main, .article: return container.hint == .out ? nil : container.hint
    default: return container.hint
    }
  }

  private static func isInside(
    _ elements: [HTMLElement], _ container: HTMLBlocks.Container, in page: HTMLBlocks
  ) -> Bool {
    var parent = container.parent
    while parent >= 0 {
      if elements.contains(page.containers[parent].element) { return true }
      parent = page.containers[parent].parent
    }
    return false
  }

  /// Hands hints down and words up.
  private mutating func spread(_ own: [HTMLHint?]) {
    hints = own
    for (index, container) in page.containers.enumerated() where container.parent >= 0 {
      let outer = hints[container.parent]
      // Inside of what is out everything is; "story" says something of one element alone.
      if outer == .out || (outer == .doubt && own[index] != .out) { hints[index] = outer }
    }
    words = [Int](repeating: 0, count: page.containers.count)
    for (block, prose) in zip(page.blocks, prose) {
      let hint = hints[block.container]
      if hint != .out, hint != .doubt { words[block.container] += prose }
    }
    for index in page.containers.indices.dropFirst().reversed() {
      words[page.containers[index].parent] += words[index]
    }
  }

  /// The outermost element that takes most prose out of the page, when hardly any is left; nil when
  /// enough is.
  private func incredible(_ own: [HTMLHint?]) -> Int? {
    let total = prose.reduce(0, +)
    let needed = max(Self.credibleWords, Int(Double(total) * Self.credibleShare))
    guard words[0] < min(needed, total) else { return nil }
    var sums = [0]
    for words in prose { sums.append(sums[sums.count - 1] + words) }
    var best: (index: Int, words: Int)?
    let least = Int(Double(total) * Self.wrapperShare)
    for (index, container) in page.containers.enumerated() {
      guard own[index] == .out || own[index] == .doubt,
        container.parent < 0 || ![.out, .doubt].contains(hints[container.parent])
      else { continue }
      let inside = sums[container.blocks.upperBound] - sums[container.blocks.lowerBound]
      if inside >= least, inside > best?.words ?? 0 { best = (index, inside) }
    }
    return best?.index
  }
}
