/// What the names that authors give to elements say of the text in them: classes, ids, roles.
///
/// The names stand in Sources/TextData, html-hints.tsv.
enum HTMLHint: UInt8, Sendable {
  /// Not part of the story: menus, related links, comments, advertisements.
  case out
  /// Beside the story: bylines, dates, tags.
  case doubt
  case story

  private static let table: WordTable = {
    var table = WordTable()
    let names: [Substring: HTMLHint] = ["out": .out, "doubt": .doubt, "story": .story]
    for line in TextData.lines("html-hints.tsv") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let hint = names[fields[1]] else { continue }
      table.set(.exact(fields[0]), to: hint.rawValue)
    }
    return table
  }()

  /// Longer attribute values are read up to here, in bytes.
  private static let longestValue = 512

  /// The hint of a class or id: that of a whole name, else that of a part of it; `out` before `story`
  /// before `doubt` when several names or parts say something. Linear in the value.
  static func of(_ value: Range<Int>, in page: ByteView) -> HTMLHint? {
    var (name, part) = (WordHash(), WordHash())
    var found: HTMLHint?
    var previous: UInt8 = 0x20
    let limit = min(value.upperBound, value.lowerBound + longestValue)
    func look(_ hash: WordHash) {
      guard let hint = table[hash].flatMap(HTMLHint.init(rawValue:)) else { return }
      if hint == .out || found == nil || (hint == .story && found == .doubt) { found = hint }
    }
    for index in value.lowerBound..<max(limit, value.lowerBound) {
      let byte = page[index]
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      let wasLower = previous >= 0x61 && previous <= 0x7A
      if HTMLTokenizer.isSpace(byte) {
        look(part)
        look(name)
        (name, part) = (WordHash(), WordHash())
      } else {
        if !isUpper && !isLower || isUpper && wasLower {
          look(part)
          part = WordHash()
        }
        let folded = isUpper ? byte | 0x20 : byte
        name.add(folded == 0x5F ? 0x2D : folded)
        if isUpper || isLower { part.add(folded) }
      }
      previous = byte
    }
    look(part)
    look(name)
    return found
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
      if hint == .out || found == nil { found = hint ?? found }
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

  /// Whether an element is not shown: by the attribute `hidden`, or by its style.
  var isHidden: Bool {
    for attribute in attributes {
      if holds("hidden", attribute.name) { return true }
      if holds("style", attribute.name), hidesContent(attribute.value) { return true }
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
