/// What can be wrong with a translation memory. The raw value is the rule's identifier in every output.
public enum MemoryRule: String, CaseIterable, Sendable {
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// Other tools may well read it; worth a look.
    case note
    /// Some tools read it otherwise, or not.
    case warning
    /// Against the standard, or words are lost.
    case error

    public static func < (one: Severity, other: Severity) -> Bool {
      allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
    }
  }

  /// The only one whose units are not read.
  case unreadableUnit = "unreadable-unit"
  case malformedXML = "malformed-xml"
  case truncated = "truncated-file"
  case secondDocument = "second-document"
  case entityDeclaration = "entity-declaration"
  case encodingDeclaration = "encoding-declaration"
  case otherEncoding = "other-encoding"
  case unknownVersion = "unknown-version"
  case oldVersion = "old-version"
  case missingHeader = "missing-header"
  case missingElement = "missing-element"
  case misplacedElement = "misplaced-element"
  case unknownElement = "unknown-element"
  case missingAttribute = "missing-attribute"
  case unknownAttribute = "unknown-attribute"
  case foreignName = "foreign-name"
  case xmlSpace = "xml-space"
  case invalidValue = "invalid-value"
  case invalidNumber = "invalid-number"
  case invalidDate = "invalid-date"
  case dateFormat = "date-format"
  case dateOrder = "date-order"
  case strayText = "stray-text"
  case noUnits = "no-units"
  case oldLanguageAttribute = "old-language-attribute"
  case missingLanguage = "missing-language"
  case missingSegment = "missing-segment"
  case languageTag = "language-tag"
  case inconsistentLanguageTag = "inconsistent-language-tag"
  case singleLanguage = "single-language"
  case repeatedLanguage = "repeated-language"
  case missingSource = "missing-source"
  case sourceSpelling = "source-language-spelling"
  case duplicateUnit = "duplicate-unit"
  case duplicateID = "duplicate-tuid"
  case emptySegment = "empty-segment"
  case sameText = "same-text"
  case wrongLanguage = "wrong-language"
  case mojibake = "mojibake"
  case replacementCharacter = "replacement-character"
  case controlCharacter = "control-character"
  case notNormalized = "not-normalized"
  case surroundingSpace = "surrounding-space"
  case unpairedCode = "unpaired-code"
  case duplicateCodeNumber = "duplicate-code-number"
  case codesDiffer = "codes-differ"

  public var severity: Severity { entry.severity }

  /// One line for a person.
  public var summary: String { entry.summary }

  private var entry: (severity: Severity, summary: String) {
    switch self {
    case .unreadableUnit: (.error, "A unit cannot be read and is left out")
    case .malformedXML: (.error, "The file is not well-formed XML; what was meant was read")
    case .truncated: (.error, "The file stops in the middle")
    case .secondDocument: (.error, "After the end of the memory another begins")
    case .entityDeclaration: (.warning, "Entities of the file's own, which many tools refuse")
    case .encodingDeclaration: (.error, "The file is not in the encoding that it declares")
    case .otherEncoding: (.note, "An encoding that TMX does not name")
    case .unknownVersion: (.warning, "A version that TMX never had")
    case .oldVersion: (.note, "A version before 1.4")
    case .missingHeader: (.error, "The memory has no header")
    case .missingElement: (.error, "An element that must be there is missing")
    case .misplacedElement: (.error, "An element in the wrong place or order")
    case .unknownElement: (.warning, "An element that TMX does not have")
    case .missingAttribute: (.error, "An attribute that must be there is missing")
    case .unknownAttribute: (.error, "An attribute that the element does not have in TMX")
    case .foreignName: (.warning, "An element or attribute of another namespace")
    case .xmlSpace: (.warning, "“xml:space”, which TMX does not have")
    case .invalidValue: (.error, "A value that TMX does not list")
    case .invalidNumber: (.warning, "Something else where a number should stand")
    case .invalidDate: (.error, "A date that is none, or that no calendar has")
    case .dateFormat: (.warning, "A date in another form than that of TMX")
    case .dateOrder: (.warning, "A change or a use before the creation")
    case .strayText: (.warning, "Text where none may stand")
    case .noUnits: (.note, "The memory has no unit")
    case .oldLanguageAttribute: (.note, "“lang” where TMX 1.4 has “xml:lang”")
    case .missingLanguage: (.error, "A variant without a language")
    case .missingSegment: (.error, "A variant without a segment")
    case .languageTag: (.error, "A language tag that is none by BCP 47, such as “en_US”")
    case .inconsistentLanguageTag: (.warning, "One language tag in two spellings")
    case .singleLanguage: (.warning, "A unit in fewer than two languages")
    case .repeatedLanguage: (.warning, "A unit with one language twice")
    case .missingSource: (.warning, "A unit without a variant in its source language")
    case .sourceSpelling: (.warning, "“srclang” is not spelled as the variants' language is")
    case .duplicateUnit: (.warning, "A unit that has stood in the memory before")
    case .duplicateID: (.note, "A “tuid” that another unit has, too")
    case .emptySegment: (.warning, "A segment without words")
    case .sameText: (.note, "Source and target are equal")
    case .wrongLanguage:
      (.warning, "A segment in another language than the one it is said to be in")
    case .mojibake: (.warning, "Characters that were read in a wrong encoding, such as “Ã¨”")
    case .replacementCharacter: (.warning, "U+FFFD, where characters were lost")
    case .controlCharacter: (.warning, "A control character or one that is no text")
    case .notNormalized: (.note, "Text that is not in Unicode's form NFC")
    case .surroundingSpace: (.note, "Space at one end of a segment and not of the other")
    case .unpairedCode: (.error, "The begin or the end of a pair of codes without the other")
    case .duplicateCodeNumber: (.error, "Two pairs of codes of a segment with one number")
    case .codesDiffer: (.warning, "Codes that differ from those of the source")
    }
  }
}
