/// A number with at most four decimals and at least one, never with an exponent: "0.98", "1.0".
package func shortDecimal(_ value: Double) -> String {
  let scaled = Int((min(max(value, -1e6), 1e6) * 10_000).rounded())
  let digits = String(scaled.magnitude % 10_000)
  var fraction = String(repeating: "0", count: 4 - digits.count) + digits
  while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
  return (scaled < 0 ? "-" : "") + "\(scaled.magnitude / 10_000).\(fraction)"
}
