/// What can be wrong with a model file; every case says which file and what to do.
public enum ModelError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case notAModel(path: String)
  case wrongVersion(path: String, found: UInt32, expected: UInt32)
  case truncated(path: String, expected: UInt64, found: Int)
  case damaged(path: String)
  case malformed(path: String, what: String)

  public var description: String {
    let again = "make it again with Sources/EmbeddingModel/build_model.py"
    switch self {
    case .unreadable(let path, let reason):
      return "\(path): cannot read the model: \(reason)"
    case .notAModel(let path):
      return "\(path): not a Bitesto model file; \(again)"
    case .wrongVersion(let path, let found, let expected):
      return "\(path): model version \(found), but this Bitesto reads version \(expected); \(again)"
    case .truncated(let path, let expected, let found):
      return
        "\(path): the model has \(found) bytes instead of \(expected); copy it again or \(again)"
    case .damaged(let path):
      return "\(path): the model's checksum does not match; copy it again or \(again)"
    case .malformed(let path, let what):
      return "\(path): malformed model: \(what); \(again)"
    }
  }
}
