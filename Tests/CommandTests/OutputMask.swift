/// What of an output is not compared.
enum OutputMask: String {
  /// Confidences, which change whenever the weights are fitted anew: "0.9834" is "0.…", " 98 %" is
  /// " … %".
  case figures

  func applied(to text: String) -> String {
    switch self {
    case .figures:
      text.replacing(/\b(0\.\d+|1\.0)\b/, with: "0.…").replacing(/\ +\d+\ %/, with: " … %")
    }
  }
}
