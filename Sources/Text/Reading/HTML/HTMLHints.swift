/// What the names that authors give to elements say of the text in them: classes, ids, roles.
///
/// The names stand in Sources/TextData, html-hints.tsv.
enum HTMLHint: UInt8, Sendable {
  /// Not part of the story: menus, related links, comments, advertisements.
  case out
  /// Beside the story: bylines, dates, tags.
  case doubt
  case story
  /// Not shown, or no text: labels for readers by ear, edit links.
  case hidden
  /// Begins a name that says what a story is about.
  case topic

  /// Which of two hints counts.
  fileprivate var weight: Int {
    switch self {
    case .topic, .doubt: 0
    case .story: 1
    case .out: 2
    case .hidden: 3
    }
  }

  private static let table: WordTable = {
    var table = WordTable()
    let names: [Substring: HTMLHint] = [
      "out": .out, "doubt": .doubt, "story": .story, "hidden": .hidden, "topic": .topic,
    ]
    for line in TextData.lines("html-hints.tsv") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let hint = names[fields[1]] else { continue }
      table.set(.exact(fields[0]), to: hint.rawValue)
    }
    return table
  }()

  /// Longer attribute values are read up to here, in bytes.
  private static let longestValue = 512

  /// The hint of a class or id: that of a whole name, else that of a part of it; `hidden` before `out`
  /// before `story` before `doubt` when several names or parts say something. Linear.
  static func of(_ value: Range<Int>, in page: ByteView) -> HTMLHint? {
    let limit = min(value.upperBound, value.lowerBound + longestValue)
    var found: HTMLHint?
    var start = value.lowerBound
    while start < limit {
      var end = start
      while end < limit, !HTMLTokenizer.isSpace(page[end]) { end += 1 }
      if end > start, let hint = ofName(start..<end, in: page),
        found.map({ hint.weight > $0.weight }) ?? true
      {
        found = hint
      }
      start = end + 1
    }
    return found
  }

  /// The hint of one name. What only its beginning says in doubt is none: "post-tags" is, "tags-flour" is
  /// not, about tags; of names that begin with a topic nothing is read.
  private static func ofName(_ name: Range<Int>, in page: ByteView) -> HTMLHint? {
    var (whole, part) = (WordHash(), WordHash())
    var found: HTMLHint?
    var isFirstPart = true
    var isTopic = false
    var previous: UInt8 = 0
    func look(_ hash: WordHash, isEnd: Bool) {
      guard let hint = table[hash].flatMap(HTMLHint.init(rawValue:)) else { return }
      if hint == .topic {
        isTopic = isTopic || (isFirstPart && !isEnd)
      } else if isEnd || hint != .doubt, found.map({ hint.weight > $0.weight }) ?? true {
        found = hint
      }
    }
    for index in name {
      let byte = page[index]
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      let wasLower = previous >= 0x61 && previous <= 0x7A
      if !isUpper && !isLower || isUpper && wasLower {
        look(part, isEnd: false)
        part = WordHash()
        isFirstPart = false
      }
      let folded = isUpper ? byte | 0x20 : byte
      whole.add(folded == 0x5F ? 0x2D : folded)
      if isUpper || isLower { part.add(folded) }
      previous = byte
    }
    look(part, isEnd: true)
    look(whole, isEnd: true)
    return isTopic ? nil : found
  }
}

extension HTMLTokenizer {
  /// What the last start tag says of the text in its element, by its class, id and role.
  func hint(of element: HTMLElement) -> HTMLHint? {
    var found: HTMLHint?
    for attribute in attributes {
      let hint: HTMLHint?
      if holds("class", attribute.name) || holds("id", attribute.name) {
        hint = HTMLHint.of(attribute.value, in: page)
      } else if holds("role", attribute.name) {
        hint = roleHint(attribute.value)
      } else if holds("itemprop", attribute.name), holds("articlebody", attribute.value) {
        hint = .story
      } else {
        continue
      }
      if let hint, found.map({ hint.weight > $0.weight }) ?? true { found = hint }
    }
    return found
  }

  /// ARIA landmarks and widgets that hold no story.
  private func roleHint(_ value: Range<Int>) -> HTMLHint? {
    let out: [StaticString] = [
      "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar",
      "toolbar", "tablist", "alert", "tooltip",
    ]
    if out.contains(where: { holds($0, value) }) { return .out }
    if holds("complementary", value) || holds("note", value) { return .doubt }
    return holds("main", value) ? .story : nil
  }

  /// Whether an element is not shown: by the attribute `hidden`, its style, or its names.
  var isHidden: Bool {
    for attribute in attributes {
      if holds("hidden", attribute.name) { return true }
      if holds("style", attribute.name), hidesContent(attribute.value) { return true }
      if holds("class", attribute.name), HTMLHint.of(attribute.value, in: page) == .hidden {
        return true
      }
    }
    return false
  }

  /// Whether a style says `display: none`. Linear.
  private func hidesContent(_ style: Range<Int>) -> Bool {
    let property: StaticString = "display"
    let value: StaticString = "none"
    var index = style.lowerBound
    while index + property.utf8CodeUnitCount < style.upperBound {
      guard holds(property, index..<(index + property.utf8CodeUnitCount)) else {
        index += 1
        continue
      }
      index = skipSpace(from: index + property.utf8CodeUnitCount)
      guard page[index] == 0x3A else { continue }
      index = skipSpace(from: index + 1)
      let end = index + value.utf8CodeUnitCount
      if end <= style.upperBound, holds(value, index..<end) { return true }
    }
    return false
  }
}
