/// Recognizes what a web page puts around a story: photo credits, cross-links, share lines,
/// copyright. The tables stand in Sources/TextData, furniture.XX.tsv.
struct PageFurniture: Sendable {
  /// The folded beginning of a line.
  private struct Opening: Sendable {
    let words: String
    /// Says it only when the line has no more words than this.
    let longest: Int
  }

  private let openings: [Opening]
  /// First bytes of openings, so that nearly every line costs one look.
  private let firstBytes: [Bool]
  /// First words of openings.
  private let firstWords: WordTable

  private init(_ language: Language) {
    var openings: [Opening] = []
    var firstBytes = [Bool](repeating: false, count: 256)
    var firstWords = WordTable()
    for line in TextData.lines("furniture.\(language.rawValue).tsv") {
      let fields = line.split(separator: "\t", maxSplits: 1)
      guard fields.count == 2, let longest = Int(fields[0]) else { continue }
      openings.append(Opening(words: String(fields[1]), longest: longest))
      firstWords.set(.folded(fields[1].prefix { $0 != " " && $0 != ":" }), to: 1)
      for spelling in [fields[1].lowercased(), fields[1].uppercased()] {
        if let byte = spelling.utf8.first { firstBytes[Int(byte)] = true }
      }
    }
    self.openings = openings
    self.firstBytes = firstBytes
    self.firstWords = firstWords
  }

  static func table(for language: Language) -> PageFurniture {
    switch language {
    case .italian: italian
    case .russian: russian
    case .ukrainian: ukrainian
    case .belarusian: belarusian
    default: english
    }
  }

  private static let italian = PageFurniture(.italian)
  private static let english = PageFurniture(.english)
  private static let russian = PageFurniture(.russian)
  private static let ukrainian = PageFurniture(.ukrainian)
  private static let belarusian = PageFurniture(.belarusian)

  /// Longer lines are prose, in bytes.
  private static let longestLine = 600
  /// How much of a line is compared with the openings, in bytes.
  private static let longestOpening = 64

  @inline(__always)
  func matches(_ text: ByteView, _ range: Range<Int>) -> Bool {
    guard firstBytes[Int(text[range.lowerBound])], range.count <= Self.longestLine else {
      return false
    }
    return beginsLikeFurniture(text, range)
  }

  private func beginsLikeFurniture(_ text: ByteView, _ range: Range<Int>) -> Bool {
    let limit = min(range.upperBound, range.lowerBound + Self.longestOpening)
    var hash = WordHash()
    var index = range.lowerBound
    while index < limit, text[index] != 0x20, text[index] != 0x3A {
      hash.addFolded(text.scalar(at: index))
      index = text.offset(after: index)
    }
    guard firstWords[hash] != nil else { return false }
    let line = WordFolding.key(text.base[range.lowerBound..<limit])
    let words = text.base[range].count { $0 == 0x20 } + 1
    return openings.contains { opening in
      guard words <= opening.longest, line.hasPrefix(opening.words) else { return false }
      let isWhole = line.dropFirst(opening.words.count).first.map { !$0.isLetter } ?? true
      return isWhole || opening.words.hasSuffix(":") || opening.words.hasSuffix("'")
    }
  }
}
