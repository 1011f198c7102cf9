/// Minimizes a smooth function by limited-memory BFGS (Liu and Nocedal 1989) with backtracking.
struct QuasiNewton {
  private static let memory = 8
  var rounds = 80
  /// Ends when the function falls by less than this share of itself.
  var tolerance = 1e-5

  func minimum(
    from start: [Double], of function: ([Double]) -> (value: Double, gradient: [Double])
  ) -> [Double] {
    var point = start
    var (value, gradient) = function(point)
    var steps: [(step: [Double], change: [Double])] = []
    for _ in 0..<rounds {
      let direction = Self.direction(gradient, steps)
      let slope = Self.dot(direction, gradient)
      var length = steps.isEmpty ? 1 / max(1, Self.dot(gradient, gradient).squareRoot()) : 1
      var next = (point: point, value: value, gradient: gradient)
      var isLower = false
      for _ in 0..<20 {
        next.point = zip(point, direction).map { $0 + length * $1 }
        (next.value, next.gradient) = function(next.point)
        isLower = next.value <= value + 1e-4 * length * slope
        if isLower { break }
        length /= 2
      }
      guard isLower else { break }
      let step = zip(next.point, point).map { $0 - $1 }
      let change = zip(next.gradient, gradient).map { $0 - $1 }
      if Self.dot(step, change) > 1e-12 { steps.append((step, change)) }
      if steps.count > Self.memory { steps.removeFirst() }
      let fall = value - next.value
      (point, value, gradient) = next
      if fall < tolerance * max(1, abs(value)) { break }
    }
    return point
  }

  /// The gradient times the approximate inverse Hessian, downward (two-loop recursion).
  private static func direction(
    _ gradient: [Double], _ steps: [(step: [Double], change: [Double])]
  ) -> [Double] {
    var direction = gradient.map { -$0 }
    var shares: [Double] = []
    for (step, change) in steps.reversed() {
      let share = dot(step, direction) / dot(step, change)
      shares.append(share)
      direction = zip(direction, change).map { $0 - share * $1 }
    }
    if let (step, change) = steps.last {
      let scale = dot(step, change) / dot(change, change)
      direction = direction.map { scale * $0 }
    }
    for ((step, change), share) in zip(steps, shares.reversed()) {
      let correction = share - dot(change, direction) / dot(step, change)
      direction = zip(direction, step).map { $0 + correction * $1 }
    }
    return direction
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
