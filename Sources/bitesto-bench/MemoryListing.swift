import BitestoMemory
import Foundation

/// Prints what is read of translation memories, to compare it with what other programs read.
///
/// A line for each unit has the language and the words of each variant, one for each problem its line, its
/// rule and what it says; between tabs, with "\\n", "\\r", "\\t" and "\\\\" for characters that would break it.
struct MemoryListing {
  /// What of a segment is shown.
  enum Part: String {
    /// The words, also highlighted ones.
    case words
    /// The words, and what codes hold among them.
    case everything
    /// What stands in no element.
    case outside
  }

  let files: [String]
  let part: Part

  func run() throws {
    for file in files {
      print(line(["file", file]))
      do {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        var reader = try TMXReader(ByteSource(bytes))
        while let item = try reader.next() {
          switch item {
          case .unit(let unit):
            print(
              line(
                ["unit"]
                  + unit.variants.flatMap { [$0.language.spelling, words(of: $0.segment)] }))
          case .problem(let problem):
            print(
              line(["problem", "\(problem.line)", problem.rule.rawValue, problem.message]))
          }
        }
      } catch let error as MemoryError {
        print(line(["refused", "\(error)"]))
      }
    }
  }

  private func words(of content: SegmentContent) -> String {
    if part == .words { return content.plainText }
    return content.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .code(let code): part == .everything ? words(of: code.content) : ""
      }
    }.joined()
  }

  private func line(_ fields: [String]) -> String {
    fields.map { field in
      let escapes = [("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")]
      return escapes.reduce(field) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }.joined(separator: "\t")
  }
}
