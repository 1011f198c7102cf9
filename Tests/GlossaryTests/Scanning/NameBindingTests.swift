import BitestoGlossary
import Testing

@Suite struct `A surname alone` {
  @Test(arguments: [
    "Viktor Lukashenko spoke.",
    "Il figlio, Viktor Lukashenko, e Viktor",
    "Oleg Navalny e Oleh Navalny",
    "Брат Олег Навальный",
    "с Виктором Лукашенко",
    "Людмила Путина",
    "O. Navalny",
    "В. Лукашенко",
    "Viktor Aleksandrovich Lukashenko",
    "VIKTOR LUKASHENKO",
    "Viktor\nLukashenko", "Виктора Лукашенко", "Вікторові Лукашенку", "per Heather Lukashenko",
  ])
  func `is not an entry's when it stands beside another given name`(
    text: String
  ) throws {
    #expect(try ScannedGlossary.mentions(text) == [])
  }

  @Test(arguments: [
    ("Il presidente Lukashenko", ["lukashenko:Lukashenko [surname]"]),
    ("President Lukashenko", ["lukashenko:Lukashenko [surname]"]),
    ("Secondo Putin", ["putin:Putin [surname]"]),
    ("A. Navalny", ["navalny:Navalny [surname]"]),
    ("В.В. Путин", ["putin:Путин [surname]"]),
    ("in the U.S. Putin said", ["putin:Putin [surname]"]),
    ("Aleksey Navalny", ["navalny:Navalny [surname]"]),
    ("Alexander Grigoryevich Lukashenko", ["lukashenko:Lukashenko [surname]"]),
    ("Viktor, Lukashenko", ["lukashenko:Lukashenko [surname]"]),
    ("per Viktor. Lukashenko", ["lukashenko:Lukashenko [surname]"]),
    ("Viktor\n\nLukashenko", ["lukashenko:Lukashenko [surname]"]),
    ("Vladimir-Lukashenko", ["lukashenko:Lukashenko [surname]"]),
  ])
  func `is an entry's beside its own given name, a title or nothing`(
    text: String, expected: [String]
  ) throws {
    #expect(try ScannedGlossary.mentions(text) == expected)
  }

  @Test(arguments: [
    ("Medvedev", ["medvedev-daniil|medvedev-dmitry:Medvedev [surname]"]),
    (
      "Medvedev lost. Daniil Medvedev won.",
      ["medvedev-daniil:Medvedev [surname]", "medvedev-daniil:Daniil Medvedev"]
    ),
    (
      "Дмитрий Медведев. Медведева",
      ["medvedev-dmitry:Дмитрий Медведев", "medvedev-dmitry:Медведева [surname inflected]"]
    ),
    (
      "Daniil Medvedev, Dmitry Medvedev, Medvedev",
      [
        "medvedev-daniil:Daniil Medvedev", "medvedev-dmitry:Dmitry Medvedev",
        "medvedev-daniil|medvedev-dmitry:Medvedev [surname]",
      ]
    ),
    ("Dmitri Medvedev", ["medvedev-dmitry:Medvedev [surname]"]),
    ("D. Medvedev", ["medvedev-daniil|medvedev-dmitry:Medvedev [surname]"]),
  ])
  func `that several share goes to the one who is named in full`(
    text: String, expected: [String]
  ) throws {
    #expect(try ScannedGlossary.mentions(text) == expected)
  }

  @Test(arguments: [
    ("Oleg Navalny spoke. Navalny left.", []),
    (
      "Navalny left. Oleg Navalny spoke. Navalny sat.",
      ["navalny:Navalny [surname]", "navalny:Navalny [surname]"]
    ),
    (
      "Alexei Navalny spoke, not Oleg Navalny. Navalny left.",
      ["navalny:Alexei Navalny", "navalny:Navalny [surname]"]
    ),
  ])
  func `is a stranger's when the text names only the stranger in full, and first`(
    text: String, expected: [String]
  ) throws {
    #expect(try ScannedGlossary.mentions(text) == expected)
  }
}
