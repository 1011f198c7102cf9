/// Tells at two table look-ups a place whether any rule may break there.
///
/// Each group is what one or more rules that break accept before and after the place; a place counts
/// when a group accepts both sides.
struct SRXCandidates: Sendable {
  private static let mostGroups = 64

  /// The groups that accept each ``ASCIISet/representative(_:)``.
  private var before = [UInt64](repeating: 0, count: 130)
  private var after = [UInt64](repeating: 0, count: 130)

  init(_ entries: [SRXRuleTable.Entry]) {
    var groups: [Group] = []
    for entry in entries where entry.breaks {
      let group = Group(last: entry.last, first: entry.first)
      if groups.contains(group) { continue }
      if groups.count < Self.mostGroups {
        groups.append(group)
      } else {
        groups[Self.mostGroups - 1].last.formUnion(group.last)
        groups[Self.mostGroups - 1].first.formUnion(group.first)
      }
    }
    for (number, group) in groups.enumerated() {
      for unit in 0...129 {
        if group.last.mayContain(UInt16(unit)) { before[unit] |= 1 << UInt64(number) }
        if group.first.mayContain(UInt16(unit)) { after[unit] |= 1 << UInt64(number) }
      }
    }
  }

  private struct Group: Hashable {
    var last: ASCIISet
    var first: ASCIISet
  }

  /// Calls `body` for each place between two code units, in order. Linear.
  func forEach(in text: UnsafeBufferPointer<UInt16>, _ body: (Int) -> Void) {
    before.withUnsafeBufferPointer { before in
      after.withUnsafeBufferPointer { after in
        guard var groups = text.first.map({ before[Int(ASCIISet.representative($0))] }) else {
          return
        }
        for place in 1..<max(text.count, 1) {
          let unit = Int(ASCIISet.representative(text[place]))
          if groups & after[unit] != 0 { body(place) }
          groups = before[unit]
        }
      }
    }
  }
}
