/// A regular expression as steps that a small machine runs over UTF-16 code units, forward from a
/// place or backward from it.
///
/// The machine answers what it can for itself and leaves the rest to ICU; it saves ICU's some
/// microseconds a call for nearly all calls.
struct RegexProgram: Sendable {
  enum Direction {
    case forward, backward
  }

  private enum Step {
    case unit(Int)
    /// Both ways are open; the first is tried first.
    case split(Int, Int)
    case jump(Int)
    case boundary(isNegated: Bool)
    case look(Int, isNegated: Bool)
    case textStart, textEnd
    case assertion, unknown, match
  }

  private static let mostSteps = 4_000
  /// After that many steps ICU takes over, which cannot be led into the same thicket: it is stopped
  /// by the clock (``SRXExpression``).
  private static let mostWork = 2_000
  /// Tries within tries, each of which takes room on the stack.
  private static let deepest = 250

  let direction: Direction
  private var steps: [Step] = []
  private var sets: [UnitSet] = []
  /// The same sets for ASCII alone, which is nearly all that is asked.
  private var asciiSets: [(set: ASCIISet, isKnown: Bool)] = []
  private var looks: [RegexProgram] = []

  init(_ node: RegexNode, _ direction: Direction) {
    self.direction = direction
    add(node)
    steps.append(.match)
    if steps.count > Self.mostSteps { steps = [.unknown] }
  }

  private mutating func add(_ node: RegexNode) {
    guard steps.count <= Self.mostSteps else { return }
    switch node {
    case .unit(let set):
      steps.append(.unit(sets.count))
      sets.append(set)
      asciiSets.append((set.ascii, set.contains(0x20) != .unknown))
    case .sequence(let parts):
      for part in direction == .forward ? parts : parts.reversed() { add(part) }
    case .choice(let parts):
      var jumps: [Int] = []
      for (number, part) in parts.enumerated() {
        let split = steps.count
        if number < parts.count - 1 { steps.append(.jump(0)) }
        add(part)
        if number < parts.count - 1 {
          jumps.append(steps.count)
          steps.append(.jump(0))
          steps[split] = .split(split + 1, steps.count)
        }
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .repeated(let part, let least, let most):
      addRepeated(part, least: least, most: most)
    case .boundary(let isNegated): steps.append(.boundary(isNegated: isNegated))
    case .look(let part, let isAhead, let isNegated):
      steps.append(.look(looks.count, isNegated: isNegated))
      looks.append(RegexProgram(part, isAhead ? .forward : .backward))
    case .textStart: steps.append(.textStart)
    case .textEnd: steps.append(.textEnd)
    case .assertion: steps.append(.assertion)
    case .unknown: steps.append(.unknown)
    }
  }

  private mutating func addRepeated(_ part: RegexNode, least: Int, most: Int?) {
    for _ in 0..<least {
      let count = steps.count
      add(part)
      // Nothing to repeat, or more than is kept.
      if steps.count == count { break }
    }
    if let most {
      var splits: [Int] = []
      for _ in least..<max(most, least) {
        if steps.count > Self.mostSteps { break }
        splits.append(steps.count)
        steps.append(.jump(0))
        add(part)
      }
      for split in splits { steps[split] = .split(steps.count, split + 1) }
    } else {
      let split = steps.count
      steps.append(.jump(0))
      add(part)
      steps.append(.jump(split))
      steps[split] = .split(steps.count, split + 1)
    }
  }

  /// Whether a match ends (backward) or starts (forward) at `place`. At most ``mostWork`` steps.
  func answer(_ text: UnitText, at place: Int) -> Answer {
    var work = Self.mostWork
    return steps.withUnsafeBufferPointer { steps in
      run(steps, from: 0, text, place, isDoubtful: false, depth: 0, &work)
    }
  }

  private func run(
    _ steps: UnsafeBufferPointer<Step>, from start: Int, _ text: UnitText, _ place: Int,
    isDoubtful: Bool, depth: Int, _ work: inout Int
  ) -> Answer {
    var (step, place, isDoubtful) = (start, place, isDoubtful)
    var isUnknown = false
    while true {
      work -= 1
      if work < 0 || depth > Self.deepest { return .unknown }
      switch steps[step] {
      case .unit(let set):
        let unit: UInt16
        if direction == .forward {
          guard place < text.upperLimit else { return isUnknown ? .unknown : .no }
          unit = text.units[place]
          place += 1
        } else {
          guard place > text.lowerLimit else { return isUnknown ? .unknown : .no }
          place -= 1
          unit = text.units[place]
        }
        if unit < 128, asciiSets[set].isKnown {
          guard asciiSets[set].set.mayContain(unit) else { return isUnknown ? .unknown : .no }
          step += 1
          continue
        }
        switch sets[set].contains(unit) {
        case .yes: break
        case .no: return isUnknown ? .unknown : .no
        case .unknown: return .unknown
        }
      case .split(let first, let second):
        switch run(steps, from: first, text, place, isDoubtful: isDoubtful, depth: depth + 1, &work)
        {
        case .yes: return .yes
        case .unknown: isUnknown = true
        case .no: break
        }
        step = second
        continue
      case .jump(let target):
        step = target
        continue
      case .boundary(let isNegated):
        switch text.isBoundary(place) {
        case .unknown: return .unknown
        case .yes: if isNegated { return isUnknown ? .unknown : .no }
        case .no: if !isNegated { return isUnknown ? .unknown : .no }
        }
      case .look(let number, let isNegated):
        switch looks[number].answer(text, at: place) {
        case .unknown: return .unknown
        case .yes: if isNegated { return isUnknown ? .unknown : .no }
        case .no: if !isNegated { return isUnknown ? .unknown : .no }
        }
      case .textStart: if place > 0 { return isUnknown ? .unknown : .no }
      case .textEnd: if place < text.units.count { return isUnknown ? .unknown : .no }
      case .assertion: isDoubtful = true
      case .unknown: return .unknown
      case .match: return isDoubtful ? .unknown : .yes
      }
      step += 1
    }
  }

  /// What the code units next to the place may be, nearest first. A match can be shorter than
  /// `count`; from there on anything may stand.
  func nearest(_ count: Int) -> [ASCIISet] {
    var result: [ASCIISet] = []
    var places = closure([0])
    while result.count < count {
      var set = ASCIISet()
      var following: Set<Int> = []
      for place in places {
        switch steps[place] {
        case .unit(let number):
          set.formUnion(sets[number].ascii)
          following.insert(place + 1)
        default:
          return result + Array(repeating: .all, count: count - result.count)
        }
      }
      result.append(set)
      places = closure(following)
    }
    return result
  }

  /// The steps that read or end, and that can be reached without reading.
  private func closure(_ starts: Set<Int>) -> Set<Int> {
    var (result, seen, open) = (Set<Int>(), starts, Array(starts))
    func visit(_ place: Int) {
      if seen.insert(place).inserted { open.append(place) }
    }
    while let place = open.popLast() {
      switch steps[place] {
      case .unit, .unknown, .match: result.insert(place)
      case .split(let first, let second):
        visit(first)
        visit(second)
      case .jump(let target): visit(target)
      case .boundary, .look, .textStart, .textEnd, .assertion: visit(place + 1)
      }
    }
    return result
  }
}
