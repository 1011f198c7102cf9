import BitestoText

/// Lines and columns of places in texts, each text looked through once.
struct TextPositions {
  /// A place as editors count: lines from 1, columns in code points from 1.
  struct Position: Hashable {
    var line: Int
    var column: Int
  }

  struct Region {
    var start: Position
    /// The column behind the last one.
    var end: Position
    var codePoints: Range<Int>
  }

  private struct Text {
    var codePoints: CodePointIndex
    /// The bytes at which lines begin.
    var lines: [Int]

    init(_ bytes: [UInt8]) {
      codePoints = CodePointIndex(bytes)
      lines = [0]
      for (offset, byte) in bytes.enumerated() where byte == 0x0A { lines.append(offset + 1) }
    }

    func position(of offset: Int) -> Position {
      let next = lines.partitioningIndex { $0 > offset }
      let line = max(1, next)
      let start = codePoints.codePoint(atByte: lines[line - 1])
      return Position(line: line, column: codePoints.codePoint(atByte: offset) - start + 1)
    }
  }

  private struct Key: Hashable {
    var path: String
    var count: Int
  }

  private var texts: [Key: Text] = [:]

  /// The region of a place, cut to the text and widened to whole code points.
  mutating func region(of place: Finding.Place) -> Region {
    let key = Key(path: place.document.path, count: place.document.bytes.count)
    let text = texts[key] ?? Text(place.document.bytes)
    texts[key] = text
    let range = place.document.wholeCodePoints(place.range)
    return Region(
      start: text.position(of: range.lowerBound), end: text.position(of: range.upperBound),
      codePoints: text.codePoints.codePoints(range))
  }
}
