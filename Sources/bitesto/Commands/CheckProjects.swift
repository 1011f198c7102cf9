import BitestoChecks
import BitestoCommandLayer
import BitestoGlossary
import BitestoText
import Foundation

/// What texts of one project are checked with.
struct CheckPlan {
  var checker: TextChecker
  /// Where the known findings stand, if somewhere.
  var baselinePath: String?
}

/// Finds the project that a text belongs to, and makes of it and the options what the text is
/// checked with.
struct CheckProjects {
  private let context: CommandContext
  private var plans: [String?: CheckPlan] = [:]
  /// By folder.
  private var found: [String: String?] = [:]

  init(_ context: CommandContext) {
    self.context = context
  }

  /// The path of the project file that is about a text; nil when there is none.
  mutating func project(of path: String) -> String? {
    if let given = context.arguments.text(CheckParameters.project) { return given }
    if context.arguments.isGiven(CheckParameters.noProject) { return nil }
    let folder = path == "-" ? "" : (path as NSString).deletingLastPathComponent
    if let known = found[folder] { return known }
    let project = search(from: folder)
    found[folder] = .some(project)
    return project
  }

  /// In a folder and those above it, up to the one with `.git`.
  private func search(from folder: String) -> String? {
    let files = FileManager.default
    var shown = folder
    var location = (absolute(folder) as NSString).standardizingPath
    while true {
      if files.fileExists(atPath: location + "/" + CheckProject.fileName) {
        return shown.isEmpty ? CheckProject.fileName : shown + "/" + CheckProject.fileName
      }
      let parent = (location as NSString).deletingLastPathComponent
      if files.fileExists(atPath: location + "/.git") || parent == location || parent.isEmpty {
        return nil
      }
      // Named as the text is, while that is possible.
      shown =
        shown.isEmpty || shown.hasSuffix("..") || shown == "."
        ? parent : (shown as NSString).deletingLastPathComponent
      location = parent
    }
  }

  /// What the texts of a project are checked with.
  ///
  /// - Throws: ``CommandError`` for files that can't be read and for options that mean nothing.
  mutating func plan(_ project: String?) throws -> CheckPlan {
    if let plan = plans[project] { return plan }
    let plan = try makePlan(project.map(read))
    plans[project] = plan
    return plan
  }

  private func read(_ path: String) throws -> CheckProject {
    let bytes = try context.read(path)
    do throws(SettingsError) {
      return try CheckProject(path: path, bytes: bytes)
    } catch {
      throw CommandError(error.description)
    }
  }

  private func makePlan(_ project: CheckProject?) throws -> CheckPlan {
    let arguments = context.arguments
    let beside = { (path: String) in Self.path(path, beside: project?.path ?? "") }
    let glossary = try glossary(project?.glossaries.map(beside) ?? [])
    var settings = project?.settings ?? CheckSettings()
    if let style = arguments.text(CheckParameters.style) {
      settings.style = Style(rawValue: style)
    }
    try check(settings.style, glossary, project)
    settings.quotationMarks =
      try arguments.choice(CheckParameters.quotationMarks, as: QuotationStyle.self)
      ?? settings.quotationMarks
    settings.severities = try CheckSeverities(arguments: arguments)
      .applied(to: settings.severities)
    return CheckPlan(
      checker: TextChecker(glossary, settings: settings),
      baselinePath: arguments.text(CheckParameters.baseline) ?? project?.baseline.map(beside))
  }

  private func glossary(_ paths: [String]) throws -> Glossary {
    do {
      return try Glossary(
        addingToBuiltIn: (paths + context.arguments.texts(OptionDescription.glossary)).map { path in
          try GlossaryFile(path: path, bytes: context.read(path))
        })
    } catch let error as GlossaryError {
      throw CommandError(error)
    }
  }

  /// - Throws: ``CommandError`` for a style that no form has.
  private func check(_ style: Style?, _ glossary: Glossary, _ project: CheckProject?) throws {
    let place =
      context.arguments.isGiven(CheckParameters.style)
      ? "" : project.map { "\($0.path):\($0.styleLine): " } ?? ""
    try style?.check(in: glossary, place: place)
  }

  // MARK: Paths

  /// A path that a file names, as the command line would.
  private static func path(_ path: String, beside file: String) -> String {
    let folder = (file as NSString).deletingLastPathComponent
    return path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)"
  }

  private func absolute(_ path: String) -> String {
    let folder =
      context.folder.hasPrefix("/")
      ? context.folder : FileManager.default.currentDirectoryPath + "/" + context.folder
    return path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// How a baseline names texts: relative to its own folder where they are below it.
  func naming(ofBaselineAt path: String) -> @Sendable (String) -> String {
    let folder =
      ((absolute(path) as NSString).deletingLastPathComponent as NSString).standardizingPath
    let absolute = self.absolute
    return { text in
      guard text != "-" else { return text }
      let location = (absolute(text) as NSString).standardizingPath
      return location.hasPrefix(folder + "/") ? String(location.dropFirst(folder.count + 1)) : text
    }
  }
}
