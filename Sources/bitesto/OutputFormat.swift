/// What a bitext can be written as.
enum OutputFormat: String, CaseIterable, Sendable {
  case table
  case json
  case tsv
  case html
  case tmx
  case markdown = "md"

  /// Without the dot.
  var fileExtension: String {
    self == .table ? "txt" : rawValue
  }

  var summary: String {
    switch self {
    case .table: "A table to read"
    case .json: "JSON, for programs"
    case .tsv: "Tab-separated values, for spreadsheets"
    case .html: "A page to review side by side"
    case .tmx: "A translation memory"
    case .markdown: "Markdown"
    }
  }

  init?(fileExtension: String) {
    let lowercased = fileExtension.lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtension == lowercased }) else {
      return nil
    }
    self = format
  }
}
