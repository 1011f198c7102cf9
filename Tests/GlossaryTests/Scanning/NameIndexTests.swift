import BitestoGlossary
import BitestoText
import Testing

/// The mentions of a text as "id:words", with the shipped glossaries.
private func mentions(_ text: String) throws -> [String] {
  let glossary = try Shipped.glossary()
  let bytes = Array(text.utf8)
  return try Shipped.index().mentions(in: bytes).map { mention in
    let ids = ([mention.entry] + mention.others).map { glossary.entries[$0].id }
    return ids.joined(separator: "|") + ":" + String(decoding: bytes[mention.range], as: UTF8.self)
  }
}

private func index(_ forms: [(id: String, kind: Entry.Kind, text: String)]) throws -> NameIndex {
  let entries = forms.map {
    Entry(
      id: $0.id, kind: $0.kind, surname: $0.kind == .person ? .last : .never,
      forms: [Form(language: .italian, text: $0.text)])
  }
  return NameIndex(try Glossary(files: [GlossaryFile(path: "-", entries: entries)]))
}

@Suite struct `A name index` {
  @Test(arguments: [
    ("la difesa dell'Ucraina.", ["ukraine:Ucraina"]),
    ("L’Ucraina e d’Italia", ["ukraine:Ucraina", "italy:Italia"]),
    ("Putin's and Lukashenko’s talks", ["putin:Putin", "lukashenko:Lukashenko"]),
    ("Belarus' security", ["belarus:Belarus"]),
    ("the Putin-Lukashenko summit", ["putin:Putin", "lukashenko:Lukashenko"]),
    ("anti-Putin", ["putin:Putin"]),
    ("Sergei\nShoigu", ["shoigu:Sergei\nShoigu"]),
    ("Sergei\r\nShoigu", ["shoigu:Sergei\r\nShoigu"]),
    ("Sergei\n\nShoigu", ["shoigu:Shoigu"]),
    (
      "la Tymoshenko di Dnipropetrovsk", ["tymoshenko:Tymoshenko", "dnipropetrovsk:Dnipropetrovsk"]
    ),
    ("Ivano e von der Leyen", ["von-der-leyen:von der Leyen"]),
    ("il presidente Xi", ["xi-jinping:Xi"]),
    ("RFE/RL, DW News", ["rferl:RFE/RL", "dw:DW News"]),
    ("al Cremlino", ["kremlin:Cremlino"]),
    ("Foto di William J. Clinton", ["clinton-bill:William J. Clinton"]),
    ("minaccia per la [Bielorussia]", ["belarus:Bielorussia"]),
    ("threat to 🇧🇾 is 🇷🇺🇺🇦", ["belarus:🇧🇾", "russia:🇷🇺", "ukraine:🇺🇦"]),
  ])
  func `sees through elision, possessives, hyphens and line ends`(
    text: String, expected: [String]
  ) throws {
    #expect(try mentions(text) == expected)
  }

  @Test(arguments: [
    ("Лукашенко и Шойгу", ["lukashenko:Лукашенко", "shoigu:Шойгу"]),
    ("Аляксандр Лукашэнка", ["lukashenko:Аляксандр Лукашэнка"]),
    ("Aljaksandr Lukašėnka", ["lukashenko:Aljaksandr Lukašėnka"]),
    ("Lukasenka", ["lukashenko:Lukasenka"]),
    (
      "Zelens'kyj, Zelensʹkyj e Zelenskyj",
      [
        "zelensky:Zelens'kyj", "zelensky:Zelensʹkyj", "zelensky:Zelenskyj",
      ]
    ),
    ("Svjatlana Cichanoŭskaja", ["tsikhanouskaya:Svjatlana Cichanoŭskaja"]),
    ("ЗЕЛЕНСЬКИЙ в Києві", ["zelensky:ЗЕЛЕНСЬКИЙ", "kyiv:Києві"]),
    // Decomposed: S and a caron, I and a breve.
    ("S\u{30C}ojgu, Шои\u{306}гу", ["shoigu:S\u{30C}ojgu", "shoigu:Шои\u{306}гу"]),
    ("Rosneftʹ e Rosneft", ["rosneft:Rosneftʹ", "rosneft:Rosneft"]),
  ])
  func `finds Cyrillic, scientific and unmarked forms`(text: String, expected: [String]) throws {
    #expect(try mentions(text) == expected)
  }

  @Test(arguments: [
    ("Nato a Minsk, who told us", ["nato:Nato", "minsk:Minsk"]),
    ("WHO told the US", ["who:WHO", "united-states:US"]),
    ("truppe bielorusse", ["belarusian:bielorusse"]),
    ("la guerra ucraina in Ucraina", ["ukrainian:ucraina", "ukraine:Ucraina"]),
    ("il memorandum di Budapest", ["budapest-memorandum:memorandum di Budapest"]),
    ("minsk", []),
    ("Putinismo, Minskaja", []),
    ("Regno. Unito", []),
  ])
  func `minds capitals and whole words`(text: String, expected: [String]) throws {
    #expect(try mentions(text) == expected)
  }

  @Test func `takes the longest of overlapping names`() throws {
    #expect(
      try mentions("the UN Security Council of the United Nations") == [
        "un-security-council:UN Security Council", "un:United Nations",
      ])
  }

  @Test func `gives a shared surname to the one who is named in full`() throws {
    #expect(try mentions("Medvedev") == ["medvedev|medvedev-daniil:Medvedev"])
    #expect(
      try mentions("Medvedev won. Daniil Medvedev lost.") == [
        "medvedev-daniil:Medvedev", "medvedev-daniil:Daniil Medvedev",
      ])
  }

  @Test func `does not take a relative for the one the surname means`() throws {
    #expect(
      try mentions("Viktor Lukashenko and Lukashenko") == [
        "lukashenko-viktor:Viktor Lukashenko", "lukashenko:Lukashenko",
      ])
  }

  @Test func `stays inside the range it is given`() throws {
    let index = try index([("minsk", .place, "Minsk"), ("nn", .place, "Nižnij Novgorod")])
    let bytes = Array("Minsk, Nižnij Novgorod, Minsk".utf8)
    #expect(index.mentions(in: bytes, range: 1..<20).isEmpty)
    let found = index.mentions(in: bytes, range: 5..<100)
    #expect(found.map(\.entry) == [1, 0])
    #expect(found.map(\.range) == [7..<23, 25..<30])
    #expect(index.mentions(in: bytes, range: 200..<300).isEmpty)
    #expect(NameIndex(.empty).mentions(in: bytes).isEmpty)
  }

  @Test func `an adjective names its place`() throws {
    let index = try Shipped.index()
    func named(_ text: String) throws -> [Int] {
      let document = try Document(path: "-", contents: Array(text.utf8), language: .italian)
      return index.entities(in: document, range: 0..<text.utf8.count)
    }
    #expect(try named("i soldati bielorussi").count == 1)
    #expect(try named("i soldati bielorussi") == named("la Bielorussia"))
    #expect(try named("i soldati russi") != named("la Bielorussia"))
  }

  @Test func `survives bytes that are not UTF-8`() throws {
    let index = try index([("minsk", .place, "Minsk")])
    let bytes: [UInt8] = [0xFF, 0xC3] + Array("Minsk".utf8) + [0xE2, 0x80]
    #expect(index.mentions(in: bytes).map(\.range) == [2..<7])
  }
}
