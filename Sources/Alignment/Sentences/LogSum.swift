import Foundation

/// log(exp(a) + exp(b)), without leaving the range of the type.
func logSum(_ a: Double, _ b: Double) -> Double {
  let (high, low) = a > b ? (a, b) : (b, a)
  return high - low > 30 ? high : high + log1p(exp(low - high))
}
