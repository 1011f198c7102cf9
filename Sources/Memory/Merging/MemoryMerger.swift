/// Makes one translation memory of several, a unit at a time.
///
/// Of what it has seen it keeps hashes only: from 26 to 40 bytes a unit of two languages.
public struct MemoryMerger: Sendable {
  public struct Options: Sendable {
    /// Whether units that say the same as one before stay.
    public var keepsDuplicates = false
    /// Whether units say which file they come from (property `x-file`), unless they do already.
    public var marksOrigin = false
    /// Whether units that were dropped go back to what they were; see ``DropReason``.
    public var restoresDropped = false

    public init() {}
  }

  public enum Outcome: Sendable {
    /// - Parameter isConflict: whether another translation of its source came before.
    case unit(TranslationUnit, isConflict: Bool)
    /// The same segments in the same languages came before; the first stays.
    case duplicate
  }

  /// The property that says which file a unit comes from.
  public static let originType = "x-file"

  /// Of the merged memory.
  public let header: MemoryHeader
  private let options: Options
  private let sources: [LanguageTag?]
  private let names: [String]
  /// What units need to mean the same under ``header``, by file.
  private let additions: [[XMLAttribute]]
  private var units = HashSet64()
  /// The first translation of every source: half of its hash, so that one in four billion other ones is
  /// taken for it.
  private var translations = HashTable64<UInt32>()

  /// - Parameter memories: the headers in the order of the files, and the names of the files as
  ///   `marksOrigin` writes them.
  public init(_ memories: [(header: MemoryHeader, name: String)], options: Options = Options()) {
    let merged = MemoryHeader(merging: memories.map(\.header))
    header = merged
    self.options = options
    sources = memories.map(\.header.sourceLanguage)
    names = memories.map(\.name)
    additions = memories.map { $0.header.attributes(under: merged) }
  }

  /// What becomes of the next unit. Linear in the unit, on average.
  ///
  /// - Parameter file: where it comes from, counted from 0 in the order given at the start.
  public mutating func merge(_ unit: TranslationUnit, from file: Int) -> Outcome {
    guard names.indices.contains(file) else { return .unit(unit, isConflict: false) }
    if !options.keepsDuplicates, !units.insert(unit.exactHash) { return .duplicate }
    var isConflict = false
    for (source, target) in unit.sides(sources[file]) {
      var key = UnitHasher()
      key.combine(source.exactHash)
      key.combine(String(target.language.primary))
      var words = UnitHasher()
      words.combine(target.segment)
      let check = UInt32(truncatingIfNeeded: words.value)
      if let first = translations.insert(check, for: key.value), first != check {
        isConflict = true
      }
    }
    var merged = options.restoresDropped ? unit.restored : unit
    for attribute in additions[file] where merged.attributes[attribute.name] == nil {
      merged.attributes.append(attribute)
    }
    if options.marksOrigin, merged.property(Self.originType) == nil {
      merged.properties.append(MemoryProperty(Self.originType, names[file]))
    }
    return .unit(merged, isConflict: isConflict)
  }
}
