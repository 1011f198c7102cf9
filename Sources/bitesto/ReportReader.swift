import BitestoAlignment
import BitestoCommandLayer
import BitestoFormats
import BitestoText
import Foundation

/// Reads the reports that `--sources` names: files, folders of files, JSON Lines.
struct ReportReader {
  /// File name extensions of texts; a folder's other files are passed over.
  private static let textExtensions: Set<String> = ["txt", "text", "md"]
  private static let linesExtensions: Set<String> = ["jsonl", "ndjson"]

  private let context: CommandContext
  private let input: TextInput

  init(_ context: CommandContext) {
    self.context = context
    input = TextInput(context)
  }

  /// The reports in the order given; within a folder by name.
  ///
  /// - Throws: ``CommandError`` for a file that cannot be used and for a folder without texts.
  func reports(_ paths: [String], progress: ProgressLine) throws -> [Report] {
    var sources: [Source] = []
    for path in paths {
      sources += try isFolder(path) ? folder(path) : [Source(path: path)]
    }
    var reports: [Report] = []
    for (index, source) in sources.enumerated() {
      progress.update("Reading reports", done: index, total: sources.count)
      if Self.linesExtensions.contains(pathExtension(source.path)) {
        reports += try lines(source.path)
      } else {
        let document = try input.document(
          source.path, contents: context.read(source.path), language: source.language)
        reports.append(
          Report(
            document: document, outlet: source.outlet ?? stem(source.path), date: source.date))
      }
    }
    progress.finish()
    return reports
  }

  private struct Source {
    var path: String
    var outlet: String?
    var language: Language?
    var date: String?
  }

  private func folder(_ path: String) throws -> [Source] {
    let names = FolderListing.names(in: resolved(path)).sorted()
    var described: [String: SourcesTable.Row] = [:]
    if names.contains(SourcesTable.fileName) {
      let table = join(path, SourcesTable.fileName)
      let rows: [SourcesTable.Row]
      do {
        rows = try SourcesTable(path: table, contents: context.read(table)).rows
      } catch let failure as SourcesTable.Failure {
        throw CommandError(failure.description)
      }
      for row in rows {
        guard names.contains(row.file) else {
          throw CommandError(
            "\(table) names \(quoted(row.file)), but there is no such file in \(quoted(path))")
        }
        described[row.file] = row
      }
    }
    let files = names.filter { name in
      described[name] != nil
        || (name != SourcesTable.fileName
          && Self.textExtensions.union(Self.linesExtensions).contains(pathExtension(name)))
    }
    guard !files.isEmpty else {
      throw CommandError(
        "no texts in the folder \(quoted(path))",
        notes: ["reports are files ending in .txt, .md or .jsonl, or those that sources.tsv names"])
    }
    return files.map { name in
      let row = described[name]
      return Source(
        path: join(path, name), outlet: row?.outlet, language: row?.language, date: row?.date)
    }
  }

  /// One report a line: {"id", "outlet", "date", "language", "text"}, of which only text must be there.
  private func lines(_ path: String) throws -> [Report] {
    var reports: [Report] = []
    for (index, line) in try context.read(path).split(separator: 0x0A).enumerated() {
      guard
        let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
        let text = object["text"] as? String
      else {
        throw CommandError(
          "\(path):\(index + 1): not a report; expected a JSON object with a member \"text\"")
      }
      let document = try input.document(
        "\(path)#\(object["id"] as? String ?? String(index + 1))", contents: Array(text.utf8),
        language: (object["language"] as? String).map(Language.init(rawValue:)))
      reports.append(
        Report(
          document: document, outlet: object["outlet"] as? String, date: object["date"] as? String))
    }
    return reports
  }

  private func resolved(_ path: String) -> String {
    path.hasPrefix("/") ? path : context.folder + "/" + path
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: resolved(path), isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private func pathExtension(_ path: String) -> String {
    (path as NSString).pathExtension.lowercased()
  }

  private func stem(_ path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }
}
