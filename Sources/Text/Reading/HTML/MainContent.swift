/// The part of a page that is its story.
///
/// 1. Blocks are scored (``ContentScores``).
/// 2. The innermost element that holds three quarters of the prose (in `main`, where a page has one) is
///    taken, and from there the `article` or `main` around it, or the marked text inside that holds most
///    of it.
/// 3. From its title to its last prose, blocks that their author calls paragraphs, list items and so on
///    belong to the story; for other blocks the score decides. What names or links speak against is
///    boilerplate, or left out altogether when names are sure.
///
/// The order of the text stays. Linear.
struct MainContent {
  /// What becomes of a block.
  enum Verdict: Equatable {
    case leftOut
    case kept(Segment.Role?)
  }

  /// The share of a page's prose that the story's element holds at least.
  private static let leastShare = 0.75
  /// The share of that which `article` or a hint inside holds at least to be taken instead.
  private static let leastSemanticShare = 0.6
  /// Words from which the content of `main` is believed to be the page's.
  private static let leastMainWords = 5
  /// Above this link density a block is a cross-link.
  private static let crossLinkDensity = 0.5
  /// A block without a kind belongs to the story's head from so many words on.
  private static let leadWords = 8
  /// Shorter blocks without a kind are labels and dates, whatever stands beside them.
  private static let labelWords = 5

  private let page: HTMLBlocks
  private let scores: ContentScores

  init(_ page: HTMLBlocks) {
    self.page = page
    scores = ContentScores(page)
  }

  /// What becomes of each block.
  func verdicts() -> [Verdict] {
    var verdicts = [Verdict](repeating: .leftOut, count: page.blocks.count)
    let region = region()
    let prose = region.indices.filter { scores.prose[$0] > 0 && isClean($0) }
    guard let first = prose.first, let last = prose.last else { return allVerdicts(region) }
    let title = title(before: first, region)
    let start = title.map { max($0, region.lowerBound) } ?? self.start(before: first, region)
    for index in min(title ?? start, start)..<start { verdicts[index] = leadVerdict(of: index) }
    for index in start..<end(after: last, region) {
      verdicts[index] = verdict(of: index, isLead: index < first)
    }
    if let title { verdicts[title] = .kept(.heading) }
    dropEmptySections(&verdicts, title: title)
    return verdicts
  }

  /// Without prose nothing tells the story from the rest but the names.
  private func allVerdicts(_ region: Range<Int>) -> [Verdict] {
    page.blocks.indices.map { index in
      guard region.contains(index) else { return .leftOut }
      return switch hint(index) {
      case .out, .hidden: .leftOut
      case .doubt: .kept(.boilerplate)
      default: .kept(role(of: index))
      }
    }
  }

  // MARK: The story's element

  /// The blocks of the story's element.
  private func region() -> Range<Int> {
    let containers = page.containers
    let base = base()
    let total = scores.words[base]
    guard total > 0 else { return containers[base].blocks }
    // Those that hold more than half stand inside each other, the innermost last.
    let share = { (words: Int, of: Int) in Double(words) / Double(max(of, 1)) }
    var chosen =
      (base..<containers[base].end).last { share(scores.words[$0], total) >= Self.leastShare }
      ?? base
    let inside = ((chosen + 1)..<max(containers[chosen].end, chosen + 1)).filter {
      share(scores.words[$0], scores.words[chosen]) >= Self.leastSemanticShare
    }
    chosen =
      inside.last { scores.hints[$0] == .story }
      ?? inside.last { containers[$0].element == .article || containers[$0].element == .main }
      ?? chosen
    // A paragraph is no element of a story, however long.
    while containers[chosen].blocks.count < 2, containers[chosen].parent >= 0 {
      chosen = containers[chosen].parent
    }
    return containers[enclosing(chosen)].blocks
  }

  /// The element to look in: `main` when the page has one with some words, else the page.
  private func base() -> Int {
    let mains = page.containers.indices.filter { page.containers[$0].element == .main }
    guard mains.count == 1, let main = mains.first, scores.hints[main] != .out else { return 0 }
    let words = page.blocks[page.containers[main].blocks].reduce(0) { $0 + $1.words }
    return words >= Self.leastMainWords ? main : 0
  }

  /// The nearest `article`, else the nearest `main` around an element or the element itself.
  private func enclosing(_ chosen: Int) -> Int {
    for element in [HTMLElement.article, .main] {
      var index = chosen
      while index >= 0 {
        if page.containers[index].element == element { return index }
        index = page.containers[index].parent
      }
    }
    return chosen
  }

