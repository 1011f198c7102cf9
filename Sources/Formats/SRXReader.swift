import BitestoText
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension SRXRules {
  /// Reads an SRX file, 1.0 or 2.0, in any usual encoding. Linear.
  ///
  /// Liberal: namespaces and prefixes do not matter, elements of other vocabularies are passed over,
  /// a missing `break` is "yes", a missing `cascade` "no". Patterns are taken as they stand, but for
  /// line ends with the indentation around them at both ends; ``faults()`` looks whether they are
  /// regular expressions. Nothing outside the file is read, whatever its DOCTYPE says.
  ///
  /// - Parameter path: the name that errors give the file.
  /// - Throws: ``SRXError`` for a file that is not XML or not SRX, with its line.
  public init(path: String, contents: [UInt8]) throws(SRXError) {
    let reader = SRXReader(path: path)
    if contents.count > SRXReader.largest {
      throw SRXError(path: path, line: 0, fault: .tooLarge(limit: SRXReader.largest))
    }
    do throws(XMLText.Fault) {
      reader.read(try XMLText(contents).bytes)
    } catch {
      switch error {
      case .unreadable(let name, let line):
        throw SRXError(path: path, line: line, fault: .unreadableEncoding(name))
      case .declaresEntities(let line):
        throw SRXError(path: path, line: line, fault: .declaresEntities)
      }
    }
    if let error = reader.error { throw error }
    self = reader.rules
  }
}

/// Builds rules from the events of an XML parser.
private final class SRXReader: NSObject, XMLParserDelegate {
  /// Bytes; the parser itself has trouble with more than 10 MB.
  static let largest = 8_000_000
  private static let deepest = 64

  private(set) var rules: SRXRules
  private(set) var error: SRXError?
  private var depth = 0
  private var root: String?
  /// Depth of an element of another vocabulary, whose content is passed over.
  private var foreignDepth: Int?
  private var rule: SRXRules.Rule?
  private var pattern: String?
  private var hasVersion = false
  /// Where the parser first complained.
  private var errorLine: Int?

  init(path: String) {
    rules = SRXRules(path: path)
  }

  func read(_ bytes: [UInt8]) {
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.shouldProcessNamespaces = false
    parser.delegate = self
    _ = parser.parse()
    if error != nil { return }
    let isComplete = depth == 0 && root != nil
    if let problem = XMLProblem.found(by: parser, isComplete: isComplete, errorLine: errorLine) {
      fail(.notXML(problem.reason), problem.line)
    } else if rules.ruleSets.allSatisfy(\.rules.isEmpty) {
      fail(.noRules, 0)
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
    let isNamespace = XMLProblem.namespaceErrors.contains((parseError as NSError).code)
    if errorLine == nil, !isNamespace { errorLine = parser.lineNumber }
  }

  private func fail(_ fault: SRXError.Fault, _ line: Int, _ parser: XMLParser? = nil) {
    guard error == nil else { return }
    error = SRXError(path: rules.path, line: max(line, 0), fault: fault)
    parser?.abortParsing()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    if depth > Self.deepest {
      return fail(.tooDeep(limit: Self.deepest), parser.lineNumber, parser)
    }
    if foreignDepth != nil { return }
    let element = SRXElement(name, attributes, line: parser.lineNumber)
    if element.isForeign {
      foreignDepth = depth
      return
    }
    guard root != nil else {
      root = element.name
      if element.name == "srx" {
        if let version = element["version"] { (rules.version, hasVersion) = (version, true) }
      } else {
        fail(.notSRX(root: name), parser.lineNumber, parser)
      }
      return
    }
    do throws(SRXElement.Failure) {
      try start(element)
    } catch {
      fail(error.fault, element.line, parser)
    }
  }

  private func start(_ element: SRXElement) throws(SRXElement.Failure) {
    switch element.name {
    case "header":
      rules.segmentsSubflows = try element.flag("segmentsubflows") ?? true
      rules.cascades = try element.flag("cascade") ?? false
    case "formathandle":
      guard let kind = element["type"].flatMap(SRXRules.FormatHandle.Kind.init(rawValue:)) else {
        return
      }
      let isIncluded = try element.flag("include") ?? (kind != .start)
      rules.formatHandles.append(SRXRules.FormatHandle(kind: kind, isIncluded: isIncluded))
    case "languagerule":
      let name = element["languagerulename"] ?? ""
      rules.ruleSets.append(SRXRules.RuleSet(name: name, rules: [], line: element.line))
    case "rule":
      let breaks = try element.flag("break") ?? true
      rule = SRXRules.Rule(breaks: breaks, before: "", after: "", line: element.line)
    case "beforebreak", "afterbreak": pattern = ""
    case "maprule":
      if !hasVersion { rules.version = "1.0" }
    case "languagemap":
      rules.maps.append(
        SRXRules.LanguageMap(
          pattern: element["languagepattern"] ?? "", ruleSet: element["languagerulename"] ?? "",
          line: element.line))
    case "body", "languagerules", "maprules": break
    default:
      rules.unknownElements.append(
        SRXRules.UnknownElement(name: element.name, line: element.line))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if foreignDepth == nil, pattern != nil { pattern? += text }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if foreignDepth == nil, pattern != nil { pattern? += String(decoding: block, as: UTF8.self) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    defer { depth -= 1 }
    if let foreign = foreignDepth {
      if foreign == depth { foreignDepth = nil }
      return
    }
    switch SRXElement.localName(name) {
    case "beforebreak":
      rule?.before = Self.unindented(pattern ?? "")
      pattern = nil
    case "afterbreak":
      rule?.after = Self.unindented(pattern ?? "")
      pattern = nil
    case "rule":
      guard let rule else { return }
      if rules.ruleSets.isEmpty {
        rules.ruleSets.append(SRXRules.RuleSet(name: "", rules: [], line: rule.line))
      }
      rules.ruleSets[rules.ruleSets.count - 1].rules.append(rule)
      self.rule = nil
    default: break
    }
  }

  /// Without line ends, and the indentation about them, at both ends: they come from laying out the
  /// XML. Other white space is part of the pattern.
  private static func unindented(_ pattern: String) -> String {
    var scalars = Array(pattern.unicodeScalars)[...]
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || isEnd(scalar)
    }
    func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
    let front = scalars.prefix(while: isSpace)
    if front.contains(where: isEnd) { scalars = scalars.dropFirst(front.count) }
    let back = scalars.reversed().prefix(while: isSpace)
    if back.contains(where: isEnd) { scalars = scalars.dropLast(back.count) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
