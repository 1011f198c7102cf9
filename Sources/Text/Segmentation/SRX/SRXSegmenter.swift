/// Splits documents by the rules of an SRX file.
///
///     let rules = try SRXRules(path: "rules.srx", contents: bytes)  // BitestoFormats
///     let segmenter = try SRXSegmenter(rules, language: "it")
///     let segments = segmenter.segments(of: document)
///
/// At each place of a paragraph the first rule decides whose expressions match before and after it;
/// where none matches there is no break. A rule sees the paragraph it works on, and of that 1,000
/// UTF-16 code units on either side of the place. An expression that takes ICU longer than some 30
/// milliseconds at a place does not match there, and the third time nowhere any more in the document.
public struct SRXSegmenter: Sendable {
  private let table: SRXRuleTable

  /// Compiles the rules of a language.
  ///
  /// - Parameter language: A code such as "it" or "it-IT"; see ``SRXRules/ruleSets(for:)``.
  /// - Throws: ``SRXError`` when no map of the file matches the language, when a map names rules that
  ///   are not there, and for the first pattern that is no regular expression.
  public init(_ rules: SRXRules, language: String) throws(SRXError) {
    table = try SRXRuleTable(rules.ruleSets(for: language), path: rules.path)
  }

  /// The segments in order; none crosses a paragraph, and all that is not white space stands in one.
  ///
  /// Linear in the length of the text; the text is not altered.
  public func segments(of document: Document) -> [Segment] {
    var run = SRXRun(table)
    var units: [UInt16] = []
    return document.bytes.withView { text in
      var segments: [Segment] = []
      segments.reserveCapacity(text.count / 120 + document.paragraphs.count)
      for (number, paragraph) in document.paragraphs.enumerated() {
        units.removeAll(keepingCapacity: true)
        units.append(contentsOf: String(decoding: text.base[paragraph], as: UTF8.self).utf16)
        let breaks = units.withUnsafeBufferPointer { run.breaks(in: $0) }
        var start = paragraph.lowerBound
        for end in offsets(of: breaks, in: units, from: start) + [paragraph.upperBound] {
          let range = text.trimmingSpace(start..<end)
          start = end
          guard !range.isEmpty else { continue }
          segments.append(Segment(range: range, paragraph: number, role: .body))
        }
      }
      SegmentRoles(text: text, document: document, language: document.language)
        .assign(to: &segments)
      return segments
    }
  }

  /// Where a paragraph breaks, in UTF-8 bytes; white space belongs to either side as the rules say.
  func breaks(in paragraph: String) -> [Int] {
    var run = SRXRun(table)
    let units = Array(paragraph.utf16)
    return offsets(of: units.withUnsafeBufferPointer { run.breaks(in: $0) }, in: units, from: 0)
  }

  /// The UTF-8 offsets of places in UTF-16 code units.
  private func offsets(of places: [Int], in units: [UInt16], from start: Int) -> [Int] {
    var (offset, index) = (start, 0)
    return places.map { place in
      while index < place {
        // Each half of a surrogate pair is half of four bytes.
        let unit = units[index]
        offset += unit < 0x80 ? 1 : unit < 0x800 || unit & 0xF800 == 0xD800 ? 2 : 3
        index += 1
      }
      return offset
    }
  }
}
