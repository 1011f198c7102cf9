import BitestoText
import Foundation

/// A text whose sentence ends are known.
struct SegmentationGold {
  struct Paragraph: Decodable {
    var text: String
    /// After the last character of each sentence, in code points.
    var ends: [Int]
  }

  private struct File: Decodable {
    var paragraphs: [Paragraph]
  }

  var name: String
  var language: Language
  var paragraphs: [Paragraph]

  /// Reads a file of the form {"paragraphs": [{"text": …, "ends": […]}]}, its name beginning with
  /// the language.
  init(path: String) throws {
    name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    language = Language(rawValue: String(name.prefix(2)))
    paragraphs = try JSONDecoder().decode(
      File.self, from: Data(contentsOf: URL(fileURLWithPath: path))
    ).paragraphs
  }

  /// Joins the sentences of a file with one a line, `perParagraph` at a time; with a column number
  /// the lines are split at tabs. Sentences that end in no mark are left out.
  init(lines path: String, column: Int?, language: Language, perParagraph: Int) throws {
    name = URL(fileURLWithPath: path).lastPathComponent
    self.language = language
    paragraphs = []
    var sentences: [Substring] = []
    func paragraph() -> Paragraph {
      var (length, ends, parts) = (0, [Int](), [Substring]())
      for sentence in sentences {
        length += sentence.unicodeScalars.count
        ends.append(length)
        length += 1
        parts.append(sentence)
      }
      return Paragraph(text: parts.joined(separator: " "), ends: ends)
    }
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let field = column.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? line[...]
      let sentence = Self.trimmed(field)
      guard let last = sentence.unicodeScalars.last(where: { !Self.closers.contains($0) }),
        Self.terminators.contains(last)
      else { continue }
      sentences.append(sentence)
      if sentences.count == perParagraph {
        paragraphs.append(paragraph())
        sentences = []
      }
    }
    if !sentences.isEmpty { paragraphs.append(paragraph()) }
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  static let terminators: Set<Unicode.Scalar> = [".", "!", "?", "…"]
  static let closers: Set<Unicode.Scalar> = ["\"", "”", "»", "'", "’", ")", "]", "}", " "]
}

/// A paragraph of gold as the segmenter reads it: offsets in bytes.
struct GoldText {
  var document: Document
  /// Ends inside the paragraph, white space before them excluded; the last one left out.
  var ends: Set<Int>
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]

  init(_ paragraph: SegmentationGold.Paragraph, language: Language) throws {
    document = try Document(path: "-", contents: Array(paragraph.text.utf8), language: language)
    scalars = Array(paragraph.text.unicodeScalars)
    var (offset, offsets) = (0, [Int]())
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
    ends = []
    for end in paragraph.ends { ends.insert(trimmedEnd(byte: offsets[min(end, scalars.count)])) }
    ends.remove(trimmedEnd(byte: offset))
  }

  func trimmedEnd(byte: Int) -> Int {
    var count = codePoint(byte)
    while count > 0, scalars[count - 1].properties.isWhitespace { count -= 1 }
    return offsets[count]
  }

  /// Whether a terminator, perhaps with closing marks, stands before the offset.
  func isAfterTerminator(_ byte: Int) -> Bool {
    let before = scalars[..<codePoint(byte)].reversed().drop {
      $0.properties.isWhitespace || SegmentationGold.closers.contains($0)
    }
    return before.first.map(SegmentationGold.terminators.contains) ?? false
  }

  func context(_ byte: Int) -> String {
    let index = codePoint(byte)
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(part)).replacingOccurrences(of: "\n", with: "⏎")
    }
    return text(scalars[max(0, index - 45)..<index]) + " ‖ "
      + text(scalars[index..<min(scalars.count, index + 45)])
  }

  private func codePoint(_ byte: Int) -> Int {
    var (low, high) = (0, offsets.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Counts of right, invented and missed places.
struct BoundaryCounts {
  var right = 0
  var invented = 0
  var missed = 0

  var f1: Double {
    let all = 2 * right + invented + missed
    return all == 0 ? 1 : Double(2 * right) / Double(all)
  }

  mutating func count(gold: Bool, found: Bool) {
    switch (gold, found) {
    case (true, true): right += 1
    case (false, true): invented += 1
    case (true, false): missed += 1
    case (false, false): break
    }
  }
}
