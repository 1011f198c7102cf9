import BitestoGlossary
import Testing

@Suite struct `Spellings of a name` {
  @Test(arguments: [
    (
      "встреча Путина с Лукашенко",
      ["putin:Путина [surname inflected]", "lukashenko:Лукашенко [surname]"]
    ),
    ("Владимиром Путиным", ["putin:Владимиром Путиным [inflected]"]),
    ("Путину", ["putin:Путину [surname inflected]"]),
    ("о Путине", ["putin:Путине [surname inflected]"]),
    ("зустріч із Володимиром Путіним", ["putin:Володимиром Путіним [inflected]"]),
    ("Олександра Лукашенка", ["lukashenko:Олександра Лукашенка [inflected]"]),
    ("Аляксандрам Лукашэнкам", ["lukashenko:Аляксандрам Лукашэнкам [inflected]"]),
    ("Алексея Навального", ["navalny:Алексея Навального [inflected]"]),
    ("Марии Захаровой", ["zakharova:Марии Захаровой [inflected]"]),
    ("Володимира Зеленського", ["zelensky:Володимира Зеленського [inflected]"]),
    ("на Украине и из Украины", ["ukraine:Украине [inflected]", "ukraine:Украины [inflected]"]),
    ("в Україні, Україною", ["ukraine:Україні [inflected]", "ukraine:Україною [inflected]"]),
    ("Беларуси", ["belarus:Беларуси [inflected]"]),
    ("ПУТИНУ И КИЕВУ", ["putin:ПУТИНУ [surname inflected]", "kyiv:КИЕВУ [inflected]"]),
    ("из Киева, у Києві", ["kyiv:Киева [inflected]", "kyiv:Києві [inflected]"]),
    ("у Харкові", ["kharkiv:Харкові [inflected]"]),
    ("під Сумами", ["sumy:Сумами [inflected]"]),
    ("Белого дома", ["white-house:Белого дома [inflected]"]),
    ("ПУТИНА", ["putin:ПУТИНА [surname inflected]"]),
  ])
  func `are found in the cases of Russian, Ukrainian and Belarusian`(
    text: String, expected: [String]
  ) throws {
    #expect(try ScannedGlossary.mentions(text) == expected)
  }

  @Test(arguments: [
    "путинский", "Путинка", "Путинизм", "Киевская", "Киевляне", "Украинец", "Украинского",
    "Шойгун", "Донецкий", "суммами", "Медведица", "Захаровна",
  ])
  func `are not found in other words with the same stem`(text: String) throws {
    #expect(try ScannedGlossary.mentions(text) == [])
  }

  @Test(arguments: [
    // Cyrillic а, о, е, с, і in Latin words; Latin o, e in Cyrillic ones.
    ("Lukаshenkо", ["lukashenko:Lukаshenkо [surname mixed-script]"]),
    ("Kiеv e Ucrаina", ["kyiv:Kiеv [mixed-script]", "ukraine:Ucrаina [mixed-script]"]),
    ("Vladіmir Putіn", ["putin:Vladіmir Putіn [mixed-script]"]),
    ("Лукашeнкo", ["lukashenko:Лукашeнкo [surname mixed-script]"]),
    ("Киeва", ["kyiv:Киeва [inflected mixed-script]"]),
    ("КИEВ", ["kyiv:КИEВ [mixed-script]"]),
    // Ш looks like no Latin letter.
    ("Luкаshenkш", []),
  ])
  func `are found with letters of the other script`(text: String, expected: [String]) throws {
    #expect(try ScannedGlossary.mentions(text) == expected)
  }

  @Test(arguments: [
    ("Sojgu", ["shoigu:Sojgu [surname marks]"]),
    ("Šojgu", ["shoigu:Šojgu [surname]"]),
    ("S\u{30C}ojgu", ["shoigu:S\u{30C}ojgu [surname]"]),
    ("ŠOJGU", ["shoigu:ŠOJGU [surname]"]),
    ("Śojgu", ["shoigu:Śojgu [surname marks]"]),
    ("Шои\u{306}гу", ["shoigu:Шои\u{306}гу [surname]"]),
    ("Шоигу", ["shoigu:Шоигу [surname marks]"]),
    ("Zelens’kyj", ["zelensky:Zelens’kyj [surname]"]),
    ("Zelenskyj", ["zelensky:Zelenskyj [surname marks]"]),
    ("Aljaksandr Lukasenka", ["lukashenko:Aljaksandr Lukasenka [marks]"]),
  ])
  func `say when their marks differ from the form`(text: String, expected: [String]) throws {
    #expect(try ScannedGlossary.mentions(text) == expected)
  }

  @Test(arguments: [
    ("Lukashen-\nko ha detto", ["lukashenko:Lukashen-\nko [surname]"]),
    ("Alexander Lukashen-\r\nko", ["lukashenko:Alexander Lukashen-\r\nko"]),
    ("Lukashen\u{AD}\nko", ["lukashenko:Lukashen\u{AD}\nko [surname]"]),
    ("Пу\u{2010}\nтину", ["putin:Пу\u{2010}\nтину [surname inflected]"]),
    ("Pu\u{2010}\ntin", ["putin:Pu\u{2010}\ntin [surname]"]),
    ("Lu-\nkashen-\nko", []),
    ("Vladimir Putin-\nera", ["putin:Vladimir Putin"]),
    ("Putin-\nLukashenko", ["putin:Putin [surname]", "lukashenko:Lukashenko [surname]"]),
    ("Luka\u{AD}shenko", ["lukashenko:Luka\u{AD}shenko [surname]"]),
    ("ex-\nputin", []),
    ("Ki-\nev", ["kyiv:Ki-\nev"]),
  ])
  func `are found across line ends`(text: String, expected: [String]) throws {
    #expect(try ScannedGlossary.mentions(text) == expected)
  }

  @Test(arguments: [
    ("THE US AND PUTIN", ["putin:PUTIN [surname]"]),
    ("LET US GO", []),
    ("the US and us", ["united-states:US"]),
  ])
  func `in capitals are no acronyms of everyday words`(
    text: String, expected: [String]
  ) throws {
    #expect(try ScannedGlossary.mentions(text) == expected)
  }

  @Test func `that were generated are marked and yield to listed ones`() throws {
    func generate(_ entry: Entry) -> [String] {
      switch entry.id {
      case "shoigu": ["Sergey Shoygu", "Sergej Šojgu"]
      case "navalny": ["Alexander Lukashenko", "Aleksei Navalnyi"]
      default: []
      }
    }
    let text = "Sergey Shoygu, Shoygu, Sergej Šojgu, Alexander Lukashenko, Navalnyi"
    #expect(
      try ScannedGlossary.mentions(text, generating: generate) == [
        "shoigu:Sergey Shoygu [generated]", "shoigu:Shoygu [surname generated]",
        "shoigu:Sergej Šojgu", "lukashenko:Alexander Lukashenko",
        "navalny:Navalnyi [surname generated]",
      ])
  }

  @Test func `tell the form that matched`() throws {
    let index = NameIndex(try ScannedGlossary.glossary.get())
    let forms = index.mentions(in: Array("Lukasenka, ALEXANDER LUKASHENKO, Путиным".utf8)).map(
      \.form)
    #expect(forms == ["Aljaksandr Lukašėnka", "Alexander Lukashenko", "Владимир Путин"])
  }
}
