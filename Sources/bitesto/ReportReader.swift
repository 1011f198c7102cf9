import BitestoAlignment
import BitestoCommandLayer
import BitestoFormats
import BitestoText

/// Reads the reports that `--sources` names: files, folders of files, JSON Lines.
struct ReportReader {
  /// Problems that one message lists; with more, it says how many.
  private static let listed = 10

  private let context: CommandContext
  private let input: TextInput

  init(_ context: CommandContext) {
    self.context = context
    input = TextInput(context)
  }

  /// What is wrong with reports, gathered so that all is said at once.
  struct Findings {
    /// Why reports cannot be used.
    var problems: [String] = []
    /// Files that hold none.
    var passedOver: [String] = []
  }

  /// The reports in the order given; within a folder by name; each file once, and never the article.
  ///
  /// - Throws: ``CommandError`` with all files that cannot be used, and when no report is left.
  func reports(
    _ paths: [String], except article: String, progress: ProgressLine
  ) throws -> [Report] {
    let sources = try sources(paths, except: article)
    var reports: [Report] = []
    var findings = Findings()
    for (index, source) in sources.enumerated() {
      progress.update("Reading reports", done: index, total: sources.count)
      reports += try self.reports(of: source, &findings)
    }
    progress.clear()
    try check(findings)
    try report(
      findings, italian: reports.map(\.document).filter { $0.language == .italian }.map(\.path))
    guard !reports.isEmpty else { throw CommandError("there is no text in the reports") }
    return reports
  }

  /// The reports of a file; what is wrong with it is among the findings.
  func reports(of source: ReportSource, _ findings: inout Findings) throws -> [Report] {
    guard let contents = try contents(of: source, &findings) else { return [] }
    return try reports(of: source, contents, &findings)
  }

  /// The bytes of a file; nil when it cannot be read.
  func contents(of source: ReportSource, _ findings: inout Findings) throws -> [UInt8]? {
    do {
      return try source.contents ?? context.read(source.path)
    } catch let error as CommandError {
      findings.problems.append(error.message)
      return nil
    }
  }

  /// The reports of a file that has been read.
  func reports(
    of source: ReportSource, _ contents: [UInt8], _ findings: inout Findings
  ) throws -> [Report] {
    do {
      if ReportLines.isNamed(source.path) { return try lines(of: source.path, contents) }
      if isOwnPage(source, contents) {
        findings.passedOver.append(
          "\(source.path): it is a page that Bitesto wrote; passed over")
      } else if let report = try report(source, contents) {
        return [report]
      } else {
        findings.passedOver.append("\(source.path): there is no text in it; passed over")
      }
    } catch let error as CommandError {
      findings.problems.append(error.message)
    } catch let error as ReportLines.Failure {
      findings.problems += error.problems
    }
    return []
  }

  /// - Throws: ``CommandError`` with all that is wrong.
  func check(_ findings: Findings) throws {
    if let error = error(findings.problems) { throw error }
  }

  /// Says what is odd about the reports.
  ///
  /// - Parameter italian: the paths of those that are in Italian.
  func report(_ findings: Findings, italian: [String]) throws {
    guard !context.isQuiet else { return }
    for warning in findings.passedOver { try context.warn(warning) }
    try warnOfItalian(italian)
  }

  /// The files to read. A file that is named twice is read once, as what a sources.tsv says of it.
  ///
  /// - Throws: ``CommandError`` when there is none, and for folders that cannot be used.
  func sources(_ paths: [String], except article: String) throws -> [ReportSource] {
    var sources: [ReportSource] = []
    var places: [InputFile.Identity: Int] = [:]
    let articleIdentity = InputFile.Identity(article, in: context.folder)
    for path in paths {
      let isFolder = path != "-" && FolderListing.isFolder(path, in: context.folder)
      let found =
        try isFolder
        ? ReportFolder(path, context).sources() : [ReportSource(path: path, isNamed: true)]
      for source in found {
        let identity =
          source.path == "-" ? nil : InputFile.Identity(source.path, in: context.folder)
        if let identity, identity == articleIdentity { continue }
        guard let identity, let earlier = places[identity] else {
          if let identity { places[identity] = sources.count }
          sources.append(source)
          continue
        }
        if sources[earlier].outlet == nil { sources[earlier].outlet = source.outlet }
        if sources[earlier].language == nil { sources[earlier].language = source.language }
        if sources[earlier].date == nil { sources[earlier].date = source.date }
      }
    }
    guard !sources.isEmpty else {
      throw CommandError(
        "there is no report beside the article itself", notes: ["name others with --sources"])
    }
    return sources
  }

  /// Whether a file that only its folder led to is a page to review an earlier result.
  private func isOwnPage(_ source: ReportSource, _ contents: [UInt8]) -> Bool {
    !source.isNamed && HTMLPage.begins(contents)
      && contents.prefix(1 << 11).firstRange(of: BitextFormat.htmlGenerator.utf8) != nil
  }

  /// A report; nil for a file without text that only its folder led to.
  private func report(_ source: ReportSource, _ contents: [UInt8]) throws -> Report? {
    let document: Document
    do throws(DocumentError) {
      document = try input.read(source.path, contents: contents, language: source.language)
    } catch {
      if !source.isNamed, Self.isLackOfText(error) { return nil }
      throw TextInput.commandError(error, source.path)
    }
    let outlet = source.outlet ?? FileName(source.path).stem
    return Report(document: document, outlet: outlet, date: source.date)
  }

  private static func isLackOfText(_ error: DocumentError) -> Bool {
    switch error {
    case .empty, .emptyPage: true
    default: false
    }
  }

  private func lines(of path: String, _ contents: [UInt8]) throws -> [Report] {
    try ReportLines(path: path, contents: contents).reports { path, text, language in
      try input.plainDocument(path, contents: text, language: language)
    }
  }

  private func error(_ problems: [String]) -> CommandError? {
    guard let first = problems.first else { return nil }
    guard problems.count > 1 else { return CommandError(first) }
    let rest = problems.count - Self.listed
    return CommandError(
      "\(problems.count) reports cannot be used",
      notes: problems.prefix(Self.listed).map { "  " + $0 }
        + (rest > 0 ? ["  and \(rest) more"] : []))
  }

  private func warnOfItalian(_ italian: [String]) throws {
    guard let first = italian.first else { return }
    let others = italian.count - 1
    try context.warn(
      others == 0
        ? "\(quoted(first)) looks Italian; sources should be English"
        : "\(quoted(first)) and \(others) more look Italian; sources should be English")
  }
}

/// A file to read, and what is known about it.
struct ReportSource {
  var path: String
  var outlet: String?
  var language: Language?
  var date: String?
  /// Whether the command line or a sources.tsv names the file.
  var isNamed = false
  /// What has been read already.
  var contents: [UInt8]?
}
