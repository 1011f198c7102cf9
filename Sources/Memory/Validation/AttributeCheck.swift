/// Holds attributes against the DTD and the standard: names, and values that the DTD calls any text.
struct AttributeCheck {
  typealias Finding = StructureCheck.Finding

  /// The values that TMX lists.
  private static let listed: [String: [String]] = [
    "segtype": TMXAttributes.segmentTypes, "pos": ["begin", "end"],
    "assoc": ["p", "f", "b"],
  ]

  private enum Kind { case date, language, listed, number, version }

  /// What the values of some attributes are.
  private static let kinds: [String: Kind] = [
    "creationdate": .date, "changedate": .date, "lastusagedate": .date, "xml:lang": .language,
    "lang": .language, "srclang": .language, "adminlang": .language, "segtype": .listed,
    "pos": .listed, "assoc": .listed, "usagecount": .number, "i": .number, "x": .number,
    "version": .version,
  ]
  private static let versions = ["1.1", "1.2", "1.3", "1.4"]
  /// Distinct tags that are kept in mind.
  private static let mostTags = 1000

  /// The tags seen so far, each looked at once.
  private var knownTags: Set<String> = []
  private var tagsOfVariants: Set<String> = []
  /// The first spelling of each language of variants.
  private var spellings: [LanguageTag: String] = [:]

  /// Appends what is wrong with the attributes of a start tag.
  mutating func check(
    _ values: [XMLAttribute], of element: TMXElement, _ found: inout [Finding]
  ) {
    let grammar = TMXGrammar.of(element)
    for attribute in values {
      if grammar.attributes.contains(attribute.name) {
        checkValue(attribute, of: element, &found)
      } else {
        found.append(Self.unknown(attribute.name, in: element, grammar))
      }
    }
    for name in grammar.requiredAttributes where values[name] == nil {
      found.append(
        Finding(.missingAttribute, "<\(element.name)> has no attribute “\(name)”; add it"))
    }
    if values.count > 1 { Self.checkOrder(of: values, &found) }
  }

  private static func unknown(
    _ name: String, in element: TMXElement, _ grammar: TMXGrammar
  ) -> Finding {
    let element = element.name
    if name == "xml:space" {
      return Finding(
        .xmlSpace, "TMX has no “xml:space”, and keeps space without it; remove it from <\(element)>"
      )
    }
    if name == "xmlns" || (name.contains(":") && name != "xml:lang") {
      return Finding(
        .foreignName, "“\(name)” in <\(element)> is not of TMX; remove it, or keep it in a <prop>")
    }
    let meant = grammar.attributes.first { $0.lowercased() == name.lowercased() }
    return Finding(
      .unknownAttribute,
      meant.map { "<\(element)> has no attribute “\(name)”; write “\($0)”" }
        ?? "<\(element)> has no attribute “\(name)” in TMX; remove it, or keep it in a <prop>")
  }

  // MARK: Values

  private mutating func checkValue(
    _ attribute: XMLAttribute, of element: TMXElement, _ found: inout [Finding]
  ) {
    let (name, value) = (attribute.name, attribute.value)
    switch Self.kinds[name] {
    case .date:
      if !MemoryDate.isStrict(value) { found.append(Self.date(name, value)) }
    case .language:
      checkLanguage(name, value, of: element, &found)
    case .listed:
      guard let values = Self.listed[name], !values.contains(value) else { return }
      found.append(
        Finding(
          .invalidValue,
          "“\(name)” is “\(excerpt(value))”; TMX has \(values.joined(separator: ", "))"))
    case .number:
      let isNumber = !value.isEmpty && value.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      if isNumber { return }
      found.append(
        Finding(.invalidNumber, "“\(name)” is “\(excerpt(value))”; write a whole number"))
    case .version:
      if value == "1.4" { return }
      found.append(
        Self.versions.contains(value)
          ? Finding(
            .oldVersion, "the file is TMX \(value); tools of today write 1.4, as does tmx convert")
          : Finding(
            .unknownVersion, "“version” is “\(excerpt(value))”; write “1.4” for TMX 1.4 and 1.4b"))
    case nil: return
    }
  }

  private static func date(_ name: String, _ value: String) -> Finding {
    if let date = MemoryDate.normalized(value) {
      return Finding(.dateFormat, "“\(name)” is “\(excerpt(value))”; write “\(date)”")
    }
    return Finding(
      .invalidDate,
      "“\(name)” is “\(excerpt(value))”, which is no date; write one like “20240131T093000Z”")
  }

  /// Whether what came later is dated later. Dates of TMX sort as texts do.
  private static func checkOrder(of values: [XMLAttribute], _ found: inout [Finding]) {
    guard let created = values["creationdate"] else { return }
    for name in ["changedate", "lastusagedate"] {
      guard let date = values[name], date < created, MemoryDate.isStrict(date),
        MemoryDate.isStrict(created)
      else { continue }
      found.append(
        Finding(.dateOrder, "“\(name)” \(date) is before “creationdate” \(created); mend one"))
    }
  }

  // MARK: Languages

  private mutating func checkLanguage(
    _ name: String, _ value: String, of element: TMXElement, _ found: inout [Finding]
  ) {
    if name == "lang", element != .variant {
      found.append(
        Finding(.oldLanguageAttribute, "“lang” where TMX 1.4 has “xml:lang”; rename it"))
    }
    if element == .variant {
      // The reader tells about variants without a language.
      if value.isEmpty || tagsOfVariants.contains(value) { return }
      if tagsOfVariants.count < Self.mostTags { tagsOfVariants.insert(value) }
      checkSpelling(value, &found)
    }
    if knownTags.contains(value) { return }
    if knownTags.count < Self.mostTags { knownTags.insert(value) }
    if name == "srclang", value == "*all*" { return }
    if let reason = LanguageTag.fault(in: value) {
      found.append(Finding(.languageTag, "“\(name)” is “\(excerpt(value))”: \(reason)"))
    }
  }

  /// Whether variants of a language have spelled it otherwise before.
  private mutating func checkSpelling(_ value: String, _ found: inout [Finding]) {
    let tag = LanguageTag(value)
    if let other = spellings[tag], other != value {
      found.append(
        Finding(
          .inconsistentLanguageTag,
          "“\(value)” here and “\(other)” before; some tools take them for two languages: write "
            + "“\(tag.canonical)” everywhere"))
    } else if spellings.count < Self.mostTags {
      spellings[tag] = value
    }
  }
}
