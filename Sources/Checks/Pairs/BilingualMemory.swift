import BitestoAlignment
import BitestoText

/// A translation memory (TMX, any version): the segments of its units are the two texts of a pair, and keep their
/// places in the file.
public struct BilingualMemory: Sendable {
  public let pair: PairChecker.Pair

  /// Whether a file is called a translation memory.
  public static func isNamed(_ path: String) -> Bool { path.lowercased().hasSuffix(".tmx") }

  /// Reads a memory in any usual encoding. Of several segments of a unit in one language the first counts; units
  /// without an Italian or an English one are passed over. Linear; nothing outside the file is read.
  ///
  /// - Throws: ``SettingsError`` that says what is wrong in which line.
  public init(path: String, contents: [UInt8]) throws(SettingsError) {
    var scanner: MemoryScanner
    do throws(DocumentError) {
      scanner = MemoryScanner(try HTMLPage.utf8(contents, path: path))
    } catch {
      throw SettingsError(path: path, line: 1, message: error.description)
    }
    do throws(MemoryScanner.Fault) {
      try scanner.run()
    } catch {
      let line = scanner.bytes[..<error.offset].count { $0 == 0x0A } + 1
      throw SettingsError(path: path, line: line, message: error.message)
    }
    let columns = [Language.italian, .english].compactMap { language in
      scanner.visible[language].map { (language, $0) }
    }
    let texts = CheckedText.columns(of: scanner.bytes, path: path, columns)
    guard texts.count == 2, !scanner.units.isEmpty else {
      throw SettingsError(
        path: path, line: 1, message: "no unit has an Italian and an English segment")
    }
    pair = PairChecker.Pair(italian: texts[0], english: texts[1], units: scanner.units)
  }
}

/// Finds the segments of a TMX file. One pass; what is no text of a segment becomes line ends or, inside one,
/// signs that no rule looks at.
private struct MemoryScanner {
  struct Fault: Error {
    var offset: Int
    var message: String
  }

  /// Elements whose content is code of the format that the text came from.
  private static let code: Set<String> = ["bpt", "ept", "it", "ph", "ut", "sub"]

  let bytes: [UInt8]
  private(set) var units: [Bitext.Unit] = []
  /// By language, as many bytes as the file has.
  private(set) var visible: [Language: [UInt8]]
  private var position = 0
  private var unit: [Language: Range<Int>] = [:]
  private var language: Language?
  /// Where the text of the open segment begins.
  private var segment: Int?
  private var codeDepth = 0
  private var isMemory = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let blank = [UInt8](repeating: 0x0A, count: bytes.count)
    visible = [.italian: blank, .english: blank]
  }

  mutating func run() throws(Fault) {
    while position < bytes.count {
      let start = position
      guard bytes[start] == UInt8(ascii: "<") else {
        position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        show(VisibleText.text(start..<position, of: bytes), at: start)
        continue
      }
      let wasOpen = segment != nil
      // What of the markup is text.
      var text = start..<start
      if starts("<!--") {
        try skip(past: "-->", "comment")
      } else if starts("<![CDATA[") {
        try skip(past: "]]>", "CDATA section")
        text = (start + 9)..<(position - 3)
      } else if starts("<?") {
        try skip(past: "?>", "processing instruction")
      } else if starts("<!") {
        try skipDeclaration()
      } else {
        try tag()
      }
      guard wasOpen else { continue }
      for code in [start..<text.lowerBound, text.upperBound..<position] {
        show(VisibleText.filler(code.count), at: code.lowerBound, isCode: true)
      }
      show(Array(bytes[text]), at: text.lowerBound)
    }
    if let segment { throw Fault(offset: segment, message: "the segment is never closed") }
    guard isMemory else {
      throw Fault(offset: 0, message: "expected a TMX file, whose first element is 'tmx'")
    }
  }

  private func starts(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private mutating func skip(past end: String, _ what: String) throws(Fault) {
    let mark = Array(end.utf8)
    var index = position + 2
    while index + mark.count <= bytes.count {
      if bytes[index..<(index + mark.count)].elementsEqual(mark) {
        position = index + mark.count
        return
      }
      index += 1
    }
    throw Fault(offset: position, message: "the \(what) is never closed")
  }

  /// A DOCTYPE, with what it declares itself in brackets.
  private mutating func skipDeclaration() throws(Fault) {
    var depth = 0
    for index in position..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        position = index + 1
        return
      default: continue
      }
    }
    throw Fault(offset: position, message: "the declaration is never closed")
  }

  private mutating func tag() throws(Fault) {
    let start = position
    var quote: UInt8?
    var end = start + 1
    while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
      if let open = quote {
        if bytes[end] == open { quote = nil }
      } else if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
        quote = bytes[end]
      }
      end += 1
    }
    guard end < bytes.count else { throw Fault(offset: start, message: "the tag is never closed") }
    position = end + 1
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
    let inside = bytes[(start + (isEnd ? 2 : 1))..<end]
    let name = String(
      decoding: inside.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }, as: UTF8.self
    ).lowercased()
    if isEnd { close(name, at: start) } else { open(name, inside, isEmpty: isEmpty) }
  }

  private mutating func open(_ name: String, _ tag: ArraySlice<UInt8>, isEmpty: Bool) {
    switch name {
    case "tmx": isMemory = true
    case "tu": unit = [:]
    case "tuv": language = Self.language(in: tag)
    case "seg" where !isEmpty:
      segment = position
      codeDepth = 0
    case let name where Self.code.contains(name) && !isEmpty: codeDepth += 1
    default: break
    }
  }

  private mutating func close(_ name: String, at offset: Int) {
    switch name {
    case "seg":
      if let start = segment, let language, unit[language] == nil {
        unit[language] = bytes.trimmingSpace(start..<offset)
      }
      segment = nil
    case "tu":
      if let own = unit[.italian], let other = unit[.english], !own.isEmpty, !other.isEmpty {
        units.append(
          Bitext.Unit(
            source: own, target: Bitext.Passage(side: 0, range: other, confidence: 1),
            confidence: 1))
      }
    case let name where Self.code.contains(name): codeDepth = max(0, codeDepth - 1)
    default: break
    }
  }

  /// The value of "xml:lang", or of "lang" in old files: Italian, English or nil.
  private static func language(in tag: ArraySlice<UInt8>) -> Language? {
    let text = String(decoding: tag, as: UTF8.self)
    guard let name = text.range(of: "lang"),
      let equals = text[name.upperBound...].firstIndex(of: "=")
    else { return nil }
    let value = text[text.index(after: equals)...].drop { $0 == " " || $0 == "\"" || $0 == "'" }
    let primary = value.prefix { $0.isLetter }.lowercased()
    return [Language.italian, .english].first { $0.rawValue == primary }
  }

  /// Puts signs into the text of the open segment.
  private mutating func show(_ signs: [UInt8], at offset: Int, isCode: Bool = false) {
    guard segment != nil, codeDepth == 0 || isCode, let language, visible[language] != nil,
      unit[language] == nil, offset + signs.count <= bytes.count
    else { return }
    visible[language]?.replaceSubrange(offset..<(offset + signs.count), with: signs)
  }
}
