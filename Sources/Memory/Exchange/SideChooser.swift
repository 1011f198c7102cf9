/// Chooses the two variants of each unit that a format of two languages writes.
///
/// The source is the language asked for, else that of the memory's header, else that of the first
/// variant; the target the language asked for, else the only other one that the memory has.
struct SideChooser {
  struct Sides {
    var source: UnitVariant
    var target: UnitVariant
  }

  private(set) var source: LanguageTag?
  private(set) var target: LanguageTag?
  private(set) var losses = UnitLosses()
  private let options: UnitWritingOptions
  /// Whether the format has a place for codes.
  private let holdsCodes: Bool

  init(_ header: MemoryHeader, _ options: UnitWritingOptions, holdsCodes: Bool = false) {
    self.options = options
    self.holdsCodes = holdsCodes
    source = options.source ?? header.sourceLanguage
    target = options.target
  }

  /// The tags to write, once they are known; "source" and "target" before.
  var tags: [String] {
    [source.map(tag) ?? "source", target.map(tag) ?? "target"]
  }

  private func tag(_ language: LanguageTag) -> String {
    options.tags[language] ?? language.canonical
  }

  /// Both sides of a unit; nil, and counted, for one that lacks a side or has no words at all.
  ///
  /// - Throws: ``MemoryError`` when a third language comes and none was asked for.
  mutating func sides(of unit: TranslationUnit) throws(MemoryError) -> Sides? {
    if options.source == nil, target == nil || source == nil { settleSource(unit) }
    guard let source, let first = unit.variant(in: source) else {
      losses.leaveOut("no variant in \(source?.canonical ?? "any language")")
      return nil
    }
    if options.target == nil { try settleTarget(unit, besides: first) }
    guard let target else {
      losses.leaveOut("one language only")
      return nil
    }
    guard let second = unit.variant(in: target), second != first || source == target else {
      losses.leaveOut("no variant in \(target.canonical)")
      return nil
    }
    guard !first.segment.pieces.isEmpty || !second.segment.pieces.isEmpty else {
      losses.leaveOut("no words on either side")
      return nil
    }
    if !holdsCodes, first.segment.hasCodes || second.segment.hasCodes { losses.lose(.codes) }
    if unit.variants.count > 2 { losses.lose(.variants) }
    return Sides(source: first, target: second)
  }

  mutating func lose(_ part: UnitLosses.Part) {
    losses.lose(part)
  }

  mutating func leaveOut(_ reason: String) {
    losses.leaveOut(reason)
  }

  /// The header may name the language without the region that the variants have, or none.
  private mutating func settleSource(_ unit: TranslationUnit) {
    guard let named = source else {
      source = unit.variants.first?.language
      return
    }
    source = unit.variant(in: named)?.language ?? named
  }

  private mutating func settleTarget(
    _ unit: TranslationUnit, besides first: UnitVariant
  ) throws(MemoryError) {
    for variant in unit.variants
    where variant.language != first.language && variant.language != target {
      // Regions of the first side's language are another side only where no other language is.
      if variant.language.isSameLanguage(as: first.language),
        unit.variants.contains(where: { !$0.language.isSameLanguage(as: first.language) })
      {
        continue
      }
      guard let known = target else {
        target = variant.language
        continue
      }
      if variant.language.isSameLanguage(as: known) { continue }
      throw MemoryError(
        line: unit.line > 0 ? unit.line : nil,
        "more than two languages: \(first.language), \(known) and \(variant.language); "
          + "say which two, as in bitesto tmx convert --from it --to en")
    }
  }
}

extension UnitWritingOptions {
  /// The languages that a format of two languages will write, as far as the first unit shows.
  ///
  /// - Throws: ``MemoryError`` when the unit has a third language and the options do not choose.
  public func settledLanguages(
    header: MemoryHeader, first unit: TranslationUnit?
  ) throws(MemoryError) -> (source: LanguageTag?, target: LanguageTag?) {
    var chooser = SideChooser(header, self)
    if let unit { _ = try chooser.sides(of: unit) }
    return (chooser.source, chooser.target)
  }
}
