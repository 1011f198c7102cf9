import BitestoAlignment
import BitestoFormats
import BitestoText
import Testing

/// Bitexts made of a few sentences, with the passages named by their words.
struct Sample {
  let article: Document
  let reports: [Document]

  init(article: String, reports: [String: String]) throws {
    self.article = try Document(
      path: "articolo.txt", contents: Array(article.utf8), language: .italian)
    self.reports = try reports.sorted { $0.key < $1.key }.map {
      try Document(path: $0.key, contents: Array($0.value.utf8), language: .english)
    }
  }

  func quotation(
    _ words: String, kind: Quotation.Kind = .direct, speaker: String? = nil,
    outlet: Quotation.Outlet? = nil
  ) throws -> Quotation {
    let content = try #require(byteRange(of: words, in: article))
    return Quotation(
      kind: kind, content: content, marked: content, speaker: speaker,
      outlets: outlet.map { [$0] } ?? [])
  }

  func passage(_ words: String, report: Int = 0, sure: Double = 0.9) throws -> Bitext.Passage {
    let range = try #require(byteRange(of: words, in: reports[report]))
    return Bitext.Passage(side: report, range: range, confidence: sure)
  }

  func unit(
    _ quotation: Quotation, _ target: Bitext.Passage?, sure: Double = 0.9,
    alternatives: [Bitext.Passage] = []
  ) -> Bitext.Unit {
    Bitext.Unit(
      source: quotation.content, target: target, confidence: sure, alternatives: alternatives,
      quotation: quotation)
  }

  func trace(_ units: [Bitext.Unit], outlets: [String?] = []) -> Bitext {
    let targets = reports.enumerated().map { index, report in
      Bitext.Side(
        document: report, segments: paragraphsAsSegments(of: report),
        outlet: outlets.indices.contains(index) ? outlets[index] : nil, date: "2023-04-10")
    }
    let source = Bitext.Side(document: article, segments: paragraphsAsSegments(of: article))
    return Bitext(kind: .trace, source: source, targets: targets, units: units)
  }
}

/// A heading, then a body; a paragraph that starts with "Foto" is boilerplate.
func paragraphsAsSegments(of document: Document) -> [Segment] {
  document.paragraphs.enumerated().map { index, range in
    let isCredit = document.text(range).hasPrefix("Foto")
    return Segment(
      range: range, paragraph: index,
      role: index == 0 ? .heading : isCredit ? .boilerplate : .body)
  }
}

func byteRange(of words: String, in document: Document) -> Range<Int>? {
  let needle = Array(words.utf8)
  guard !needle.isEmpty, needle.count <= document.bytes.count else { return nil }
  return (0...(document.bytes.count - needle.count)).lazy
    .map { $0..<($0 + needle.count) }
    .first { document.bytes[$0].elementsEqual(needle) }
}

func text(_ format: BitextFormat, _ bitext: Bitext, _ options: WritingOptions = WritingOptions())
  throws -> String
{
  let bytes = try format.bytes(of: bitext, options: options)
  return try #require(String(validating: bytes, as: UTF8.self))
}

/// Two quotations, one found in two reports and one nowhere.
func plainTrace() throws -> Bitext {
  let sample = try Sample(
    article: """
      Il patto
      «Siamo pronti», ha detto Anna Neri, secondo Reuters. «Mai», ha risposto Ugo.
      Foto di Ugo
      """,
    reports: [
      "reports/dw.txt": "The pact\nNeri said: \"We are ready\", adding nothing.",
      "reports/reuters.txt": "A deal\n\"We are ready now,\" said Anna Neri.",
      "reports/unused.txt": "Weather\nIt rains.",
    ])
  let ready = try sample.quotation(
    "Siamo pronti", speaker: "Anna Neri", outlet: .init(name: "Reuters", role: .translated))
  let never = try sample.quotation("Mai", kind: .mixed)
  return sample.trace(
    [
      sample.unit(
        ready, try sample.passage("We are ready now", report: 1, sure: 0.93), sure: 0.93,
        alternatives: [try sample.passage("We are ready", report: 0, sure: 0.5)]),
      sample.unit(never, nil, sure: 0.625),
    ], outlets: ["DW", "Reuters"])
}

/// A heading, a pair, an omission and an insertion.
func plainAlignment() throws -> Bitext {
  let italian = try Document(
    path: "a.it.txt", contents: Array("Il patto\nSiamo pronti a tutto.\nPiove.".utf8),
    language: .italian)
  let english = try Document(
    path: "a.en.txt", contents: Array("The pact\nWe are ready for all.\nThe end.".utf8),
    language: .english)
  let source = Bitext.Side(document: italian, segments: paragraphsAsSegments(of: italian))
  let target = Bitext.Side(document: english, segments: paragraphsAsSegments(of: english))
  func unit(_ from: Int?, _ to: Int?, _ sure: Double) -> Bitext.Unit {
    Bitext.Unit(
      source: from.map { source.segments[$0].range },
      target: to.map { .init(side: 0, range: target.segments[$0].range, confidence: sure) },
      confidence: sure, sourceSegments: from.map { $0..<($0 + 1) } ?? 0..<0,
      targetSegments: to.map { $0..<($0 + 1) } ?? 0..<0)
  }
  return Bitext(
    kind: .alignment, source: source, targets: [target],
    units: [unit(0, 0, 0.99), unit(1, 1, 0.875), unit(2, nil, 0.7), unit(nil, 2, 0.4)])
}
