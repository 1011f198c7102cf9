/// The lines of a file of text, whatever encoding it is in. Linear; memory holds a line.
struct TextLines {
  struct Line {
    /// From 1.
    var number: Int
    /// Without its end, LF or CRLF.
    var text: ArraySlice<UInt8>
    /// Why it cannot be read; its text is then of no use.
    var fault: String?
  }

  /// A line of more bytes is not read.
  private static let longest = 64 << 20

  var encodingName: String { source.encodingName }

  private let source: DecodedSource
  private var damage: DamageList
  private var buffer: [UInt8] = []
  private var start = 0
  /// Of the first byte of the buffer in the text.
  private var base = 0
  private var number = 0
  private var isAtEnd = false

  init(_ source: ByteSource) throws {
    self.source = try DecodedSource(source)
    damage = DamageList(encodingName: self.source.encodingName)
  }

  /// The next line; nil at the end.
  mutating func next() throws -> Line? {
    var searched = start
    var isTooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        return line(upTo: end, next: end + 1, isTooLong)
      }
      searched = buffer.count
      if isAtEnd {
        if start == buffer.count, !isTooLong { return nil }
        return line(upTo: buffer.count, next: buffer.count, isTooLong)
      }
      if isTooLong || searched - start > Self.longest {
        isTooLong = true
        start = searched
      }
      searched -= start
      base += start
      buffer.removeSubrange(..<start)
      start = 0
      let piece = try source.next()
      damage.add(source)
      isAtEnd = piece.isEmpty
      buffer += piece
    }
  }

  private mutating func line(upTo end: Int, next: Int, _ isTooLong: Bool) -> Line {
    let range = start..<end
    start = next
    number += 1
    if isTooLong {
      return Line(
        number: number, text: [], fault: "the line is longer than \(Self.longest >> 20) MB")
    }
    let text = buffer[range]
    return Line(
      number: number, text: text.last == 0x0D ? text.dropLast() : text,
      fault: damage.fault(before: base + end))
  }
}

/// Where a text has bytes without a meaning, to be told with the line or the row they stand in.
struct DamageList {
  let encodingName: String
  private var offsets: [Int] = []
  private var told = 0

  init(encodingName: String) {
    self.encodingName = encodingName
  }

  mutating func add(_ source: DecodedSource) {
    let new = source.takeDamage()
    if !new.isEmpty { offsets += new }
  }

  /// What is wrong with the text up to an offset, from the offset of the call before.
  mutating func fault(before offset: Int) -> String? {
    guard told < offsets.count else { return nil }
    let first = told
    while told < offsets.count, offsets[told] < offset { told += 1 }
    let isDamaged = told > first
    if told == offsets.count {
      offsets = []
      told = 0
    }
    return isDamaged ? "it has bytes that are not \(encodingName); save the file as UTF-8" : nil
  }
}
