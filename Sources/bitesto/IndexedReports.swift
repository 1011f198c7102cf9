import BitestoAlignment
import BitestoCommandLayer
import BitestoEmbedding
import BitestoText
import Foundation

/// The index that `--index` names: opened, or made from the reports of `--sources`.
struct IndexedReports {
  /// A file written less than this before it was read may change again without a later time of change.
  private static let freshness: Int64 = 1_000_000_000

  let context: CommandContext
  /// As the user named it.
  let path: String
  let encoder: Encoder

  /// What is done with a file of reports.
  private enum Step {
    /// Take over what the older index has of it: the number of a file there.
    case keep(IndexedFile, Int)
    case read
  }

  /// The index as it is.
  ///
  /// - Throws: ``CommandError`` that says why it cannot be used.
  func open() throws -> ReportIndex {
    try InputFile.check(path, in: context.folder)
    do throws(ReportIndexError) {
      return try ReportIndex(
        contentsOf: resolved(path, in: context.folder), named: path, encoder: encoder)
    } catch {
      throw CommandError(error.description)
    }
  }

  /// The index of just these reports: the one that is there, or a new one in its place, which takes over
  /// what has not changed.
  ///
  /// - Throws: ``CommandError`` for reports that cannot be used, and for a file that is no index.
  func update(
    from paths: [String], except article: String, progress: ProgressLine
  ) throws -> ReportIndex {
    let reader = ReportReader(context)
    var sources = try reader.sources(paths, except: article)
    // It can be read only once.
    for index in sources.indices where sources[index].path == "-" {
      sources[index].contents = try context.read("-")
    }
    var older = try existing()
    var findings = ReportReader.Findings()
    var steps = try steps(for: sources, older, reader, &findings, progress)
    if let index = older, isCurrent(index, sources, steps) {
      progress.clear()
      try reader.report(findings, italian: italian(in: index))
      return index
    }
    do throws(ReportIndexError) {
      if steps.contains(where: { if case .keep = $0 { true } else { false } }) {
        try older?.checkAll()
      }
    } catch {
      try warn(error)
      older = nil
      steps = sources.map { _ in .read }
    }
    try AtomicFile.check(path, in: context.folder)
    try context.write(to: path) { output in
      var writer = try ReportIndexWriter(named: path, encoder: encoder) {
        try output.write($0)
      }
      for (index, (source, step)) in zip(sources, steps).enumerated() {
        progress.update("Indexing reports", done: index, total: sources.count)
        do {
          try add(source, step, older, to: &writer, reader, &findings)
        } catch let error as ReportIndexError {
          throw CommandError(error.description)
        }
      }
      progress.clear()
      try reader.check(findings)
      guard writer.count > 0 else { throw CommandError("there is no text in the reports") }
      try writer.finish()
    }
    let index = try open()
    try reader.report(findings, italian: italian(in: index))
    return index
  }

  /// The index that is there; nil when there is none, or one that has to be built again.
  private func existing() throws -> ReportIndex? {
    guard InputFile.Identity(path, in: context.folder) != nil else { return nil }
    if FolderListing.isFolder(path, in: context.folder) {
      throw CommandError("the index \(quoted(path)) is a folder", notes: ["name a file in it"])
    }
    do throws(ReportIndexError) {
      return try ReportIndex(
        contentsOf: resolved(path, in: context.folder), named: path, encoder: encoder)
    } catch {
      guard error.isOfAnIndex else { throw CommandError(error.description) }
      try warn(error)
      return nil
    }
  }

  private func warn(_ error: ReportIndexError) throws {
    guard !context.isQuiet else { return }
    switch error {
    case .damaged, .truncated:
      try context.warn("the index \(quoted(path)) was damaged; it is built again from all reports")
    default: break
    }
  }

