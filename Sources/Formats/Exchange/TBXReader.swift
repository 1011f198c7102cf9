import BitestoGlossary
import BitestoText
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Builds entries from the events of an XML parser, whatever version and dialect of TBX they are of.
///
/// Elements are known by their local names, data categories by the attribute `type` or, in DCT style, by
/// the name of their element. Nothing outside the file is read, whatever its DOCTYPE says; entities may
/// not be declared.
final class TBXReader: NSObject, XMLParserDelegate {
  /// Bytes.
  private static let largest = 512 << 20
  private static let deepest = 64

  private let path: String
  private var collector: EntryCollector
  private var error: GlossaryError?
  private var depth = 0
  /// Those met so far; a file has few different ones.
  private var localNames: [String: String] = [:]
  private var root: String?
  /// Where the parser first complained.
  private var errorLine: Int?
  /// The depth of an element whose content is passed over.
  private var skippedDepth: Int?
  private var entry: DraftEntry?
  private var language: String?
  /// The notes and definitions of the entry.
  private var entryNotes: [String] = []
  /// Those of the language, and the number of forms before it.
  private var languageNotes: (start: Int, notes: [String]) = (0, [])
  private var form: DraftForm?
  /// The element whose text is being read.
  private var leaf: Leaf?

  private struct Leaf {
    var category: String
    var target: String?
    var depth: Int
    var line: Int
    var text = ""
  }

  /// - Throws: ``GlossaryError`` for a file that is not XML or not TBX, with its line.
  static func read(
    path: String, contents: [UInt8], kind: BitestoGlossary.Entry.Kind
  ) throws(GlossaryError) -> ImportedGlossary {
    guard contents.count <= largest else {
      throw GlossaryError(path, 1, "larger than \(largest >> 20) MB; split it")
    }
    if contents.allSatisfy({ $0 <= 0x20 }) { throw GlossaryError(path, 1, "the file is empty") }
    let text: XMLText
    do throws(XMLText.Fault) {
      text = try XMLText(contents)
    } catch {
      switch error {
      case .unreadable(let name, let line):
        throw GlossaryError(path, line, "this line cannot be read as \(name)")
      case .declaresEntities(let line):
        throw GlossaryError(
          path, line, "it declares entities, which is not safe to read; replace them by their text")
      }
    }
    let reader = TBXReader(path: path, kind: kind)
    reader.read(text.bytes)
    if let error = reader.error { throw error }
    return reader.collector.finished()
  }

  private init(path: String, kind: BitestoGlossary.Entry.Kind) {
    self.path = path
    collector = EntryCollector(path: path, format: "TBX", kind: kind)
  }

  private func read(_ bytes: [UInt8]) {
    // The parser has trouble with more than 10 MB in one piece.
    let parser = XMLParser(stream: InputStream(data: Data(bytes)))
    parser.shouldResolveExternalEntities = false
    parser.shouldProcessNamespaces = false
    parser.delegate = self
    _ = parser.parse()
    if error != nil { return }
    let isComplete = depth == 0 && root != nil
    if let problem = XMLProblem.found(by: parser, isComplete: isComplete, errorLine: errorLine) {
      fail(problem.line, "not well-formed XML: \(problem.reason)")
    }
  }

  private func fail(_ line: Int, _ message: String, _ parser: XMLParser? = nil) {
    guard error == nil else { return }
    error = GlossaryError(path, max(line, 1), message)
    parser?.abortParsing()
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
    let isNamespace = XMLProblem.namespaceErrors.contains((parseError as NSError).code)
    if errorLine == nil, !isNamespace { errorLine = parser.lineNumber }
  }

  func parser(
    _ parser: XMLParser, didStartElement qualifiedName: String, namespaceURI: String?,
    qualifiedName _: String?, attributes: [String: String]
  ) {
    depth += 1
    if depth > Self.deepest {
      return fail(
        parser.lineNumber, "more than \(Self.deepest) elements inside each other", parser)
    }
    if skippedDepth != nil { return }
    let name = localName(qualifiedName)
    if root == nil {
      root = name
      guard name == "tbx" || name == "martif" else {
        return fail(
          parser.lineNumber, "not a TBX file: its root element is '\(qualifiedName)'", parser)
      }
      collector.format = name == "tbx" ? "TBX 3" : "TBX 2"
      return
    }
    if leaf != nil {
      if Self.codes.contains(name) { skippedDepth = depth }
      return
    }
    start(name, qualifiedName, attributes, line: parser.lineNumber)
  }

  private func start(
    _ name: String, _ qualifiedName: String, _ attributes: [String: String], line: Int
  ) {
    switch name {
    case "tbxheader", "martifheader", "header", "back": skippedDepth = depth
    case "conceptentry", "termentry":
      entry = DraftEntry(id: TBXIdentifier.id(of: attributes["id"] ?? ""), line: line)
      entryNotes = []
    case "langsec", "langset":
      language = attributes["xml:lang"] ?? attributes["lang"] ?? ""
      languageNotes = (entry?.forms.count ?? 0, [])
    case "termsec", "tig", "ntig":
      form = DraftForm(language: language ?? "", text: "", line: line)
    case "transacgrp", "termcomplist":
      collector.lose(Tally.Noun(name == "transacgrp" ? "change record" : "list of word parts"))
      skippedDepth = depth
    case _ where Self.groups.contains(name): break
    default:
      guard entry != nil else { return }
      let ownName = qualifiedName.split(separator: ":").last.map(String.init) ?? name
      let category = attributes["type"] ?? ownName
      leaf = Leaf(
        category: name == "term" || name == "note" ? name : category,
        target: attributes["target"], depth: depth, line: line)
    }
  }

