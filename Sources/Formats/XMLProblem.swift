import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser complains of, by the error codes of libxml2 (xmlerror.h).
enum XMLProblem {
  /// Why a file that was read is no sound XML, and in which line; nil when it is.
  ///
  /// The parser says "done" of a file that stops in the middle, too; and of prefixes that are not
  /// declared it complains, but reads on.
  ///
  /// - Parameters:
  ///   - isComplete: whether the root element was closed.
  ///   - errorLine: where the parser first complained of something else than a prefix.
  static func found(
    by parser: XMLParser, isComplete: Bool, errorLine: Int?
  ) -> (reason: String, line: Int)? {
    let code = (parser.parserError as NSError?)?.code ?? 0
    let isSound = code == 0 || (namespaceErrors.contains(code) && errorLine == nil)
    guard !isComplete || !isSound else { return nil }
    return (reason(code, isComplete: isComplete), errorLine ?? parser.lineNumber)
  }

  /// Complaints of prefixes that are not declared; the parser reads on.
  static let namespaceErrors = 200...205

  /// What is wrong, for a person.
  ///
  /// - Parameter isComplete: Whether the root element was closed.
  private static func reason(_ code: Int, isComplete: Bool) -> String {
    switch code {
    case 4: "it is empty"
    case 5 where isComplete: "there is something after the end of its root element"
    case 26, 27: "it uses an entity that XML does not have; write the character itself"
    case 38, 39: "a “<” or a quotation mark is missing in an attribute"
    case 76: "a start tag and an end tag do not belong together"
    case 9: "it holds a character that XML does not allow"
    case 68: "a “<” or a “&” stands where “&lt;” or “&amp;” should"
    case _ where isComplete: "the parser stops here (error \(code))"
    default: "it stops in the middle; copy or download it again"
    }
  }
}
