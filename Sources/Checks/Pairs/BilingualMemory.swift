import BitestoAlignment
import BitestoMemory
import BitestoText

/// A translation memory (TMX, any version): the segments of its units are the two texts of a pair, and
/// keep their places in the file.
public struct BilingualMemory: Sendable {
  public let pair: PairChecker.Pair

  /// Whether a file is called a translation memory.
  public static func isNamed(_ path: String) -> Bool { path.lowercased().hasSuffix(".tmx") }

  /// Reads a memory in any usual encoding. Of several segments of a unit in one language the first counts;
  /// units without an Italian or an English one, and those that cannot be read, are passed over. Linear;
  /// nothing outside the file is read.
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
      throw SettingsError(path: path, line: error.line, message: error.message)
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

/// Finds the segments of a TMX file. One pass; what is no text of a segment becomes line ends or, inside
/// one, signs that no rule looks at.
private struct MemoryScanner {
  struct Fault: Error {
    var line: Int
    var message: String
  }

  /// Elements whose content is code of the format that the text came from.
  private static let code: Set<String> = ["bpt", "ept", "it", "ph", "ut", "sub"]

  let bytes: [UInt8]
  private(set) var units: [Bitext.Unit] = []
  /// By language, as many bytes as the file has.
  private(set) var visible: [Language: [UInt8]]
  private var xml: XMLReader
  private var isMemory = false
  /// Where the open unit begins.
  private var unitStart: Int?
  private var unit: [Language: Range<Int>] = [:]
  /// Whether something in the open unit cannot be read.
  private var isSpoiled = false
  private var language: Language?
  private var segment: Segment?

  private struct Segment {
    var line: Int
    var start: Int
    /// Up to where it has been shown.
    var shown: Int
    var codeDepth = 0
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let blank = [UInt8](repeating: 0x0A, count: bytes.count)
    visible = [.italian: blank, .english: blank]
    xml = XMLReader(utf8: bytes)
  }

  mutating func run() throws(Fault) {
    var isAtEnd = false
    while !isAtEnd {
      switch try next() {
      case .text: showText()
      case .start: open(xml.name.lowercased())
      case .end: close(xml.name.lowercased())
      case .finished: isAtEnd = true
      }
      let fault = xml.takeFaults().first { $0.effect == .unreadable }
      guard let fault else { continue }
      isSpoiled = true
      // A comment that is never closed, say: the rest of the file is lost.
      if isAtEnd { throw Fault(line: fault.line, message: fault.what) }
    }
    if let segment { throw Fault(line: segment.line, message: "the segment is never closed") }
    guard isMemory else {
      throw Fault(line: 1, message: "expected a TMX file, whose first element is 'tmx'")
    }
  }

  private mutating func next() throws(Fault) -> XMLReader.Token {
    do {
      return try xml.next()
    } catch let error as MemoryError {
      throw Fault(line: error.line ?? 1, message: error.what)
    } catch {
      throw Fault(line: 1, message: "\(error)")
    }
  }

  private mutating func open(_ name: String) {
    switch name {
    case "tmx": isMemory = true
    case "tu":
      closeUnit(at: xml.tokenOffset, isWhole: false)
      unitStart = xml.tokenOffset
    case "tuv":
      isSpoiled = isSpoiled || segment != nil
      language = Self.language(of: xml.attributes)
    case "seg":
      isSpoiled = isSpoiled || segment != nil
      segment = Segment(line: xml.tokenLine(), start: xml.endOffset, shown: xml.endOffset)
    case let name where Self.code.contains(name): segment?.codeDepth += 1
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "seg":
      guard let segment else { return }
      let end = max(segment.start, xml.tokenOffset)
      show(VisibleText.filler(end - segment.shown), at: segment.shown)
      if let language, unit[language] == nil {
        unit[language] = bytes.trimmingSpace(segment.start..<end)
      }
      self.segment = nil
    case "tuv": isSpoiled = isSpoiled || segment != nil
    case "tu": closeUnit(at: xml.endOffset, isWhole: segment == nil)
    case let name where Self.code.contains(name):
      if let depth = segment?.codeDepth { segment?.codeDepth = max(0, depth - 1) }
    default: break
    }
  }

  private mutating func closeUnit(at end: Int, isWhole: Bool) {
    defer {
      unitStart = nil
      unit = [:]
      language = nil
      segment = nil
      isSpoiled = false
    }
    guard let unitStart else { return }
    guard isWhole, !isSpoiled else {
      let blank = [UInt8](repeating: 0x0A, count: end - unitStart)
      // Not the keys of the table: while they are held, every change would copy the whole text.
      for language in [Language.italian, .english] {
        visible[language]?.replaceSubrange(unitStart..<end, with: blank)
      }
      return
    }
    guard let own = unit[.italian], let other = unit[.english], !own.isEmpty, !other.isEmpty
    else { return }
    units.append(
      Bitext.Unit(
        source: own, target: Bitext.Passage(side: 0, range: other, confidence: 1), confidence: 1))
  }

  /// The value of "xml:lang", or of "lang" in old files: Italian, English or nil.
  private static func language(of attributes: [XMLAttribute]) -> Language? {
    let value = attributes.first { $0.name.lowercased().hasSuffix("lang") }?.value ?? ""
    let primary = LanguageTag(value).primary
    return [Language.italian, .english].first { $0.rawValue == primary }
  }

  /// Shows the last text; what stands between it and the text before it is markup.
  private mutating func showText() {
    guard let segment, segment.codeDepth == 0 else { return }
    let range = xml.textOffsets
    show(VisibleText.filler(range.lowerBound - segment.shown), at: segment.shown)
    // Whether what it refers to can be known.
    var decoded: [UInt8] = []
    xml.appendText(to: &decoded)
    let text = xml.isVerbatim ? Array(bytes[range]) : VisibleText.text(range, of: bytes)
    show(text, at: range.lowerBound)
    self.segment?.shown = range.upperBound
  }

  /// Puts signs into the text of the open segment.
  private mutating func show(_ signs: [UInt8], at offset: Int) {
    guard let language, visible[language] != nil, unit[language] == nil,
      offset + signs.count <= bytes.count
    else { return }
    visible[language]?.replaceSubrange(offset..<(offset + signs.count), with: signs)
  }
}
