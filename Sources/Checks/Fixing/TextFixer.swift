import BitestoText

/// Does what findings propose.
public enum TextFixer {
  /// The bytes of a text with fixes applied, and how many were; one that touches another is left
  /// out. n log n in the fixes.
  public static func apply(_ fixes: [Fix], to bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
    // In the order of their places.
    var chosen: [Fix.Edit] = []
    var count = 0
    let ordered = fixes.filter { !$0.edits.isEmpty }.sorted { $0.start < $1.start }
    for fix in ordered {
      let isFree = fix.edits.allSatisfy { edit in
        edit.range.upperBound <= bytes.count && !touches(edit, chosen)
      }
      guard isFree else { continue }
      for edit in fix.edits {
        let place = chosen.partitioningIndex { $0.range.lowerBound > edit.range.lowerBound }
        chosen.insert(edit, at: place)
      }
      count += 1
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for edit in chosen {
      guard edit.range.lowerBound >= position else { continue }
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement.utf8
      position = edit.range.upperBound
    }
    return (result + bytes[position...], count)
  }

  /// Whether an edit overlaps one of others, which are in order and do not overlap; edits side by
  /// side can both be done.
  private static func touches(_ edit: Fix.Edit, _ others: [Fix.Edit]) -> Bool {
    let next = others.partitioningIndex { $0.range.lowerBound >= edit.range.upperBound }
    return next > 0 && others[next - 1].range.upperBound > edit.range.lowerBound
  }
}

extension Fix {
  fileprivate var start: Int { edits.map(\.range.lowerBound).min() ?? 0 }
}
