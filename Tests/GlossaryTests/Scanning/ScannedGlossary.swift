import BitestoGlossary
import BitestoText

/// A few entries that do not change when the shipped glossaries grow.
enum ScannedGlossary {
  static let glossary = Result { try Glossary(files: [GlossaryFile(path: "-", bytes: bytes)]) }

  private static let index = Result { NameIndex(try glossary.get()) }

  private static let bytes = Array(
    """
    id	language	status	form	kind	gender	surname
    belarus	it	preferred	Bielorussia	place
    belarus	ru	preferred	Беларусь
    donetsk	uk	preferred	Донецьк	place
    donetsk	ru	preferred	Донецк
    kharkiv	uk	preferred	Харків	place
    kharkiv	it	preferred	Charkiv
    kyiv	it	preferred	Kiev	place
    kyiv	ru	preferred	Киев
    kyiv	uk	preferred	Київ
    lukashenko	be	preferred	Аляксандр Лукашэнка	person	masculine	last
    lukashenko	en	preferred	Alexander Lukashenko
    lukashenko	it	preferred	Aljaksandr Lukašėnka
    lukashenko	ru	preferred	Александр Лукашенко
    lukashenko	uk	preferred	Олександр Лукашенко
    medvedev-daniil	en	preferred	Daniil Medvedev	person	masculine	last
    medvedev-daniil	ru	preferred	Даниил Медведев
    medvedev-dmitry	en	preferred	Dmitry Medvedev	person	masculine	last
    medvedev-dmitry	ru	preferred	Дмитрий Медведев
    navalny	en	preferred	Alexei Navalny	person	masculine	last
    navalny	ru	preferred	Алексей Навальный
    putin	en	preferred	Vladimir Putin	person	masculine	last
    putin	ru	preferred	Владимир Путин
    putin	uk	preferred	Володимир Путін
    shoigu	it	preferred	Sergej Šojgu	person	masculine	last
    shoigu	ru	preferred	Сергей Шойгу
    sumy	uk	preferred	Суми	place
    sumy	ru	preferred	Сумы
    ukraine	it	preferred	Ucraina	place
    ukraine	ru	preferred	Украина
    ukraine	uk	preferred	Україна
    united-states	en	preferred	US	place
    white-house	ru	preferred	Белый дом	organization
    zakharova	ru	preferred	Мария Захарова	person	feminine	last
    zakharova	it	preferred	Marija Zacharova
    zelensky	it	preferred	Volodymyr Zelens'kyj	person	masculine	last
    zelensky	uk	preferred	Володимир Зеленський
    """.utf8)

  /// The mentions of a text as "id:words", with the traits behind in brackets.
  static func mentions(
    _ text: String, generating generate: ((Entry) -> [String])? = nil
  ) throws -> [String] {
    let glossary = try glossary.get()
    let index = try generate.map { NameIndex(glossary, generating: $0) } ?? index.get()
    let bytes = Array(text.utf8)
    return index.mentions(in: bytes).map { mention in
      let ids = ([mention.entry] + mention.others).map { glossary.entries[$0].id }
      let traits = mention.traits.names.joined(separator: " ")
      return ids.joined(separator: "|") + ":"
        + String(decoding: bytes[mention.range], as: UTF8.self)
        + (traits.isEmpty ? "" : " [\(traits)]")
    }
  }
}
