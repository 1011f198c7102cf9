/// What can be wrong with an index of reports; every case says which file and what to do.
public enum ReportIndexError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  /// The file is something else, and is never written over.
  case notAnIndex(path: String)
  case wrongVersion(path: String, found: UInt32, expected: UInt32)
  case truncated(path: String)
  case damaged(path: String, what: String)
  /// Its vectors were computed by another model.
  case otherModel(path: String)
  case tooLarge(path: String, report: String)

  public var description: String {
    let again = "give --sources to build it again"
    switch self {
    case .unreadable(let path, let reason):
      return "cannot read the index '\(path)': \(reason)"
    case .notAnIndex(let path):
      return "\(path): not an index of reports; name another file with --index"
    case .wrongVersion(let path, let found, let expected):
      return "\(path): index version \(found), but this Bitesto reads version \(expected); \(again)"
    case .truncated(let path):
      return "\(path): the index is cut off; \(again)"
    case .damaged(let path, let what):
      return "\(path): the index is damaged: \(what); \(again)"
    case .otherModel(let path):
      return "\(path): the index was built with another model; \(again)"
    case .tooLarge(let path, let report):
      return "\(path): '\(report)' has more than 4 GB, which an index cannot hold"
    }
  }

  /// Whether the file is an index, though one that cannot be used.
  public var isOfAnIndex: Bool {
    switch self {
    case .wrongVersion, .truncated, .damaged, .otherModel: true
    case .unreadable, .notAnIndex, .tooLarge: false
    }
  }
}
