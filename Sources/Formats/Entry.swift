import BitestoAlignment
import BitestoText

/// A stretch of a text, looked up: its range lies inside the text and between code points.
struct Excerpt {
  let side: Bitext.Side
  let range: Range<Int>
  let confidence: Double
  private(set) var text: ArraySlice<UInt8>

  var path: String { side.document.path }
  var language: Language { side.document.language }

  /// Nil when nothing of the range lies in the text.
  init?(_ range: Range<Int>?, of side: Bitext.Side, confidence: Double) {
    guard let range = range.map(side.document.wholeCodePoints), !range.isEmpty else { return nil }
    self.side = side
    self.range = range
    self.confidence = unitInterval(confidence)
    text = side.document.bytes[range]
  }

  /// The same place, with the words of further passages.
  func joining(_ others: [Excerpt]) -> Excerpt {
    var excerpt = self
    for other in others { excerpt.text += Array(" […] ".utf8) + other.text }
    return excerpt
  }
}

/// One unit of a bitext with its texts looked up; all that writers read, so that a range or an
/// index that does not fit the texts gives an empty place instead of a trap.
struct Entry {
  /// From 1, in the order of the units.
  let number: Int
  let unit: Bitext.Unit
  /// The kind of quotation, "sentence" for an ordinary one of a traced article, or "alignment".
  let kind: String
  let confidence: Double
  let source: Excerpt?
  let target: Excerpt?
  /// Further passages that the source joins to the target, and the target with their words.
  let joined: [(side: Int, excerpt: Excerpt)]
  let wholeTarget: Excerpt?
  /// The index of the target's document.
  let targetSide: Int?
  let alternatives: [(side: Int, excerpt: Excerpt)]

  var quotation: Quotation? { unit.quotation }

  /// Who says the words, for a reader.
  var speaker: String {
    guard let quotation else { return "The article itself" }
    return quotation.speaker ?? "Speaker not named"
  }

  init(_ index: Int, of bitext: Bitext) {
    let unit = bitext.units[index]
    number = index + 1
    self.unit = unit
    confidence = unitInterval(unit.confidence)
    source = Excerpt(
      unit.source ?? unit.quotation?.content, of: bitext.source, confidence: unit.confidence)
    let target = unit.target.flatMap { bitext.excerpt($0) }
    self.target = target?.excerpt
    targetSide = target?.side
    joined = unit.joined.compactMap { bitext.excerpt($0) }
    wholeTarget = target?.excerpt.joining(joined.map(\.excerpt))
    kind = unit.quotation?.kind.rawValue ?? (bitext.kind == .trace ? "sentence" : "alignment")
    alternatives = unit.alternatives.compactMap { bitext.excerpt($0) }
  }
}

extension Bitext {
  /// The units in order, each looked up when its turn comes.
  var entries: some Sequence<Entry> {
    units.indices.lazy.map { Entry($0, of: self) }
  }

  func excerpt(_ passage: Passage) -> (side: Int, excerpt: Excerpt)? {
    guard targets.indices.contains(passage.side) else { return nil }
    let excerpt = Excerpt(
      passage.range, of: targets[passage.side], confidence: passage.confidence)
    return excerpt.map { (passage.side, $0) }
  }

  /// The words of the first heading of the source, if it has one.
  var title: ArraySlice<UInt8>? {
    source.segments.first { $0.role == .heading }
      .flatMap { Excerpt($0.range, of: source, confidence: 1)?.text }
  }
}

extension Document {
  /// The range, cut to the text and widened to whole code points.
  func wholeCodePoints(_ range: Range<Int>) -> Range<Int> {
    let cut = range.clamped(to: 0..<bytes.count)
    guard !cut.isEmpty else { return cut }
    var (start, end) = (cut.lowerBound, cut.upperBound)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }
}

/// A confidence that is surely one: from 0 to 1, 0 for what is not a number.
private func unitInterval(_ value: Double) -> Double {
  value.isNaN ? 0 : min(max(value, 0), 1)
}
