import BitestoMemory
import TestSupport
import Testing

/// Reading does not depend on where the pieces of a file end.
@Suite struct MemoryPiecesTests {
  private static let units = """
    <tu tuid="1" changeid="a&amp;b
    c"><note xml:lang="it">Nota &#x1F600;</note><prop type="x-p">v &lt; w</prop>
    <tuv xml:lang="it"><seg>È <bpt i="1">&lt;b></bpt>così<ept i="1">&lt;/b></ept>\r\n fine\r.</seg></tuv>
    <tuv xml:lang="en"><seg>It is <![CDATA[<so>]]]]><![CDATA[> & ]]>𝄞.</seg></tuv></tu>
    <!-- a -- comment ->-> --><?pi ??> <tu><tuv lang="IT"><seg/></tuv></tu> stray
    <tu><tuv xml:lang="it"><seg>due &unknown; &ok; & <hi>3</hi></seg></tuv></tu>
    <tu><tuv xml:lang="it"><seg>R&D &ok; <ph x="1"><sub>nota</sub></ph></seg></tuv>
    """
  private static let memory = Array(
    TMXSample.memory(units, doctype: "<!DOCTYPE tmx [<!-- ]> --><!ENTITY ok \"va bene\">]>").utf8)

  private static let mutations = [
    "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "\"", "&#xD800;", "\r", "\r\n", "</seg>",
    "<tu>", "</tu>", "<!DOCTYPE x [", "]>", "&ok;", "<?", "?>", "\u{FEFF}", "\u{FFFE}", "/",
  ].map { Array($0.utf8) }

  @Test func `a memory is the same in pieces of any size`() throws {
    let whole = try #require(Self.items(Self.memory, pieces: .max))
    #expect(whole.count > 5)
    for size in 1...40 { #expect(Self.items(Self.memory, pieces: size) == whole) }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `a damaged memory is the same in pieces of any size, and what is read is written`(
    seed: UInt64
  ) throws {
    var random = SplitMix(state: seed)
    let bytes = Self.damaged(Self.memory, &random)
    let whole = Self.items(bytes, pieces: .max)
    let size = [1, 2, 3, 5, 7, 64].randomElement(using: &random) ?? 1
    #expect(Self.items(bytes, pieces: size) == whole)

    let units = Self.units(of: bytes)
    var file: [UInt8] = []
    var writer = try TMXWriter(header: MemoryHeader()) { file += $0 }
    for unit in units { try writer.write(unit) }
    try writer.finish()
    let again = Self.units(of: file)
    #expect(again.map(Self.words) == units.map(Self.words))
  }

  /// Deletes, changes, doubles and inserts here and there.
  private static func damaged(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1...30, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start / 2)
      case 3: bytes.removeSubrange(start...)
      default:
        bytes.insert(contentsOf: mutations.randomElement(using: &random) ?? [], at: start)
      }
    }
    return bytes
  }

  /// Units, and the problems whose place does not depend on what was told first.
  private static func items(_ bytes: [UInt8], pieces size: Int) -> [String]? {
    guard var reader = try? TMXReader(TMXSample.pieces(bytes, of: size)) else { return nil }
    var items = ["\(reader.header)"]
    do {
      while let item = try reader.next() {
        switch item {
        case .unit(let unit): items.append("\(unit)")
        case .problem(let problem) where problem.rule == .malformedXML: continue
        case .problem(let problem): items.append("\(problem.rule) \(problem.line)")
        }
      }
    } catch {
      items.append("\(error)")
    }
    return items
  }

  private static func units(of bytes: [UInt8]) -> [TranslationUnit] {
    guard var reader = try? TMXReader(ByteSource(bytes)) else { return [] }
    var units: [TranslationUnit] = []
    while let item = try? reader.next() {
      if case .unit(let unit) = item { units.append(unit) }
    }
    return units
  }

  private static func words(of unit: TranslationUnit) -> [[UInt8]] {
    unit.variants.map { Array($0.segment.plainText.utf8) }
  }
}
