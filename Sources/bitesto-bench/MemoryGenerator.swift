import BitestoMemory
import Foundation

/// Writes a translation memory of any size, the same one each time: Italian and English news in numbers,
/// with duplicates, codes, properties and the faults that memories have.
struct MemoryGenerator {
  let megabytes: Int
  let path: String

  func run() throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw MemoryError("\(path) cannot be written") }
    var written = 0
    let header = MemoryHeader(attributes: [
      XMLAttribute("srclang", "it"), XMLAttribute("segtype", "sentence"),
    ])
    var writer = try TMXWriter(header: header) {
      written += $0.count
      try file.write(contentsOf: Data($0))
    }
    var number = 0
    while written < megabytes * 1_000_000 {
      number += 1
      try writer.write(unit(number))
    }
    try writer.finish()
    try file.close()
    print("\(path) \(written / 1_000_000) MB, \(number) units")
  }

  // MARK: Units

  /// The unit of a number: every twentieth has the words of an earlier one.
  private func unit(_ number: Int) -> TranslationUnit {
    let pair = words(number % 20 == 0 ? number / 2 + 1 : number)
    var unit = TranslationUnit(
      attributes: [
        XMLAttribute("tuid", "\(number)"),
        XMLAttribute("creationdate", "20260\(number % 9 + 1)1\(number % 10)T101500Z"),
        XMLAttribute("creationid", ["anna", "bruno", "carla"][number % 3]),
      ],
      properties: [
        MemoryProperty("x-project", "news-\(number / 5_000)"),
        MemoryProperty("x-confidence", "0.\(number % 83 + 16)"),
      ],
      variants: [
        UnitVariant(language: "it", segment: pair.italian),
        UnitVariant(language: "en", segment: pair.english),
      ])
    if number % 50 == 0 { unit.notes = [MemoryNote("Checked against the printed edition.")] }
    switch number % 1_000 {
    case 101: unit.variants[1].segment = ""
    case 211: unit.variants[1].segment = unit.variants[0].segment
    case 307: unit.variants[1].segment = "See above."
    default: break
    }
    return unit
  }

  private static let sentences = [
    (
      "Il sindaco di # ha inaugurato @ alloggi popolari, attesi da anni dalle famiglie del quartiere.",
      "The mayor of # has opened @ council flats that families in the district had awaited for years."
    ),
    (
      "Secondo l’ufficio statistico, a # i prezzi degli affitti sono saliti di @ euro in un trimestre.",
      "According to the statistics office, rents in # have gone up by @ euros within a quarter."
    ),
    (
      "I pompieri di # sono intervenuti @ volte nella notte per gli alberi caduti & le strade allagate.",
      "Firefighters in # were called out @ times overnight because of fallen trees & flooded roads."
    ),
    (
      "«Non ce l’aspettavamo», ha detto la direttrice del museo di #, che ha contato @ visitatori.",
      "“We did not expect it,” said the director of the museum in #, which counted @ visitors."
    ),
    (
      "Da lunedì il treno per # parte @ minuti prima; i biglietti già venduti restano validi.",
      "From Monday the train to # leaves @ minutes earlier; tickets already sold remain valid."
    ),
  ]
  private static let places = [
    "Ancona", "Bari", "Cagliari", "Dakar", "Erevan", "Ferrara", "Gorizia", "Helsinki", "Izmir",
    "Jesi", "Leopoli", "Matera", "Nuoro",
  ]

  private func words(_ number: Int) -> (italian: SegmentContent, english: SegmentContent) {
    let (italian, english) = Self.sentences[number % Self.sentences.count]
    let place = Self.places[number % Self.places.count]
    return (filled(italian, place, number), filled(english, place, number))
  }

  /// A sentence with a place for "#" and a number for "@", in bold or with a footnote now and then.
  private func filled(_ sentence: String, _ place: String, _ number: Int) -> SegmentContent {
    var content = SegmentContent()
    for part in sentence.replacingOccurrences(of: "@", with: "\(number)")
      .split(separator: "#", omittingEmptySubsequences: false).enumerated()
    {
      if part.offset > 0 {
        if number % 7 == 0 {
          content.append(code(.begin, "<b>"))
          content.append(place)
          content.append(code(.end, "</b>"))
        } else {
          content.append(place)
        }
      }
      content.append(String(part.element))
    }
    if number % 11 == 0 { content.append(InlineCode(.placeholder, content: "<note/>")) }
    return content
  }

  private func code(_ kind: InlineCode.Kind, _ tag: String) -> InlineCode {
    InlineCode(kind, attributes: [XMLAttribute("i", "1")], content: SegmentContent(tag))
  }
}
