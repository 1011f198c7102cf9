import Foundation

/// Writes a long Italian article and a long English report behind it, to measure what a trace of long
/// texts takes: development articles and their reports, repeated with other names and numbers.
struct LongTexts {
  /// In UTF-8 bytes.
  private static let articleSize = 1_000_000
  private static let reportSize = 2_000_000

  /// Folders: of articles NAME.it.txt, of reports NAME.en.txt, and where to write.
  let articles: String
  let sources: String
  let folder: String

  func run() throws {
    let pairs = try FileManager.default.contentsOfDirectory(atPath: sources).sorted()
      .filter { $0.hasSuffix(".en.txt") }.map { name in
        let article = name.dropLast(".en.txt".count) + ".it.txt"
        return (
          try String(contentsOfFile: "\(articles)/\(article)", encoding: .utf8),
          try String(contentsOfFile: "\(sources)/\(name)", encoding: .utf8)
        )
      }
    guard !pairs.isEmpty else { return }
    var (article, report) = ("", "")
    var changes = TextChanges()
    var number = 0
    while article.utf8.count < Self.articleSize || report.utf8.count < Self.reportSize {
      let pair = pairs[number % pairs.count]
      let (italian, english) = number < pairs.count ? pair : changes.changed(pair)
      if article.utf8.count < Self.articleSize { article += italian + "\n\n" }
      if report.utf8.count < Self.reportSize { report += english + "\n\n" }
      number += 1
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(article.utf8).write(to: URL(fileURLWithPath: "\(folder)/article.it.txt"))
    try Data(report.utf8).write(to: URL(fileURLWithPath: "\(folder)/report.en.txt"))
  }
}
