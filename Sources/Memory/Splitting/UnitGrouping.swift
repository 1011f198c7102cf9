/// Which of several files a unit goes to.
public enum UnitGrouping: Hashable, Sendable {
  /// By the languages of its variants, the source first: "it-IT_en-US".
  case languages
  /// By the value of a property, of the unit or of a variant.
  case property(String)
  /// A share of the sources, from 0 to 1, and the rest. The same source is always on the same side, in every
  /// file and run, so that what is tested was not learned.
  case share(Double)

  /// The group of units that lack the property.
  public static let none = "none"
  public static let sample = "sample"
  public static let rest = "rest"

  /// - Parameter source: the language of the sources; see ``TranslationUnit/sourceIndex(_:)``.
  public func group(of unit: TranslationUnit, source: LanguageTag?) -> String {
    let index = unit.sourceIndex(source)
    switch self {
    case .languages:
      let first = index.map { unit.variants[$0].language.canonical }
      let others = Set(unit.variants.map(\.language.canonical)).subtracting([first ?? ""])
      return ([first].compactMap(\.self) + others.sorted()).joined(separator: "_")
    case .property(let type):
      let value =
        unit.property(type)
        ?? unit.variants.lazy.flatMap(\.properties).first { $0.type == type }?.text
      guard let value = value?.trimmingSpace, !value.isEmpty else { return Self.none }
      return value
    case .share(let share):
      var hasher = UnitHasher()
      if let index { hasher.combine(NearText.key(unit.variants[index].segment.plainText)) }
      // The 53 highest bits make a fraction.
      let fraction = Double(hasher.value >> 11) / Double(UInt64(1) << 53)
      return fraction < share ? Self.sample : Self.rest
    }
  }
}
