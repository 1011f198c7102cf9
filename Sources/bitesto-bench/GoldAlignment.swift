import BitestoAlignment
import BitestoText
import Foundation

/// Two texts, a segment a line, whose beads are known.
struct GoldAlignment {
  /// The document they are a version of: what is made of one document is never trained on and judged
  /// at once.
  var document: String
  /// The folder or table they are from.
  var collection: String
  var source: [String]
  var target: [String]
  var beads: [AlignmentExample.Bead]
  /// The paragraph of each line, by side; without it every line is one.
  var paragraphs: (source: [Int], target: [Int])?

  /// Whether every line stands for one line.
  var isClean: Bool { beads.allSatisfy { $0.source.count == 1 && $0.target.count == 1 } }

  /// The documents of a folder: NNN.it.txt, NNN.en.txt and NNN.gold.json, a list of beads
  /// `[[source lines], [target lines]]`.
  static func folder(_ path: String, languages: (Language, Language)) throws -> [GoldAlignment] {
    let suffix = ".gold.json"
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
    return try names.map { name in
      let base = "\(path)/\(name)"
      let json = try Data(contentsOf: URL(fileURLWithPath: base + suffix))
      return GoldAlignment(
        document: name, collection: URL(fileURLWithPath: path).lastPathComponent,
        source: try linesOfFile("\(base).\(languages.0).txt"),
        target: try linesOfFile("\(base).\(languages.1).txt"),
        beads: try AlignmentScore.beads(json: json))
    }
  }

  /// Parallel lines of a table, two columns, cut into texts of some lines each.
  static func table(_ path: String, lines: Int, most: Int) throws -> [GoldAlignment] {
    let name = URL(fileURLWithPath: path).lastPathComponent
    let rows = try PairTable(contentsOf: path).rows
    // Of a long table some places, evenly spaced.
    let step = max(lines, rows.count / most / lines * lines)
    return stride(from: 0, to: rows.count - lines + 1, by: step).map { first in
      let part = rows[first..<(first + lines)]
      return GoldAlignment(
        document: "\(name):\(first)", collection: name, source: part.map { String($0.0) },
        target: part.map { String($0.1) },
        beads: (0..<lines).map { .init(source: $0..<($0 + 1), target: $0..<($0 + 1)) })
    }
  }

  /// Both sides, to be aligned.
  func sides(
    _ languages: (Language, Language)
  ) throws -> (source: Bitext.Side, target: Bitext.Side) {
    (
      try side(source, languages.0, paragraphs?.source),
      try side(target, languages.1, paragraphs?.target)
    )
  }

  private func side(
    _ lines: [String], _ language: Language, _ paragraphs: [Int]?
  ) throws -> Bitext.Side {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    let document = try Document(path: document, contents: bytes, language: language)
    var segments = Segment.lines(of: document)
    for (index, paragraph) in zip(segments.indices, paragraphs ?? []) {
      segments[index].paragraph = paragraph
    }
    return Bitext.Side(document: document, segments: segments)
  }
}

/// The lines of a text in UTF-8; a line end at the end begins none.
func linesOfFile(_ path: String) throws -> [String] {
  var lines = try String(contentsOfFile: path, encoding: .utf8)
    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}
