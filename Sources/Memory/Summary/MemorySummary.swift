/// What a memory holds, in figures. Memory does not grow with the file but for at most 17 bytes a unit, by
/// which duplicates are known, up to ``mostKnownUnits``.
public struct MemorySummary: Sendable {
  /// Beyond so many units duplicates are no longer counted.
  public static let mostKnownUnits = 8_000_000
  /// Beyond so many languages those that follow are not told apart.
  private static let mostLanguages = 1_000

  /// The segments of one language.
  public struct LanguageFigures: Equatable, Sendable {
    public fileprivate(set) var variants = 0
    /// Parts between white space that have a letter or a digit.
    public fileprivate(set) var words = 0
    /// Code points.
    public fileprivate(set) var characters = 0
    public fileprivate(set) var empty = 0
  }

  /// A source language and another of the same unit.
  public struct Pair: Hashable, Sendable {
    public var source: LanguageTag
    public var target: LanguageTag

    public init(source: LanguageTag, target: LanguageTag) {
      self.source = source
      self.target = target
    }
  }

  public private(set) var units = 0
  public private(set) var unitsWithCodes = 0
  /// Units whose languages and segments another had before, as ``CleaningRule/duplicate`` has it.
  public private(set) var duplicates = 0
  /// Whether there were too many units to know all duplicates.
  public private(set) var hasMoreDuplicates = false
  public private(set) var languages: [LanguageTag: LanguageFigures] = [:]
  public private(set) var pairs: [Pair: Int] = [:]
  /// Of creation and change, in the form of TMX.
  public private(set) var firstDate: String?
  public private(set) var lastDate: String?
  /// Who created or changed units.
  public private(set) var people = BoundedTally()
  /// The types of properties.
  public private(set) var properties = BoundedTally()
  /// The values of properties that name a project.
  public private(set) var projects = BoundedTally()
  public private(set) var problems: [MemoryRule: Int] = [:]

  private let source: LanguageTag?
  private var seen = HashSet64()

  public init(_ header: MemoryHeader) {
    source = header.sourceLanguage
  }

  public mutating func add(_ item: UnitItem) {
    switch item {
    case .unit(let unit): add(unit)
    case .problem(let problem): problems[problem.rule, default: 0] += 1
    }
  }

  /// Linear in the unit.
  private mutating func add(_ unit: TranslationUnit) {
    units += 1
    if unit.variants.contains(where: \.segment.hasCodes) { unitsWithCodes += 1 }
    note(unit.attributes, unit.properties)
    for variant in unit.variants {
      note(variant.attributes, variant.properties)
      var text = variant.segment.plainText
      count(text.withUTF8 { TextFigures($0) }, of: variant.language)
    }
    countPairs(of: unit)
    if seen.count < Self.mostKnownUnits {
      if !seen.insert(unit.exactHash) { duplicates += 1 }
    } else {
      hasMoreDuplicates = true
    }
  }

  private mutating func count(_ figures: TextFigures, of language: LanguageTag) {
    let isKnown = languages[language] != nil || languages.count < Self.mostLanguages
    var sum = languages[isKnown ? language : "mul", default: LanguageFigures()]
    sum.variants += 1
    sum.words += figures.words
    sum.characters += figures.characters
    if figures.characters == 0 { sum.empty += 1 }
    languages[isKnown ? language : "mul"] = sum
  }

  private mutating func countPairs(of unit: TranslationUnit) {
    guard let index = unit.sourceIndex(source) else { return }
    let first = unit.variants[index].language
    var seen: Set<LanguageTag> = [first]
    for variant in unit.variants where seen.insert(variant.language).inserted {
      let pair = Pair(source: first, target: variant.language)
      if pairs[pair] != nil || pairs.count < Self.mostLanguages { pairs[pair, default: 0] += 1 }
    }
  }

  private mutating func note(_ attributes: [XMLAttribute], _ properties: [MemoryProperty]) {
    for attribute in attributes {
      switch attribute.name {
      case "creationid", "changeid": people.add(attribute.value)
      case "creationdate", "changedate":
        let isStrict = MemoryDate.isStrict(attribute.value)
        guard let date = isStrict ? attribute.value : MemoryDate.normalized(attribute.value) else {
          continue
        }
        firstDate = min(firstDate ?? date, date)
        lastDate = max(lastDate ?? date, date)
      default: continue
      }
    }
    for property in properties {
      self.properties.add(property.type)
      if property.type.lowercased().contains("project") { projects.add(property.text) }
    }
  }
}

/// What is counted of a text.
private struct TextFigures {
  var words = 0
  var characters = 0

  /// Linear.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var isInWord = false
    for byte in text {
      if byte & 0xC0 != 0x80 { characters += 1 }
      if byte <= 0x20 {
        isInWord = false
      } else if !isInWord, isLetterOrDigit(byte) {
        isInWord = true
        words += 1
      }
    }
  }

  /// Whether a character that begins with a byte is a letter or a digit: beyond ASCII, all but those of
  /// U+0080 to U+00BF and of U+2000 to U+2FFF, which are punctuation and symbols with few exceptions.
  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0xC3 && byte != 0xE2) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      || (byte >= 0x30 && byte <= 0x39)
  }
}