  /// Looks for every file in the older index, by its path or its contents.
  private func steps(
    for sources: [ReportSource], _ older: ReportIndex?, _ reader: ReportReader,
    _ findings: inout ReportReader.Findings, _ progress: ProgressLine
  ) throws -> [Step] {
    guard let older else { return sources.map { _ in .read } }
    let places = Dictionary(
      zip(older.files.map(\.path), 0...), uniquingKeysWith: { first, _ in first })
    let copies = Dictionary(
      zip(older.files.map(\.contents), 0...), uniquingKeysWith: { first, _ in first })
    return try sources.enumerated().map { index, source in
      progress.update("Looking for changes", done: index, total: sources.count)
      let status = source.path == "-" ? nil : InputFile.Status(source.path, in: context.folder)
      let place = places[source.path]
      if let status, let place, status.modified != 0,
        older.files[place].hasStatus(status, language: source.language)
      {
        return try kept(older.files[place], place, of: older, source, reader, &findings)
      }
      guard let contents = try? source.contents ?? context.read(source.path) else {
        return .read
      }
      let file = file(source, contents, status)
      if let place = place.flatMap({ older.files[$0].contents == file.contents ? $0 : nil })
        ?? copies[file.contents]
      {
        return try kept(file, place, of: older, source, reader, &findings)
      }
      return .read
    }
  }

  /// A file without reports is read again, for the warnings.
  private func kept(
    _ file: IndexedFile, _ place: Int, of older: ReportIndex, _ source: ReportSource,
    _ reader: ReportReader, _ findings: inout ReportReader.Findings
  ) throws -> Step {
    if older.reports(ofFile: place).isEmpty {
      _ = try reader.reports(of: source, &findings)
    }
    return .keep(file, place)
  }

  private func file(
    _ source: ReportSource, _ contents: [UInt8], _ status: InputFile.Status?
  ) -> IndexedFile {
    let now = Int64(Date().timeIntervalSince1970 * 1e9)
    let modified = status.map(\.modified) ?? 0
    return IndexedFile(
      path: source.path, language: source.language, size: UInt64(contents.count),
      modified: now - modified >= Self.freshness ? modified : 0,
      checksum: IndexedFile.checksum(of: contents))
  }

  /// Whether an index has just these files, in this order, with the outlets and dates of today.
  private func isCurrent(
    _ index: ReportIndex, _ sources: [ReportSource], _ steps: [Step]
  ) -> Bool {
    guard index.files.count == sources.count else { return false }
    return zip(sources, steps).enumerated().allSatisfy { number, item in
      let (source, step) = item
      guard case .keep(_, number) = step, index.files[number].path == source.path else {
        return false
      }
      return index.reports(ofFile: number).allSatisfy { report in
        let credit = credit(source, report, of: index)
        return credit.outlet == index.outlet(of: report) && credit.date == index.date(of: report)
      }
    }
  }

  /// Who published a report of an index and when, as its source has it; JSON Lines say so themselves.
  private func credit(
    _ source: ReportSource, _ report: Int, of index: ReportIndex
  ) -> (outlet: String?, date: String?) {
    ReportLines.isNamed(source.path)
      ? (index.outlet(of: report), index.date(of: report))
      : (source.outlet ?? FileName(source.path).stem, source.date)
  }

  private func add(
    _ source: ReportSource, _ step: Step, _ older: ReportIndex?, to writer: inout ReportIndexWriter,
    _ reader: ReportReader, _ findings: inout ReportReader.Findings
  ) throws {
    switch step {
    case .keep(let file, let number):
      guard let older else { return }
      try writer.add(file, number: number, of: older) { credit(source, $0, of: older) }
    case .read:
      let status = source.path == "-" ? nil : InputFile.Status(source.path, in: context.folder)
      guard let contents = try reader.contents(of: source, &findings) else { return }
      let reports = try reader.reports(of: source, contents, &findings)
      guard findings.problems.isEmpty else { return }
      try writer.add(file(source, contents, status), reports: reports)
    }
  }

  private func italian(in index: ReportIndex) -> [String] {
    (0..<index.count).filter { index.language(of: $0) == .italian }.map(index.path)
  }
}

extension IndexedFile {
  /// What makes two files give the same reports.
  fileprivate struct Contents: Hashable {
    var language: Language?
    var size: UInt64
    var checksum: UInt32
    /// Files with other names may be read in other ways.
    var kind: String
  }

  fileprivate var contents: Contents {
    Contents(
      language: language, size: size, checksum: checksum, kind: FileName(path).fileExtension)
  }

  fileprivate func hasStatus(_ status: InputFile.Status, language: Language?) -> Bool {
    self.language == language && size == status.size && modified == status.modified
  }
}
