/// Decides which units of a translation memory are dropped, one after the other.
///
/// Of what it has seen it keeps hashes only: from 20 to 30 bytes for each unit that stays, half as many again
/// to keep the newest.
public struct MemoryCleaner: Sendable {
  /// Which one of several units that are the same is kept.
  public enum Keeping: String, CaseIterable, Sendable {
    case first
    /// The one with the latest date, of several the first; every unit must be given to
    /// ``MemoryCleaner/study(_:)`` beforehand.
    case newest
  }

  /// What is dropped.
  public struct Options: Sendable {
    public var rules = Set(CleaningRule.allCases.filter(\.isUsual))
    public var keeping = Keeping.first
    /// Units whose confidence is below it are dropped by ``CleaningRule/confidence``.
    public var leastConfidence = 0.0
    /// How many standard deviations a translation may be longer or shorter than expected. At 4.5, of 362,792
    /// Italian–English pairs of Tatoeba, OLDI-Seed and MT-GenEval 6 were dropped, all of them free
    /// translations.
    public var greatestLengthDeviation = 4.5
    /// Whether names, numbers and addresses alone, too, must differ from their source.
    public var dropsEverySameText = false
    /// The language of the sources; nil for the first variant where a unit does not say.
    public var source: LanguageTag?

    public init() {}
  }

  private struct Kept {
    /// Of the unit that stays.
    var line: UInt32
    /// Half of its exact hash, which tells exact from near duplicates: one in four billion is called exact
    /// and is only near.
    var check: UInt32
  }

  private struct Newest {
    /// See ``MemoryCleaner/rank(of:)``.
    var date: UInt32
    var kept: Kept
    var number: UInt32
  }

  private let options: Options
  private var kept = HashTable64<Kept>()
  private var newest = HashTable64<Newest>()
  private var studied: UInt32 = 0
  private var number: UInt32 = 0

  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// Looks at a unit for the dates of those that are the same, before the first is cleaned.
  public mutating func study(_ unit: TranslationUnit) {
    studied &+= 1
    guard looksForDuplicates, fault(of: unit) == nil else { return }
    let keys = keys(of: unit)
    let date = Self.rank(of: unit.latestDate)
    let found = Newest(date: date, kept: keys.kept, number: studied)
    newest.update(keys.hash, default: found) { if date > $0.date { $0 = found } }
  }

  /// Why a unit is dropped; nil for one that stays. Linear in the unit, on average.
  public mutating func reason(toDrop unit: TranslationUnit) -> DropReason? {
    number &+= 1
    if let reason = fault(of: unit) { return reason }
    guard looksForDuplicates else { return nil }
    let keys = keys(of: unit)
    let other: Kept
    switch options.keeping {
    case .first:
      guard let found = kept.insert(keys.kept, for: keys.hash) else { return nil }
      other = found
    case .newest:
      guard let found = newest[keys.hash], found.number != number else { return nil }
      other = found.kept
    }
    let rule: CleaningRule = other.check == keys.kept.check ? .duplicate : .nearDuplicate
    guard options.rules.contains(rule) else { return nil }
    return DropReason(rule, keptLine: Int(other.line))
  }

  private var looksForDuplicates: Bool {
    options.rules.contains(.duplicate) || options.rules.contains(.nearDuplicate)
  }

  private func keys(of unit: TranslationUnit) -> (hash: UInt64, kept: Kept) {
    let exact = unit.exactHash
    let kept = Kept(
      line: UInt32(truncatingIfNeeded: unit.line), check: UInt32(truncatingIfNeeded: exact))
    return (options.rules.contains(.nearDuplicate) ? unit.nearHash : exact, kept)
  }

  /// What is wrong with a unit by itself; the rules in the order of ``CleaningRule``.
  private func fault(of unit: TranslationUnit) -> DropReason? {
    let rules = options.rules
    if rules.contains(.encoding),
      unit.variants.contains(where: { BrokenEncoding.isFound(in: $0.segment.plainText) })
    {
      return DropReason(.encoding)
    }
    // A unit of several translations stays as long as one of them is sound.
    let sides = unit.sides(options.source)
    let filled = sides.filter { $0.source.hasWords && $0.target.hasWords }
    guard let source = filled.first?.source else {
      return rules.contains(.empty) ? DropReason(.empty) : nil
    }
    if rules.contains(.sameText), filled.allSatisfy(isSameText) {
      return DropReason(.sameText)
    }
    if rules.contains(.length) {
      let deviation = LengthDeviation(from: source)
      let deviations = filled.compactMap { deviation.of($0.target) }
      if let least = deviations.min(by: { abs($0) < abs($1) }),
        abs(least) > options.greatestLengthDeviation
      {
        return DropReason(.length, figure: least)
      }
    }
    if rules.contains(.confidence), let confidence = unit.confidence,
      confidence < options.leastConfidence
    {
      return DropReason(.confidence, figure: confidence)
    }
    return nil
  }

  private func isSameText(_ sides: (source: UnitVariant, target: UnitVariant)) -> Bool {
    let text = sides.source.segment.plainText.trimmingSpace
    guard !sides.source.language.isSameLanguage(as: sides.target.language),
      text == sides.target.segment.plainText.trimmingSpace
    else { return false }
    return options.dropsEverySameText || !SameText.isUntranslatable(text)
  }

  /// A number that grows with dates from 1970 to 2103; 0 without a date.
  private static func rank(of date: String?) -> UInt32 {
    guard let digits = date.map({ Array($0.utf8) }), digits.count >= 15 else { return 0 }
    func field(_ range: Range<Int>) -> UInt64 {
      digits[range].reduce(0) { $0 * 10 + UInt64($1 & 0x0F) }
    }
    var rank = max(field(0..<4), 1970) - 1970
    for (range, size) in [
      (4..<6, 12), (6..<8, 31), (9..<11, 24), (11..<13, 60), (13..<15, 60),
    ] as [(Range<Int>, UInt64)] {
      // Months and days are counted from 1.
      rank = rank * size + field(range) - (range.lowerBound < 8 ? 1 : 0)
    }
    return UInt32(clamping: rank)
  }
}

extension UnitVariant {
  /// Whether there is anything but spaces and codes.
  var hasWords: Bool {
    segment.plainText.unicodeScalars.contains { !$0.properties.isWhitespace }
  }
}

extension TranslationUnit {
  /// The least confidence that the unit and its variants say, from 0 to 1; nil when none says any.
  var confidence: Double? {
    (properties + variants.flatMap(\.properties))
      .filter { $0.type == MemoryProperty.confidence }.compactMap { Double($0.text.trimmingSpace) }
      .filter(\.isFinite).min()
  }
}