  // MARK: Its ends

  /// The first heading of level 1 before the prose, in the region, else the last one before it; else what
  /// the page's title begins with.
  private func title(before first: Int, _ region: Range<Int>) -> Int? {
    let inside = region.lowerBound..<first
    return inside.first { level($0) == 1 && hint($0) != .out }
      ?? (0..<region.lowerBound).last { level($0) == 1 && hint($0) != .out }
      ?? inside.last { isPageTitle($0) && hint($0) != .out }
      ?? (0..<region.lowerBound).last { isPageTitle($0) && hint($0) != .out }
  }

  /// Whether the page's title begins with a block of at least three words.
  private func isPageTitle(_ index: Int) -> Bool {
    let block = page.blocks[index]
    guard block.lines.count == 1, block.words >= 3 else { return false }
    return page.title.starts(with: page.text.bytes[page.text.lines[block.lines.lowerBound].range])
  }

  /// Where a story without title begins: paragraphs and headings right before its prose belong to it.
  private func start(before first: Int, _ region: Range<Int>) -> Int {
    var start = first
    while start > region.lowerBound, page.blocks[start - 1].kind != .plain, isClean(start - 1),
      !isCrossLink(start - 1)
    {
      start -= 1
    }
    return start
  }

  /// Short paragraphs after the last prose belong to the story when they stand beside it, with nothing
  /// in between but what names throw out.
  private func end(after last: Int, _ region: Range<Int>) -> Int {
    var parent = page.blocks[last].container
    repeat {
      parent = max(page.containers[parent].parent, 0)
    } while [.ul, .ol, .dl, .li, .blockquote, .table, .tbody, .tr].contains(
      page.containers[parent].element)
    let limit = min(region.upperBound, page.containers[parent].blocks.upperBound)
    var end = last + 1
    for index in end..<max(limit, end) {
      guard isClean(index) else { continue }
      if page.blocks[index].kind == .plain || isCrossLink(index) { break }
      end = index + 1
    }
    return end
  }

  // MARK: Blocks

  private func hint(_ index: Int) -> HTMLHint? { scores.hints[page.blocks[index].container] }

  private func isClean(_ index: Int) -> Bool { hint(index) != .out && hint(index) != .doubt }

  private func level(_ index: Int) -> Int? {
    if case .heading(let level) = page.blocks[index].kind { level } else { nil }
  }

  private func isCrossLink(_ index: Int) -> Bool {
    page.blocks[index].linkDensity > Self.crossLinkDensity
  }

  private func role(of index: Int) -> Segment.Role? {
    switch page.blocks[index].kind {
    case .plain: nil
    case .heading: .heading
    default: .body
    }
  }

  private func verdict(of index: Int, isLead: Bool) -> Verdict {
    let block = page.blocks[index]
    if hint(index) == .out { return .leftOut }
    if hint(index) == .doubt { return .kept(.boilerplate) }
    if case .heading = block.kind { return .kept(.heading) }
    if isCrossLink(index) { return .kept(.boilerplate) }
    guard block.kind == .plain else { return .kept(.body) }
    if !page.hasWords(block) { return .leftOut }
    let isStory =
      scores.prose[index] > 0 && block.words >= Self.labelWords || isPageTitle(index)
      || isLead && block.words >= Self.leadWords
    return .kept(isStory ? nil : .boilerplate)
  }

  /// Between a title and the story's element stand share lines and menus, too: only what is surely
  /// text, or has a name that says what it is, is kept.
  private func leadVerdict(of index: Int) -> Verdict {
    let verdict = verdict(of: index, isLead: true)
    return verdict == .kept(.boilerplate) && hint(index) != .doubt ? .leftOut : verdict
  }

  /// A heading with nothing of the story under it goes with what is.
  private func dropEmptySections(_ verdicts: inout [Verdict], title: Int?) {
    // The level of what comes next; text is below every heading.
    var next = 0
    var isBoilerplateNext = false
    for index in verdicts.indices.reversed() {
      switch verdicts[index] {
      case .leftOut: continue
      case .kept(.boilerplate): isBoilerplateNext = true
      case .kept(.heading) where index != title:
        guard let level = level(index) else { continue }
        if level < next, !isBoilerplateNext || next == 7 {
          next = level
          isBoilerplateNext = false
        } else {
          verdicts[index] = isBoilerplateNext ? .kept(.boilerplate) : .leftOut
        }
      case .kept:
        next = 7
        isBoilerplateNext = false
      }
    }
  }
}
