/// The elements that are open, for telling whether tags belong together. Memory is bounded.
struct XMLNesting {
  /// Other readers refuse what lies deeper.
  static let greatestDepth = 1000

  /// With their prefixes.
  private var open: [String] = []
  /// Of those that lie too deep to be kept.
  private var deeper = 0

  /// How many elements are open, those that lie too deep not counted.
  var depth: Int { open.count }

  /// Opens an element.
  ///
  /// - Returns: what is wrong; nil for what is sound.
  mutating func start(_ name: String) -> String? {
    if open.count < Self.greatestDepth {
      open.append(name)
      return nil
    }
    deeper += 1
    return deeper == 1
      ? "elements lie more than \(Self.greatestDepth) deep; many tools stop here" : nil
  }

  /// Closes an element, and those left open inside it.
  ///
  /// - Returns: what is wrong; nil for what is sound.
  mutating func end(_ name: String) -> String? {
    if deeper > 0 {
      deeper -= 1
      return nil
    }
    if open.last == name {
      open.removeLast()
      return nil
    }
    guard let expected = open.last, let index = open.lastIndex(of: name) else {
      return "</\(excerpt(name))> without its start tag; remove it, or add the start"
    }
    open.removeSubrange(index...)
    return
      "</\(excerpt(name))> where </\(excerpt(expected))> should stand; close each inside the other"
  }

  /// Forgets the elements below a depth.
  mutating func forget(from depth: Int) {
    deeper = 0
    if open.count > depth { open.removeSubrange(depth...) }
  }
}

extension XMLReader {
  /// The name of the last start or end as it stands in the file.
  private var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }

  mutating func checkNesting(_ token: Token) {
    guard token == .start || token == .end else { return }
    let name = qualifiedName
    let what = token == .start ? nesting?.start(name) : nesting?.end(name)
    guard let what, faults.count < Self.mostFaults else { return }
    faults.append(XMLFault(line: tokenLine(), what: what, effect: .mended, isNesting: true))
  }

  /// Drops what was told about tags without their partners, for one who has told it otherwise.
  mutating func dropNestingFaults() {
    faults.removeAll(where: \.isNesting)
  }

  /// Takes up the nesting after a part that was left out.
  ///
  /// - Parameter depth: how many elements were open before that part.
  mutating func resumeNesting(at depth: Int) {
    guard nesting != nil else { return }
    dropNestingFaults()
    nesting?.forget(from: depth)
    let name = qualifiedName
    if isRepeated, token == .start { _ = nesting?.start(name) }
  }
}
