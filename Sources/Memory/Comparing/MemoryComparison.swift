/// Compares two translation memories unit by unit, wherever in the files the units stand.
///
/// Units are the same when their segments, codes and languages are, and as many times; of those that differ,
/// one of each file with the same source are a change, in the order of the files. Both files are read two or
/// three times. Hashes are kept, at most 23 bytes a unit and 53 for one that differs, and the units of
/// 32 MB of changes; for more changes the files are read again.
public struct MemoryComparison {
  /// A file opened at its beginning.
  public struct Memory {
    let source: LanguageTag?
    let next: () throws -> TranslationUnit?

    /// - Parameters:
    ///   - source: the language of its sources; nil for the first variant where a unit does not say.
    ///   - next: gives the next unit, nil at the end.
    public init(source: LanguageTag?, next: @escaping () throws -> TranslationUnit?) {
      self.source = source
      self.next = next
    }
  }

  /// Opens a file; called several times.
  public typealias Open = () throws -> Memory

  /// About as many bytes of units are kept to be shown beside their former selves.
  private static let mostBytes = 32 << 20

  public private(set) var counts = ChangeCounts()
  private let openOld: Open
  private let openNew: Open
  /// The units that only one of the files has, or has more often, by their place in it.
  private var removed = BitArray()
  private var added = BitArray()
  private var sources = HashTable64<Difference>()

  /// How many units of a source only one file has.
  private struct Difference {
    var removed: UInt32 = 0
    var added: UInt32 = 0
    var changed: UInt32 { min(removed, added) }
  }

  /// Reads both files and counts.
  ///
  /// - Throws: what the files throw.
  public init(old: @escaping Open, new: @escaping Open) throws {
    openOld = old
    openNew = new
    try compare()
  }

  private mutating func compare() throws {
    // How many times more the old file has a unit than the new one.
    var surplus = HashTable64<Int32>()
    try Self.read(openOld) { unit, _, _ in surplus.update(unit.exactHash, default: 0) { $0 += 1 } }
    var total = 0
    try Self.read(openNew) { unit, _, _ in
      total += 1
      surplus.update(unit.exactHash, default: 0) { $0 -= 1 }
    }
    counts.same = total
    var isSame = true
    surplus.forEach { if $0 != 0 { isSame = false } }
    if isSame { return }
    var marks = BitArray()
    try Self.read(openOld) { unit, source, _ in
      let isRemoved = surplus.update(unit.exactHash, default: 0) { count in
        defer { if count > 0 { count -= 1 } }
        return count > 0
      }
      marks.append(isRemoved)
      if isRemoved {
        sources.update(unit.sourceHash(source), default: Difference()) { $0.removed += 1 }
      }
    }
    removed = marks
    marks = BitArray()
    try Self.read(openNew) { unit, source, _ in
      let isAdded = surplus.update(unit.exactHash, default: 0) { count in
        defer { if count < 0 { count += 1 } }
        return count < 0
      }
      marks.append(isAdded)
      if isAdded {
        sources.update(unit.sourceHash(source), default: Difference()) { $0.added += 1 }
      }
    }
    added = marks
    var counts = ChangeCounts()
    sources.forEach { difference in
      counts.changed += Int(difference.changed)
      counts.removed += Int(difference.removed - difference.changed)
      counts.added += Int(difference.added - difference.changed)
    }
    counts.same = total - counts.added - counts.changed
    self.counts = counts
  }

  /// Gives every difference: what was changed and removed in the order of the old file, then what was added
  /// in the order of the new one.
  ///
  /// - Throws: what the files and `report` throw.
  public func forEach(_ report: (UnitChange) throws -> Void) throws {
    var done = 0
    repeat {
      let (partners, next) = try changedUnits(from: done)
      try reportOld(partners, isFirst: done == 0, report)
      done = next
    } while done < counts.changed
    guard counts.added > 0 else { return }
    try visit(openNew, added) { unit, hash, index in
      if index >= sources[hash]?.changed ?? 0 { try report(.added(unit)) }
    }
  }

  /// A unit among those of its source that only one file has.
  private struct Place: Hashable {
    var source: UInt64
    var index: UInt32
  }

  /// The changed units of the new file from the one of a number on, as many as may be kept.
  ///
  /// - Returns: the units, and the number of the first one that is not among them.
  private func changedUnits(from start: Int) throws -> ([Place: TranslationUnit], next: Int) {
    var units: [Place: TranslationUnit] = [:]
    var (number, bytes, next) = (0, 0, counts.changed)
    guard counts.changed > 0 else { return (units, next) }
    try visit(openNew, added) { unit, hash, index in
      guard index < sources[hash]?.changed ?? 0 else { return }
      defer { number += 1 }
      guard number >= start, number < next else { return }
      units[Place(source: hash, index: index)] = unit
      bytes += unit.variants.reduce(500) { $0 + 2 * $1.segment.plainText.utf8.count }
      if bytes >= Self.mostBytes { next = number + 1 }
    }
    return (units, next)
  }

  private func reportOld(
    _ partners: [Place: TranslationUnit], isFirst: Bool, _ report: (UnitChange) throws -> Void
  ) throws {
    guard counts.removed > 0 && isFirst || !partners.isEmpty else { return }
    try visit(openOld, removed) { unit, hash, index in
      if let new = partners[Place(source: hash, index: index)] {
        try report(.changed(old: unit, new: new))
      } else if isFirst, index >= sources[hash]?.changed ?? 0 {
        try report(.removed(unit))
      }
    }
  }

  /// Goes through the units of a file that are marked.
  ///
  /// - Parameter body: gets the unit, the hash of its source, and how many marked ones of that source came
  ///   before it.
  private func visit(
    _ open: Open, _ marks: BitArray, _ body: (TranslationUnit, UInt64, UInt32) throws -> Void
  ) throws {
    var seen = HashTable64<UInt32>()
    try Self.read(open) { unit, source, number in
      guard marks[number] else { return }
      let hash = unit.sourceHash(source)
      let index = seen.update(hash, default: 0) { count in
        defer { count += 1 }
        return count
      }
      try body(unit, hash, index)
    }
  }

  private static func read(
    _ open: Open, _ body: (TranslationUnit, LanguageTag?, Int) throws -> Void
  ) throws {
    let memory = try open()
    var number = 0
    while let unit = try memory.next() {
      try body(unit, memory.source, number)
      number += 1
    }
  }
}

extension TranslationUnit {
  /// A hash of the words of the source and its language, of whatever region.
  fileprivate func sourceHash(_ source: LanguageTag?) -> UInt64 {
    var hasher = UnitHasher()
    if let index = sourceIndex(source) {
      hasher.combine(String(variants[index].language.primary))
      hasher.combine(variants[index].segment.plainText)
    }
    return hasher.value
  }
}

/// Truth values in an eighth of a byte each.
private struct BitArray {
  private var words: [UInt64] = []
  private var count = 0

  mutating func append(_ value: Bool) {
    if count % 64 == 0 { words.append(0) }
    if value { words[words.count - 1] |= 1 << (count % 64) }
    count += 1
  }

  /// False beyond the end.
  subscript(index: Int) -> Bool {
    index < count && words[index / 64] >> (index % 64) & 1 == 1
  }
}
