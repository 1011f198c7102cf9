import BitestoAlignment
import BitestoCommandLayer
import BitestoText
import Foundation

/// Reports as JSON Lines, one object a line: {"id", "outlet", "date", "language", "text"}, of which
/// only `text` must be there.
struct ReportLines {
  /// Every line that is not a report.
  struct Failure: Error {
    var problems: [String]
  }

  private static let extensions: Set<String> = ["jsonl", "ndjson"]

  /// Whether the name's extension says that a file holds JSON Lines.
  static func isNamed(_ path: String) -> Bool {
    extensions.contains(FileName(path).fileExtension)
  }

  private let path: String
  private let contents: [UInt8]

  init(path: String, contents: [UInt8]) {
    self.path = path
    self.contents = contents
  }

  private struct Line: Decodable {
    var id: String?
    var outlet: String?
    var date: String?
    var language: String?
    var text: String

    enum CodingKeys: CodingKey {
      case id, outlet, date, language, text
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      text = try members.decode(String.self, forKey: .text)
      // Some number their reports.
      id =
        try (try? members.decodeIfPresent(Int.self, forKey: .id)).flatMap { $0.map(String.init) }
        ?? members.decodeIfPresent(String.self, forKey: .id)
      outlet = try members.decodeIfPresent(String.self, forKey: .outlet)
      date = try members.decodeIfPresent(String.self, forKey: .date)
      language = try members.decodeIfPresent(String.self, forKey: .language)
    }
  }

  /// - Parameter document: Makes a text of a path, its bytes, and the language that the line gives.
  /// - Throws: ``Failure``.
  func reports(
    _ document: (String, [UInt8], Language?) throws -> Document
  ) throws -> [Report] {
    let bytes = contents.withoutByteOrderMark
    let decoder = JSONDecoder()
    var reports: [Report] = []
    var problems: [String] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() where !bytes.allSatisfy({ $0 <= 0x20 }) {
      let place = "\(path):\(index + 1)"
      do {
        let line = try decoder.decode(Line.self, from: Data(bytes))
        let language = line.language.flatMap(Language.init(tag:))
        if let tag = line.language, language == nil {
          throw CommandError(
            "\(place): \(quoted(tag)) is no language code; write it as in 'it', 'en', 'ru'")
        }
        let text = try document(
          line.id.map { "\(path)#\($0)" } ?? place, Array(line.text.utf8), language)
        reports.append(Report(document: text, outlet: line.outlet, date: line.date))
      } catch let error as CommandError {
        problems.append(error.message)
      } catch {
        problems.append("\(place): \(Self.reason(error))")
      }
    }
    if problems.isEmpty, reports.isEmpty { problems = ["\(path): there is no report in it"] }
    guard problems.isEmpty else { throw Failure(problems: problems) }
    return reports
  }

  private static func reason(_ error: any Error) -> String {
    let expected = "expected an object such as {\"text\": \"...\", \"outlet\": \"...\"}"
    guard let error = error as? DecodingError else { return "not a report; \(expected)" }
    switch error {
    case .keyNotFound(let key, _):
      return "the report has no member '\(key.stringValue)'; \(expected)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      guard let key = context.codingPath.last else { return "not a JSON object; \(expected)" }
      return "the member '\(key.stringValue)' is not a text"
    default: return "not JSON; \(expected), whole on its line"
    }
  }
}
