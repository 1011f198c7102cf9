/// A named class of characters in a regular expression, known without ICU for ASCII and for the
/// scripts and marks of European text, whose Unicode properties have not changed for decades.
enum UnitClass: Hashable, Sendable {
  /// `\w`: alphabetic, marks, decimal digits, connector punctuation.
  case word
  /// `\s`: Unicode's White_Space.
  case space
  /// `\p{L}`, `\p{Lu}`: a general category by its first letter and perhaps its second.
  case category(UInt8, UInt8)

  static let digit = UnitClass.category(0x4E, 0x64)

  /// The class with this name in `\p{…}`; nil when only ICU knows it.
  init?(property name: String) {
    let name = Array(name.utf8)
    guard Self.majors.contains(name.first ?? 0), name.count <= 2 else { return nil }
    let minors = Self.minors[name[0]] ?? []
    guard name.count == 1 || minors.contains(name[1]) else { return nil }
    self = .category(name[0], name.count == 1 ? 0 : name[1])
  }

  /// Whether ignoring case may add to the class: `\p{Lu}`, but not `\s`.
  var dependsOnCase: Bool {
    if case .category(let major, _) = self { major == 0x4C } else { false }
  }

  func contains(_ unit: UInt16) -> Answer {
    guard Self.isSettled(unit), let scalar = UnicodeScalar(unit) else { return .unknown }
    let properties = scalar.properties
    let (major, minor) = Self.code(properties.generalCategory)
    switch self {
    case .category(let first, let second):
      return first == major && (second == 0 || second == minor) ? .yes : .no
    case .space: return properties.isWhitespace ? .yes : .no
    case .word:
      let isWord =
        properties.isAlphabetic || major == 0x4D || (major == 0x4E && minor == 0x64)
        || (major == 0x50 && minor == 0x63)
      return isWord ? .yes : .no
    }
  }

  /// Latin, Cyrillic and general punctuation.
  private static func isSettled(_ unit: UInt16) -> Bool {
    switch unit {
    case 0..<0x250, 0x400..<0x482, 0x48A..<0x530, 0x2010..<0x205F: true
    default: false
    }
  }

  private static let majors = Array("LMNPSZ".utf8)
  private static let minors: [UInt8: [UInt8]] = [
    0x4C: Array("ultmo".utf8), 0x4D: Array("nce".utf8), 0x4E: Array("dlo".utf8),
    0x50: Array("cdseifo".utf8), 0x53: Array("mcko".utf8), 0x5A: Array("slp".utf8),
  ]

  /// The two letters of a general category (Unicode Standard, table 4-4).
  private static func code(_ category: Unicode.GeneralCategory) -> (UInt8, UInt8) {
    let name: StaticString =
      switch category {
      case .uppercaseLetter: "Lu"
      case .lowercaseLetter: "Ll"
      case .titlecaseLetter: "Lt"
      case .modifierLetter: "Lm"
      case .otherLetter: "Lo"
      case .nonspacingMark: "Mn"
      case .spacingMark: "Mc"
      case .enclosingMark: "Me"
      case .decimalNumber: "Nd"
      case .letterNumber: "Nl"
      case .otherNumber: "No"
      case .connectorPunctuation: "Pc"
      case .dashPunctuation: "Pd"
      case .openPunctuation: "Ps"
      case .closePunctuation: "Pe"
      case .initialPunctuation: "Pi"
      case .finalPunctuation: "Pf"
      case .otherPunctuation: "Po"
      case .mathSymbol: "Sm"
      case .currencySymbol: "Sc"
      case .modifierSymbol: "Sk"
      case .otherSymbol: "So"
      case .spaceSeparator: "Zs"
      case .lineSeparator: "Zl"
      case .paragraphSeparator: "Zp"
      default: "Cn"
      }
    return (name.utf8Start[0], name.utf8Start[1])
  }
}
