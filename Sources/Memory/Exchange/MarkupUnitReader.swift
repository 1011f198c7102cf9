/// What readers of bilingual files in XML share: what is wrong is told, and costs no more than its unit.
protocol MarkupUnitReader {
  var xml: XMLReader { get set }
  /// Found since the last unit.
  var problems: [MemoryProblem] { get set }
  /// Where the unit being read begins.
  var unitOffset: Int { get }
}

/// What keeps memory bounded.
enum UnitLimits {
  /// A unit that takes more bytes is left out.
  static let largestUnit = 16 << 20
  /// Of elements inside each other in a segment.
  static let greatestDepth = 32
  /// A unit that has more variants is left out: many things are done with each and its source.
  static let mostVariants = 1000
  /// Notes, properties and attributes of one unit, counted for each of its segments.
  static let mostRepeated = 1 << 20
  /// Of one unit, those that are told.
  static let mostProblems = 1000
}

/// Why a unit cannot be read.
struct Unreadable: Error {
  var what: String
  var line: Int

  /// For a person; the line only if it is another than that of the unit.
  func message(unit: Int) -> String {
    line == unit ? "unit left out: \(what)" : "unit left out: \(what) (line \(line))"
  }
}

extension MarkupUnitReader {
  mutating func report(_ rule: MemoryRule, line: Int? = nil, _ message: String) {
    guard problems.count < UnitLimits.mostProblems else { return }
    problems.append(MemoryProblem(rule, line: line ?? xml.tokenLine(), message))
  }

  /// Tells what was not as XML has it.
  mutating func takeFaults() {
    for fault in xml.takeFaults() { report(.malformedXML, line: fault.line, fault.what) }
  }

  /// - Throws: ``Unreadable`` when something cannot be understood, or the unit is too large.
  mutating func checkFaults() throws {
    for fault in xml.takeFaults() {
      if fault.effect == .unreadable { throw Unreadable(what: fault.what, line: fault.line) }
      report(.malformedXML, line: fault.line, fault.what)
    }
    if xml.endOffset - unitOffset > UnitLimits.largestUnit {
      throw unreadable("it is longer than \(UnitLimits.largestUnit >> 20) MB")
    }
  }

  mutating func unreadable(_ what: String) -> Unreadable {
    Unreadable(what: what, line: xml.tokenLine())
  }

  /// Tells that a unit is left out.
  mutating func reportUnreadable(_ reason: Unreadable, unit line: Int) {
    takeFaults()
    problems.removeAll { $0.rule == .malformedXML && $0.message == reason.what }
    problems.append(MemoryProblem(.unreadableUnit, line: line, reason.message(unit: line)))
  }

  mutating func readStrayText() throws {
    guard let line = xml.takeLineOfVisibleText() else { return }
    report(
      .strayText, line: line,
      "text where none may stand; it is not read: remove it, or make a <note> of it")
  }
}
