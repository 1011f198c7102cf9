import BitestoCommandLayer
import BitestoMemory

extension UnitLosses {
  /// What a command says about them, a line each.
  var lines: [String] {
    units.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { reason, number in
      "left out \(count(number, "unit")): \(reason)"
    }
      + Part.allCases.compactMap { part in
        parts[part.rawValue].map { "not in the output, of \(count($0, "unit")): \(part.rawValue)" }
      }
  }
}
