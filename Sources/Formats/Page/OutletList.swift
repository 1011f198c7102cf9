import BitestoAlignment
import BitestoText

/// The outlets of the passages a page links to, each with a number, to filter by.
struct OutletList {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  init(of bitext: Bitext) {
    guard bitext.kind == .trace else { return }
    for entry in bitext.entries {
      for side in Self.sides(of: entry, in: bitext) {
        let name = bitext.targets[side].name
        guard numbers[name] == nil else { continue }
        numbers[name] = names.count
        names.append(name)
      }
    }
  }

  /// The numbers of the outlets a unit's words stand in, as an attribute's value.
  func numbers(of entry: Entry, in bitext: Bitext) -> String {
    let own = Self.sides(of: entry, in: bitext).compactMap { numbers[bitext.targets[$0].name] }
    return Set(own).sorted().map(String.init).joined(separator: " ")
  }

  /// A menu of them, when there is something to choose.
  func writeMenu(to output: inout ByteOutput) {
    guard names.count > 1 else { return }
    output.raw("<select id=\"outlet\" aria-label=\"Outlet\" autocomplete=\"off\">\n")
    output.raw("<option value=\"\">All outlets</option>\n")
    for number in names.indices.sorted(by: { names[$0] < names[$1] }) {
      output.raw("<option value=\"\(number)\">")
      output.markup(names[number])
      output.raw("</option>\n")
    }
    output.raw("</select>\n")
  }

  private static func sides(of entry: Entry, in bitext: Bitext) -> [Int] {
    UnitPassages(of: entry, in: bitext).found.map(\.side)
  }
}

extension Bitext.Side {
  /// Who published it, or else where it lies.
  var name: String { outlet ?? document.path }

  /// The last part of its path.
  var fileName: String {
    document.path.split(separator: "/").last.map(String.init) ?? document.path
  }
}
