/// Holds the tags of a file against the DTD, as they come.
///
/// A reader hands over each tag and takes what is wrong with it; nothing grows with the file.
struct StructureCheck {
  /// What is wrong with the last tag.
  struct Finding {
    var rule: MemoryRule
    var message: String

    init(_ rule: MemoryRule, _ message: String) {
      self.rule = rule
      self.message = message
    }
  }

  /// Further elements inside each other, of which no reader reads any, are not kept.
  private static let greatestDepth = 2 * UnitLimits.greatestDepth

  private struct Open {
    var element: TMXElement
    /// The furthest group of children so far; -1 before the first child.
    var group = -1
    var children: TMXElements = []
  }

  private var open: [Open] = []
  private var attributes = AttributeCheck()

  /// Looks at a start tag.
  mutating func start(
    _ name: String, hasPrefix: Bool, _ values: [XMLAttribute]
  ) -> [Finding] {
    var found: [Finding] = []
    if hasPrefix {
      found.append(Finding(.foreignName, "<\(name)> has a prefix; write it without"))
    }
    // The reader tells about elements that TMX does not have.
    guard let element = TMXElement.named[name] else { return found }
    found += place(element)
    if open.count < Self.greatestDepth { open.append(Open(element: element)) }
    attributes.check(values, of: element, &found)
    return found
  }

  /// Looks at an end tag. One without its start is the reader's business.
  mutating func end(_ name: String) -> [Finding] {
    guard let element = TMXElement.named[name],
      let index = open.lastIndex(where: { $0.element == element })
    else { return [] }
    let children = open[index].children
    open.removeSubrange(index...)
    let required = TMXGrammar.of(element).requiredChildren
    return required.filter { !children.contains($0) }.map {
      Finding(.missingElement, "<\(name)> has no <\($0.name)>; add it")
    }
  }

  /// Whether an element may stand where the reader is.
  private mutating func place(_ element: TMXElement) -> [Finding] {
    recover(at: element)
    guard let last = open.indices.last else { return [] }
    var name: String { element.name }
    let parent = open[last].element
    guard
      let group = TMXGrammar.of(parent).children
        .firstIndex(where: { $0.contains(element) })
    else {
      return [
        Finding(
          .misplacedElement, "<\(name)> may not stand in <\(parent.name)>; \(Self.advice(element))")
      ]
    }
    let isAgain = !open[last].children.insert(element)
    if isAgain, TMXGrammar.single.contains(element) {
      return [Finding(.misplacedElement, "<\(parent.name)> has a second <\(name)>; keep one")]
    }
    if group < open[last].group {
      return [
        Finding(
          .misplacedElement,
          "<\(name)> stands too late in <\(parent.name)>; move it to the front")
      ]
    }
    open[last].group = group
    return []
  }

  /// Where an element that stands in a wrong place belongs.
  private static func advice(_ element: TMXElement) -> String {
    switch element {
    case .note, .prop: "move it before the segments of the unit"
    case .bpt, .ept, .it, .ph, .hi, .ut: "such codes stand in segments"
    case .sub: "it stands in a code"
    default: "move or remove it"
    }
  }

  /// Closes what was left open before an element that starts anew: one fault is no reason for others.
  private mutating func recover(at element: TMXElement) {
    guard [.body, .unit, .variant].contains(element) else { return }
    let parent = open.lastIndex { open in
      TMXGrammar.of(open.element).children.contains { $0.contains(element) }
    }
    if let parent { open.removeSubrange((parent + 1)...) }
  }
}