  /// Elements that only hold others.
  private static let groups: Set<String> = [
    "text", "body", "termgrp", "descripgrp", "admingrp", "termnotegrp", "notegrp",
  ]

  /// Inline elements whose content is no text.
  private static let codes: Set<String> = ["bpt", "ept", "it", "ph", "sc", "ec", "ut"]

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if skippedDepth == nil { leaf?.text += text }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if skippedDepth == nil { leaf?.text += String(decoding: block, as: UTF8.self) }
  }

  func parser(
    _ parser: XMLParser, didEndElement qualifiedName: String, namespaceURI: String?,
    qualifiedName _: String?
  ) {
    defer { depth -= 1 }
    if let skipped = skippedDepth {
      if skipped == depth { skippedDepth = nil }
      return
    }
    if let leaf {
      if leaf.depth == depth {
        self.leaf = nil
        take(leaf)
      }
      return
    }
    switch localName(qualifiedName) {
    case "termsec", "tig", "ntig":
      if let form { entry?.forms.append(form) }
      form = nil
    case "langsec", "langset":
      give(languageNotes.notes, toFormAt: languageNotes.start)
      languageNotes.notes = []
      language = nil
    case "conceptentry", "termentry":
      give(entryNotes, toFormAt: 0)
      if let entry { collector.add(entry) }
      entry = nil
    default: break
    }
  }

  /// A glossary has notes on forms only; those on an entry or a language go to their first form.
  private func give(_ notes: [String], toFormAt index: Int) {
    guard !notes.isEmpty, let forms = entry?.forms, forms.indices.contains(index) else { return }
    let own = forms[index].note.isEmpty ? [] : [forms[index].note]
    entry?.forms[index].note = (own + notes).joined(separator: "\n")
  }

  private func take(_ leaf: Leaf) {
    let value = EntryCollector.plain(leaf.text)
    switch leaf.category.lowercased() {
    case "term": form?.text = value
    case "note":
      if let (property, text) = TBXProperty.read(leaf.text) {
        take(property, text)
      } else {
        note(value)
      }
    case "definition": note(value)
    case "administrativestatus", "termstatus", "usagestatus":
      if let status = Self.statuses[value.lowercased()] {
        form?.status = status
      } else {
        lose(leaf)
      }
    case "customersubset", "customer":
      if form?.style == "" { form?.style = value } else { lose(leaf) }
    case "source":
      if form?.source == "" { form?.source = value } else { lose(leaf) }
    case "grammaticalgender":
      let gender = BitestoGlossary.Entry.Gender(rawValue: value)
      if let gender, entry?.gender == nil, language.flatMap(Language.init(tag:)) == .italian {
        entry?.gender = gender
      } else {
        lose(leaf)
      }
    case "crossreference":
      if let kind = BitestoGlossary.Entry.Relation.Kind(rawValue: value), let target = leaf.target {
        entry?.relations.append((kind, TBXIdentifier.id(of: target)))
      } else {
        lose(leaf)
      }
    default: lose(leaf)
    }
  }

  private func lose(_ leaf: Leaf) {
    let category = EntryCollector.plain(leaf.category)
    collector.lose(Tally.Noun(category, category))
  }

  private func note(_ text: String) {
    guard !text.isEmpty else { return }
    if form != nil {
      let own = form?.note ?? ""
      form?.note = own.isEmpty ? text : own + "\n" + text
    } else if language != nil {
      languageNotes.notes.append(text)
    } else {
      entryNotes.append(text)
    }
  }

  private func take(_ property: TBXProperty, _ value: String) {
    switch property {
    case .kind: entry?.kind = BitestoGlossary.Entry.Kind(rawValue: value)
    case .gender: entry?.gender = BitestoGlossary.Entry.Gender(rawValue: value)
    case .surname: entry?.surname = BitestoGlossary.Entry.Surname(rawValue: value)
    case .relation:
      let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let kind = BitestoGlossary.Entry.Relation.Kind(rawValue: parts[0])
      else { return collector.lose(.relation) }
      entry?.relations.append((kind, parts[1]))
    case .comment:
      let lines = value.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if form == nil { entry?.comments = lines } else { form?.comments = lines }
    case .status: form?.status = Form.Status(rawValue: value)
    case .style: form?.style = value
    case .system: form?.system = value
    case .source: form?.source = value
    case .note: form?.note = value
    }
  }

  /// The values of ISO 30042 and of programs that shorten them or use those of TBX-Min, in lower
  /// case.
  private static let statuses: [String: Form.Status] = [
    "preferredterm-admn-sts": .preferred, "preferredterm": .preferred, "preferred": .preferred,
    "admittedterm-admn-sts": .accepted, "admittedterm": .accepted, "admitted": .accepted,
    "deprecatedterm-admn-sts": .deprecated, "deprecatedterm": .deprecated,
    "deprecated": .deprecated, "supersededterm-admn-sts": .deprecated,
    "supersededterm": .deprecated, "superseded": .deprecated, "notrecommended": .deprecated,
    "obsolete": .deprecated, "forbidden": .forbidden,
  ]

  /// The name without its prefix, in lower case.
  private func localName(_ name: String) -> String {
    if let known = localNames[name] { return known }
    let local = name.split(separator: ":").last.map { $0.lowercased() } ?? name
    localNames[name] = local
    return local
  }
}
