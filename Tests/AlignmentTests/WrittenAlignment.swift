import BitestoAlignment
import BitestoText

/// An alignment written for a test, a bead a line: source segments, "=", target segments; segments of
/// one side are divided by "|", and a side without segments is empty.
struct WrittenAlignment {
  let source: [String]
  let target: [String]
  let beads: [String]

  init(_ text: String) {
    var source: [String] = []
    var target: [String] = []
    var beads: [String] = []
    for line in text.split(separator: "\n") {
      let sides = line.split(separator: "=", omittingEmptySubsequences: false)
        .map { side in side.split(separator: "|").map(Self.trimmed).filter { !$0.isEmpty } }
      guard sides.count == 2 else { continue }
      source += sides[0]
      target += sides[1]
      beads.append(Self.bead(sides[0], sides[1]))
    }
    self.source = source
    self.target = target
    self.beads = beads
  }

  static func bead(_ source: [String], _ target: [String]) -> String {
    "\(source.joined(separator: " | ")) = \(target.joined(separator: " | "))"
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}

extension Bitext {
  /// The beads as ``WrittenAlignment`` writes them.
  var writtenBeads: [String] {
    units.map { unit in
      WrittenAlignment.bead(
        source.texts(unit.sourceSegments), targets.first?.texts(unit.targetSegments) ?? [])
    }
  }
}

extension Bitext.Side {
  /// One segment for each text.
  init(lines: [String], language: Language) throws {
    // A document must hold something; the last line is not a segment.
    let bytes = Array((lines + ["."]).joined(separator: "\n").utf8)
    let document = try Document(path: "test.\(language).txt", contents: bytes, language: language)
    self.init(document: document, segments: Segment.lines(of: document).dropLast())
  }

  func texts(_ indices: Range<Int>) -> [String] {
    indices.map { document.text(segments[$0].range) }
  }
}
