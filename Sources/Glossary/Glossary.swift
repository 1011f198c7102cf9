import BitestoSuggestion

/// The entries of one or more glossary files, ready to be asked.
public struct Glossary: Sendable {
  /// In the order of the files.
  public let entries: [Entry]
  private let indices: [String: Int]

  public static let empty = Glossary()

  private init() {
    entries = []
    indices = [:]
  }

  /// Joins files, in which every id must be unique and every relation must find its entry.
  ///
  /// - Throws: ``GlossaryError`` with every conflict between the files.
  public init(files: [GlossaryFile]) throws(GlossaryError) {
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    var places: [(path: String, line: Int)] = []
    var issues: [GlossaryIssue] = []
    for file in files {
      for entry in file.entries {
        let line = file.line(of: entry.id) ?? 1
        if let first = indices[entry.id] {
          issues.append(
            GlossaryIssue(
              path: file.path, line: line,
              message: "id '\(entry.id)' is already used at \(places[first].path):"
                + "\(places[first].line); join the two entries or rename one"))
          continue
        }
        indices[entry.id] = entries.count
        entries.append(entry)
        places.append((file.path, line))
      }
    }
    let ids = Array(indices.keys)
    for (entry, place) in zip(entries, places) {
      for relation in entry.relations where indices[relation.target] == nil {
        issues.append(
          GlossaryIssue(
            path: place.path, line: place.line,
            message: "relation '\(relation.kind.rawValue):\(relation.target)' of '\(entry.id)' "
              + "leads nowhere: no glossary has that id" + didYouMean(relation.target, among: ids)))
      }
    }
    guard issues.isEmpty else { throw GlossaryError(issues: issues) }
    self.entries = entries
    self.indices = indices
  }

  /// The position of an entry in ``entries``. O(1).
  public func index(of id: String) -> Int? { indices[id] }

  public subscript(id: String) -> Entry? { indices[id].map { entries[$0] } }
}
