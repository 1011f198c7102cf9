import BitestoText

/// What a text itself says about rules that it need not follow.
///
/// A marker is a comment: `<!-- bitesto: ignore off-style -->` in texts and pages, or a line of
/// text that begins with `# bitesto: ignore`. It is about the line it ends, or when it stands alone
/// about the next line, and within a line about nothing; `ignore-file` is about the whole text. Without rules it is about all of
/// them.
public struct Suppressions: Sendable {
  /// A rule's name that no rule has.
  public struct UnknownRule: Hashable, Sendable {
    public var name: String
    /// Counted from 1.
    public var line: Int
  }

  /// Rules that a marker names; nil for all.
  private typealias Rules = Set<CheckRule>?

  public private(set) var unknownRules: [UnknownRule] = []
  /// Where markers stand: UTF-8 bytes.
  let markers: [Range<Int>]
  private var wholeText: [Rules] = []
  /// By line, counted from 0.
  private var ofLine: [Int: [Rules]] = [:]
  private let lineStarts: [Int]

  /// Reads the markers of a text. Linear.
  init(reading bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
    var markers: [Range<Int>] = []
    var found: [(line: Int, marker: Marker)] = []
    for (line, start) in starts.enumerated() {
      let end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
      guard let marker = Marker(in: bytes, start..<end) else { continue }
      markers.append(marker.range)
      found.append((line, marker))
    }
    self.markers = markers
    for (line, marker) in found { add(marker, line: line) }
  }

  /// Whether a marker silences a rule at an offset.
  func silence(_ rule: CheckRule, at offset: Int) -> Bool {
    func holds(_ rules: [Rules]) -> Bool { rules.contains { $0?.contains(rule) ?? true } }
    if holds(wholeText) { return true }
    guard !ofLine.isEmpty else { return false }
    let line = lineStarts.partitioningIndex { $0 > offset } - 1
    return ofLine[line].map(holds) ?? false
  }

  private mutating func add(_ marker: Marker, line: Int) {
    var named: Set<CheckRule> = []
    for name in marker.rules {
      if let rule = CheckRule(rawValue: name) {
        named.insert(rule)
      } else {
        unknownRules.append(UnknownRule(name: name, line: line + 1))
      }
    }
    let rules: Rules = marker.rules.isEmpty ? nil : named
    if marker.isForFile {
      wholeText.append(rules)
    } else {
      ofLine[marker.standsAlone ? line + 1 : line, default: []].append(rules)
    }
  }
}

/// One comment that speaks to the checker.
private struct Marker {
  /// The comment with its delimiters.
  var range: Range<Int>
  var isForFile: Bool
  var standsAlone: Bool
  var rules: [String]

  private static let name = Array("bitesto".utf8)
  /// What may open a comment, and what ends it; a line of its own needs no end.
  private static let comments: [(start: String, end: String?)] = [
    ("<!--", "-->"), ("#", nil), ("//", nil), ("%", nil), (";", nil),
  ]

  /// The first marker of a line.
  init?(in bytes: [UInt8], _ line: Range<Int>) {
    guard let place = bytes[line].firstRange(of: Self.name) else { return nil }
    for comment in Self.comments {
      guard
        let start = Self.start(of: comment.start, before: place.lowerBound, in: bytes, line),
        let end = Self.end(comment.end, after: place.upperBound, in: bytes, line)
      else { continue }
      let isFirst = bytes[line.lowerBound..<start].allSatisfy(Self.isSpace)
      if comment.end == nil, !isFirst { continue }
      let words = String(decoding: bytes[place.upperBound..<end.content], as: UTF8.self)
        .split { $0 == " " || $0 == "," || $0 == "\t" || $0 == ":" || $0 == "\r" }
        .map(String.init)
      // Both "bitesto: ignore" and "bitesto-ignore".
      guard let verb = words.first?.drop(while: { $0 == "-" }),
        verb == "ignore" || verb == "ignore-file"
      else { continue }
      range = start..<end.comment
      isForFile = verb == "ignore-file"
      // Within a line a marker would silence what stands on both sides of it.
      guard isForFile || Self.isBlank(bytes[end.comment..<line.upperBound]) else { continue }
      standsAlone = isFirst && bytes[end.comment..<line.upperBound].allSatisfy(Self.isSpace)
      rules = Array(words.dropFirst())
      return
    }
    return nil
  }

  /// Where a comment opens right before an offset.
  private static func start(
    of opening: String, before offset: Int, in bytes: [UInt8], _ line: Range<Int>
  ) -> Int? {
    var end = offset
    while end > line.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    let start = end - opening.utf8.count
    guard start >= line.lowerBound, bytes[start..<end].elementsEqual(opening.utf8) else {
      return nil
    }
    return start
  }

  private static func end(
    _ closing: String?, after offset: Int, in bytes: [UInt8], _ line: Range<Int>
  ) -> (content: Int, comment: Int)? {
    guard let closing else { return (line.upperBound, line.upperBound) }
    let found = bytes[offset..<line.upperBound].firstRange(of: Array(closing.utf8))
    return found.map { ($0.lowerBound, $0.upperBound) }
  }

  /// Nothing but spaces and tags.
  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isTag = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">") where isTag: isTag = false
      default: if !isTag, !isSpace(byte) { return false }
      }
    }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
