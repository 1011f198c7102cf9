import BitestoAlignment
import BitestoMemory
import BitestoText

extension BitextFormat {
  /// XLIFF 1.2, which every translator's editor opens.
  public static let xliff = xliff(
    .xliff, .version12, summary: "XLIFF 1.2 for an editor", extensions: ["xlf", "xliff"])

  /// XLIFF 2.1, for editors that want it.
  public static let xliff2 = xliff(
    .xliff2, .version21, summary: "XLIFF 2.1 for an editor", extensions: ["xlf2", "xliff2"])

  /// Units without a target stay, to be translated; those without a source are left out. Other
  /// passages with the same words are alternatives, so that an editor offers them as matches.
  private static func xliff(
    _ format: UnitFormat, _ version: XLIFFWriter.Version, summary: String, extensions: [String]
  ) -> BitextFormat {
    BitextFormat(name: format.name, summary: summary, extensions: extensions) {
      bitext, options, output in
      let target = targetLanguage(of: bitext)
      var writer = XLIFFWriter(
        version, header: header(of: bitext, options),
        options: UnitWritingOptions(
          source: bitext.source.tag(options),
          target: target.map { LanguageTag(options.tag(for: $0)) },
          toolVersion: options.toolVersion),
        sink: output.sink)
      var leftOut = 0
      for entry in bitext.entries {
        if let unit = unit(of: entry, in: bitext, target, options) {
          try writer.write(unit)
        } else {
          leftOut += 1
        }
      }
      try writer.finish()
      return leftOut
    }
  }
}

/// The language that the source is translated to: of Italian and English the other, if a target is in it.
private func targetLanguage(of bitext: Bitext) -> Language? {
  let languages = bitext.targets.map(\.document.language)
  return languages.first {
    [.italian, .english].contains($0) && $0 != bitext.source.document.language
  }
    ?? languages.first
}

private func header(of bitext: Bitext, _ options: WritingOptions) -> MemoryHeader {
  var header = MemoryHeader(
    attributes: [XMLAttribute("datatype", "plaintext")],
    notes: [options.signature].compactMap { $0.map { MemoryNote($0) } },
    properties: [MemoryProperty("x-source", bitext.source.document.path)])
  header.attributes["creationdate"] = options.creationTime.map {
    UTCTime(secondsSince1970: $0).basic
  }
  return header
}

/// Nil for an entry without a source. Passages in another language than the target's are alternatives.
private func unit(
  of entry: Entry, in bitext: Bitext, _ language: Language?, _ options: WritingOptions
) -> TranslationUnit? {
  guard let source = entry.source else { return nil }
  var unit = TranslationUnit(
    attributes: [XMLAttribute("tuid", "\(entry.number)")], notes: [note(on: entry, in: bitext)],
    variants: [source.variant(options)])
  if let target = entry.wholeTarget {
    if target.language == language {
      unit.variants.append(target.variant(options))
      unit.properties.append(MemoryProperty("x-state", "translated"))
      if ConfidenceLevel(entry.confidence) != .strong {
        unit.properties.append(MemoryProperty("x-substate", "xliff12:needs-review-translation"))
      }
    } else {
      unit.variants.append(alternative(target, options))
    }
  }
  unit.variants += entry.alternatives.map { alternative($0.excerpt, options) }
  return unit
}

private func alternative(_ excerpt: Excerpt, _ options: WritingOptions) -> UnitVariant {
  var variant = excerpt.variant(options)
  variant.properties = [
    MemoryProperty(MemoryProperty.confidence, shortDecimal(excerpt.confidence)),
    MemoryProperty("x-origin", excerpt.path),
  ]
  return variant
}

/// Who says it and where the target was found, for the person at the editor.
private func note(on entry: Entry, in bitext: Bitext) -> MemoryNote {
  let report = bitext.kind == .trace ? entry.target : nil
  let facts = [
    entry.quotation?.speaker, entry.quotation?.credit, report?.side.outlet, report?.path,
    "\(percent(entry.confidence)) % sure",
  ]
  return MemoryNote(
    facts.compactMap { $0 }.joined(separator: ", "), attributes: [XMLAttribute("from", "Bitesto")])
}
