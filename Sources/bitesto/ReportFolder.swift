import BitestoCommandLayer
import BitestoFormats

/// A folder of reports, and what its sources.tsv says of them.
struct ReportFolder {
  /// File name extensions of texts and pages; a folder's other files are passed over.
  private static let textExtensions: Set<String> = ["txt", "text", "md", "html", "htm", "xhtml"]
  /// Those of files that hold text in a form that is not read: worth a word.
  private static let otherTextExtensions: Set<String> = [
    "pdf", "doc", "docx", "odt", "rtf", "mhtml", "webarchive", "epub",
  ]

  /// Where the table of a folder would stand.
  static func tablePath(in folder: String) -> String {
    join(folder, SourcesTable.fileName)
  }

  private let path: String
  private let context: CommandContext

  init(_ path: String, _ context: CommandContext) {
    self.path = path
    self.context = context
  }

  /// The reports by name.
  ///
  /// - Throws: ``CommandError`` for a folder without texts, and for a sources.tsv with mistakes.
  func sources() throws -> [ReportSource] {
    let (files, folders) = try FolderListing.contents(of: path, in: context.folder)
    let described = try files.contains(SourcesTable.fileName) ? rows() : [:]
    let texts = files.filter { $0 != SourcesTable.fileName && isText($0) }
    let names = Set(texts).union(described.keys).sorted()
    guard !names.isEmpty else { throw noTexts(folders: folders) }
    try warnOfOthers(files.filter { described[$0] == nil })
    return names.map { name in
      let row = described[name]
      return ReportSource(
        path: join(name), outlet: row?.outlet, language: row?.language, date: row?.date,
        isNamed: row != nil)
    }
  }

  private func isText(_ name: String) -> Bool {
    Self.textExtensions.contains(FileName(name).fileExtension) || ReportLines.isNamed(name)
  }

  private func rows() throws -> [String: SourcesTable.Row] {
    let table = Self.tablePath(in: path)
    let rows: [SourcesTable.Row]
    do {
      rows = try SourcesTable(path: table, contents: context.read(table)).rows
    } catch let failure as SourcesTable.Failure {
      throw CommandError(failure.description)
    }
    for row in rows {
      do {
        try InputFile.check(join(row.file), in: context.folder)
      } catch let error as CommandError {
        throw CommandError("\(table):\(row.line): \(error.message)")
      }
    }
    return Dictionary(rows.map { ($0.file, $0) }) { first, _ in first }
  }

  private func noTexts(folders: [String]) -> CommandError {
    var notes = [
      "reports are files ending in .txt, .md, .html or .jsonl, or those that sources.tsv names"
    ]
    if let first = folders.first {
      notes.append("folders in it are not searched; name them: --sources \(quoted(join(first)))")
    }
    return CommandError("no texts in the folder \(quoted(path))", notes: notes)
  }

  private func warnOfOthers(_ files: [String]) throws {
    let others = files.filter { Self.otherTextExtensions.contains(FileName($0).fileExtension) }
    guard let first = others.first, !context.isQuiet else { return }
    let more = others.count == 1 ? "" : " and \(others.count - 1) more"
    try context.warn(
      "passed over \(quoted(join(first)))\(more): not read here",
      notes: ["save what is a report as .html, or as .txt in UTF-8"])
  }

  private func join(_ name: String) -> String {
    Self.join(path, name)
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

/// The parts of a file's name.
struct FileName {
  /// Without the folder and the extension.
  let stem: String
  /// In lower case, without the dot; empty when there is none.
  let fileExtension: String

  init(_ path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      stem = String(name)
      fileExtension = ""
      return
    }
    stem = String(name[..<dot])
    fileExtension = name[name.index(after: dot)...].lowercased()
  }
}
