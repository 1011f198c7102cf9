import BitestoGlossary
import BitestoText
import Testing

private func forms(_ name: String, _ language: Language) -> [String] {
  NameVariants().variants(of: name, language: language).map(\.text)
}

@Suite struct `Variants of a name` {
  @Test(arguments: [
    ("Сергей Шойгу", Language.russian, ["Sergei Shoigu", "Sergej Šojgu", "Sergey Shoygu"]),
    ("Евгений Пригожин", .russian, ["Yevgeny Prigozhin", "Evgeny Prigozhin", "Evgenij Prigožin"]),
    ("Володимир Зеленський", .ukrainian, ["Volodymyr Zelensky", "Volodymyr Zelenskyi"]),
    ("Андрій Бортников", .ukrainian, ["Andriy Bortnykov", "Andrei Bortnikov"]),
    ("Віктар Лукашэнка", .belarusian, ["Viktar Lukashenka", "Viktar Lukašėnka"]),
    ("Новая газета", .russian, ["Novaya Gazeta", "Novaja gazeta"]),
  ])
  func `has those of Italian and English print`(
    name: String, language: Language, expected: [String]
  ) {
    let forms = forms(name, language)
    for form in expected { #expect(forms.contains(form), "\(forms)") }
  }

  @Test func `follow one system each, then lose their diacritics`() throws {
    let variants = NameVariants().variants(of: "Михаил Горбачёв", language: .russian)
    let scientific = try #require(variants.firstIndex { $0.text == "Michail Gorbačëv" })
    #expect(variants[scientific].system == .scientificItalian)
    #expect(!variants[scientific].isPlain)
    #expect(variants[scientific + 1].text == "Michail Gorbacev")
    #expect(variants[scientific + 1].isPlain)
  }

  @Test(arguments: [
    "Щъьёй Ґї’ў Ц", "Ж", "Żółw", "", "— 12", "Юлія В’ячеславівна Соловйова-Згурська",
  ])
  func `are few and differ`(name: String) {
    for language in [Language.russian, .ukrainian, .belarusian, .italian] {
      let forms = forms(name, language)
      #expect(forms.count <= NameVariants.usualLimit)
      #expect(Set(forms).count == forms.count)
      #expect(NameVariants().variants(of: name, language: language, limit: 2).count <= 2)
    }
  }

  @Test func `begin with what a glossary lists`() throws {
    let entry = Entry(
      id: "moscow", kind: .place,
      forms: [
        Form(language: .russian, text: "Москва"),
        Form(language: .italian, text: "Moscova", status: .deprecated),
        Form(language: .english, text: "Moscow", status: .preferred),
        Form(language: .italian, text: "Mosca", status: .preferred),
        Form(language: .italian, text: "Mosqua", status: .forbidden),
      ])
    let glossary = try Glossary(files: [GlossaryFile(path: "-", entries: [entry])])
    let variants = NameVariants(glossary: glossary).variants(of: "Москва", language: .russian)
    #expect(variants.prefix(4).map(\.text) == ["Mosca", "Moscow", "Moscova", "Moskva"])
    #expect(variants.prefix(4).map(\.entry) == ["moscow", "moscow", "moscow", nil])
  }

  @Test func `ask a table of given names before they respell a word`() {
    let forms = NameVariants().variants(of: "Сергій Пригожин", language: .ukrainian).map(\.text)
    #expect(forms.contains("Sergei Prigozhin"))
    #expect(forms.contains("Serhiy Pryhozhyn"))
  }
}

@Suite struct `The language of a Cyrillic name` {
  @Test(arguments: [
    ("Аляксандр Лукашэнка", Language.belarusian), ("Раман Пратасевіч", .belarusian),
    ("Алесь Бяляцкі", .belarusian), ("Аляксандр Фядута", .belarusian), ("Магілёў", .belarusian),
    ("Рэчыца", .belarusian),
    ("Юлія Тимошенко", .ukrainian), ("Андрій Сибіга", .ukrainian), ("Донецьк", .ukrainian),
    ("Мар’яна", .ukrainian), ("Петро Порошенко", .ukrainian), ("Ки\u{456}\u{308}в", .ukrainian),
    ("Сергей Шойгу", .russian), ("Подъячев", .russian), ("Эльвира Набиуллина", .russian),
  ])
  func `shows in its letters`(name: String, language: Language) {
    #expect(Language.ofCyrillicName(name) == language)
  }

  @Test(arguments: ["Sergei Shoigu", "", "’", "12"])
  func `is none without them`(name: String) {
    #expect(Language.ofCyrillicName(name) == nil)
  }
}
