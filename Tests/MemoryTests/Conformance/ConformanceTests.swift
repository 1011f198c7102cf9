import BitestoMemory
import Testing

/// What every bilingual format must pass that is both read and written.
@Suite struct ConformanceTests {
  static let formats = UnitFormat.all.filter { $0.reader != nil && $0.writer != nil }.map(\.name)

  @Test(arguments: formats)
  func `every nasty text comes back`(format: String) throws {
    let gaps = FormatGaps.of[format] ?? []
    let written = NastyBitext.units.filter { unit in
      unit.variants.contains { !gaps.kept($0.segment.plainText).isEmpty }
    }
    let read = try roundTrip(written, format)
    try #require(read.count == written.count)
    for (before, after) in zip(written, read) {
      for (one, other) in zip(before.variants, after.variants) {
        expectSame(
          gaps.kept(one.segment.plainText), gaps.comparable(other.segment.plainText), format)
      }
      #expect(after.variants.map(\.language) == ["it", "en"])
      if !gaps.contains(.attributes) { #expect(after.attributes == before.attributes) }
    }
  }

  @Test(arguments: formats)
  func `what XML does not have is kept or left out, never written`(format: String) throws {
    let gaps = FormatGaps.of[format] ?? []
    let unit = NastyBitext.unit("1", NastyBitext.forbidden, "x\u{FFFF}")
    let read = try #require(try roundTrip([unit], format).first)
    expectSame(
      gaps.kept(NastyBitext.forbidden), gaps.comparable(read.variants[0].segment.plainText), format)
  }

  @Test(arguments: formats)
  func `an empty side comes back empty`(format: String) throws {
    let units = [NastyBitext.unit("1", "solo", ""), NastyBitext.unit("2", "", "only")]
    let read = try roundTrip(units, format)
    let texts = read.map { unit in
      [LanguageTag("it"), "en"].map { unit.variant(in: $0)?.segment.plainText ?? "" }
    }
    #expect(texts == [["solo", ""], ["", "only"]])
  }

  @Test(arguments: formats)
  func `a segment of 2 MB comes back`(format: String) throws {
    let gaps = FormatGaps.of[format] ?? []
    let text = String(repeating: "è <lungo> & 𝄞\u{A0}\"largo\"\n", count: 70_000)
    let read = try #require(try roundTrip([NastyBitext.unit("1", text, "short")], format).first)
    let isSame =
      gaps.comparable(read.variants[0].segment.plainText).utf8.elementsEqual(gaps.kept(text).utf8)
    #expect(isSame)
    #expect(read.variants[1].segment == "short")
  }

  @Test(arguments: formats)
  func `codes come back, or the words without them`(format: String) throws {
    let gaps = FormatGaps.of[format] ?? []
    for (segment, gap) in [
      (NastyBitext.codes, FormatGaps.codes), (NastyBitext.nestedCodes, .nestedCodes),
    ] {
      var unit = NastyBitext.unit("1", "", "")
      unit.variants[0].segment = segment
      unit.variants[1].segment = segment
      let read = try #require(try roundTrip([unit], format).first)
      for variant in read.variants {
        expectSame(
          gaps.kept(segment.plainText), gaps.comparable(variant.segment.plainText), format)
        if !gaps.contains(gap) {
          #expect(variant.segment.withSortedAttributes == segment.withSortedAttributes)
        } else if gap == .codes {
          #expect(!variant.segment.hasCodes)
        }
      }
    }
  }

  @Test(arguments: formats)
  func `forty notes and two hundred properties come back`(format: String) throws {
    let gaps = FormatGaps.of[format] ?? []
    let unit = NastyBitext.annotated
    let read = try #require(try roundTrip([unit], format).first)
    #expect(read.property("x-confidence").flatMap(Double.init) == 0.5)
    if !gaps.contains(.states) { #expect(read.property("x-state") == "reviewed") }
    if !gaps.contains(.attributes) {
      #expect(Set(read.attributes).isSuperset(of: unit.attributes))
    }
    if !gaps.contains(.properties) {
      let own = ["x-confidence", "x-state"]
      #expect(
        read.properties.filter { !own.contains($0.type) }
          == unit.properties.filter { !own.contains($0.type) })
      #expect(read.variants[0].properties == unit.variants[0].properties)
    }
    let notes = (read.notes + read.variants.flatMap(\.notes)).map(\.text)
    let all = (unit.notes + unit.variants.flatMap(\.notes)).map(\.text)
    if gaps.contains(.notes) {
      #expect(notes.isEmpty)
    } else if gaps.contains(.sides) {
      // One cell holds them all.
      expectSame(all.joined(separator: "\n"), notes.joined(separator: "\n"), format)
    } else {
      #expect(notes == all)
      #expect(read.variants[1].notes == unit.variants[1].notes)
    }
  }

  @Test(arguments: formats)
  func `every language comes back, or the two that were asked for`(format: String) throws {
    let gaps = FormatGaps.of[format] ?? []
    let unit = NastyBitext.multilingual
    let read = try #require(try roundTrip([unit], format).first)
    let words = read.variants.map(\.segment.plainText)
    if gaps.contains(.languages) {
      // Which of two in a language is the format's choice.
      #expect(words.first == "sì" && ["yes", "yeah"].contains(words.dropFirst().first))
      #expect(read.variants.allSatisfy { ["it", "en"].contains($0.language) })
    } else {
      #expect(words == unit.variants.map(\.segment.plainText))
      #expect(read.variants.map(\.language) == unit.variants.map(\.language))
    }
  }

  @Test(arguments: formats)
  func `any text comes back`(format: String) throws {
    let gaps = FormatGaps.of[format] ?? []
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let texts = (0..<8).map { _ in random.text() }
      let units = zip(texts, texts.reversed()).enumerated().map { number, pair in
        // A letter, so that no unit is without words.
        NastyBitext.unit("\(number + 1)", "a" + pair.0, "b" + pair.1)
      }
      let read = try roundTrip(units, format)
      try #require(read.count == units.count, "seed \(seed)")
      for (before, after) in zip(units, read) {
        for (one, other) in zip(before.variants, after.variants) {
          expectSame(
            gaps.kept(one.segment.plainText), gaps.comparable(other.segment.plainText),
            "\(format), seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: formats)
  func `a file without units can be read`(format: String) throws {
    #expect(try roundTrip([], format).isEmpty)
  }

  // MARK: Ways

  /// What comes back of units that are written and read. Nothing may be told about the file.
  private func roundTrip(_ units: [TranslationUnit], _ name: String) throws -> [TranslationUnit] {
    let format = try #require(UnitFormat.named(name))
    let header = MemoryHeader(attributes: [XMLAttribute("srclang", "it")])
    var file: [UInt8] = []
    let write = try #require(format.writer)
    var writer = try write(header, UnitWritingOptions(source: "it", target: "en")) { file += $0 }
    for unit in units {
      let isWritten = try writer.write(unit)
      #expect(isWritten)
    }
    try writer.finish()
    let read = try #require(format.reader)
    var reader = try read(ByteSource(file), UnitReadingOptions(source: "it", target: "en"))
    var found: [TranslationUnit] = []
    while let item = try reader.next() {
      switch item {
      case .unit(let unit): found.append(unit)
      case .problem(let problem): Issue.record("\(name): \(problem)")
      }
    }
    return found
  }

  /// Compares code points, not letters, as `==` does.
  private func expectSame(_ one: String, _ other: String, _ where: String) {
    let isSame = one.utf8.elementsEqual(other.utf8)
    #expect(isSame, "\(`where`): \(one.debugDescription) became \(other.debugDescription)")
  }
}

extension FormatGaps {
  /// What came back, for comparison with what may come back.
  fileprivate func comparable(_ text: String) -> String {
    contains(.lineEnds) ? kept(text) : text
  }
}

extension SegmentContent {
  /// The order of attributes has no meaning.
  fileprivate var withSortedAttributes: SegmentContent {
    SegmentContent(
      pieces.map { piece in
        guard case .code(let code) = piece else { return piece }
        return .code(
          InlineCode(
            code.kind, attributes: code.attributes.sorted { $0.name < $1.name },
            content: code.content.withSortedAttributes))
      })
  }
}
