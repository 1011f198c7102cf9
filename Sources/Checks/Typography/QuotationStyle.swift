/// The quotation marks of a house; inside a quotation any others will do.
public enum QuotationStyle: String, CaseIterable, Sendable {
  /// «…»
  case guillemets
  /// “…”
  case curly
  /// "…"
  case straight

  public var opening: String {
    switch self {
    case .guillemets: "«"
    case .curly: "“"
    case .straight: "\""
    }
  }

  public var closing: String {
    switch self {
    case .guillemets: "»"
    case .curly: "”"
    case .straight: "\""
    }
  }
}
