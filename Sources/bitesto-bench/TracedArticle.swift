import BitestoAlignment
import BitestoFormats
import BitestoText
import Foundation

/// An Italian article with the quotations that a command would trace.
struct TracedArticle {
  let side: Bitext.Side
  let quotations: [Quotation]

  init(_ document: Document, to pool: ReportPool) {
    let segments = Segmenter(language: .italian).segments(of: document)
    side = Bitext.Side(document: document, segments: segments)
    quotations = pool.quotationFinder.quotations(in: document, segments: segments)
  }
}

extension Report {
  /// The reports that the table of a folder lists.
  static func all(in folder: String) throws -> [Report] {
    let path = folder + "/" + SourcesTable.fileName
    let table = try SourcesTable(
      path: path, contents: Array(Data(contentsOf: URL(fileURLWithPath: path))))
    return try table.rows.map { row in
      Report(
        document: try Document(
          contentsOf: folder + "/" + row.file, language: row.language ?? .english),
        outlet: row.outlet, date: row.date)
    }
  }
}

extension Document {
  init(contentsOf path: String, language: Language) throws {
    try self.init(
      path: path, contents: Array(Data(contentsOf: URL(fileURLWithPath: path))),
      language: language)
  }
}
