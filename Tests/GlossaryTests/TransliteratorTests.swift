import BitestoGlossary
import BitestoText
import Testing

/// A name by one system: language, system, Cyrillic, Latin, one a line.
private func rows(_ table: String) throws -> [(language: Language, system: String, [String])] {
  table.split(separator: "\n").map { line in
    let fields = line.split(separator: " ", maxSplits: 2).map(String.init)
    let names = fields[2].split(separator: "=").map {
      String($0.reversed().drop { $0 == " " }.reversed().drop { $0 == " " })
    }
    return (Language(rawValue: fields[0]), fields[1], names)
  }
}

private func expectRows(_ table: String, _ direction: Transliterator.Direction = .toLatin) throws {
  for (language, name, sides) in try rows(table) {
    let system = try #require(RomanizationSystem(rawValue: name))
    let transliterator = try #require(
      Transliterator(system, language: language, direction: direction))
    #expect(transliterator.transliterated(sides[0]) == sides[1], "\(language) \(name) \(sides[0])")
  }
}

@Suite struct `Transliteration` {
  @Test func `follows the rules of every system`() throws {
    try expectRows(
      """
      ru scientific-it Сергей Шойгу = Sergej Šojgu
      ru scientific-it Щёкин, Хабаровск, Подъячев, Эйхе = Ščëkin, Chabarovsk, Podʺjačev, Ėjche
      ru scientific-h Хохлов = Hohlov
      ru iso9-1995 Щукин Юрий Яковлев = Ŝukin Ûrij Âkovlev
      ru ala-lc Цой Юлия Эйхе = T͡Soĭ I͡Ulii͡a Ėĭkhe
      ru bgnpcgn-1947 Евгений Алексеев, Ельцин, Соловьёв = Yevgeniy Alekseyev, Yel’tsin, Solov’yëv
      ru icao9303-2013 Юлия Подъячева = Iuliia Podieiacheva
      ru press-en Сергей Лавров, Дмитрий Медведев = Sergei Lavrov, Dmitry Medvedev
      ru press-en Александр Алексеев, Горбачёв, Хрущёв = Alexander Alexeyev, Gorbachov, Khrushchov
      ru press-it Сергей Рябков, Анатолий = Sergej Ryabkov, Anatolij
      ru press-fr Путин, Лукашенко, Сергей = Poutine, Loukachenko, Sergueï
      ru press-de Шойгу, Хрущёв, Евгений, Васильев = Schoigu, Chruschtschow, Jewgeni, Wassiljew
      uk scientific-it Зеленський, Київ, Щербак, Слов’янськ = Zelens'kyj, Kyïv, Ščerbak, Slovjans'k
      uk scientific-h Київ, Зеленський = Kyjiv, Zelensʹkyj
      uk iso9-1995 Ґанок, Київ, Єнакієве = G̀anok, Kiïv, Ênakìêve
      uk ala-lc Жанна Цибуля = Z͡Hanna T͡Sybuli͡a
      uk bgnpcgn-1965 Згорани, Знам’янка = Z·horany, Znam”yanka
      uk kmu55-2010 Згорани, Єнакієве, Їжакевич = Zghorany, Yenakiieve, Yizhakevych
      uk kmu55-2010 Йосипівка, Ґалаґан, Стрий = Yosypivka, Galagan, Stryi
      uk ua-1996 Борщагівка = Borschahivka
      uk icao9303-2013 Яна Згорани = Yana Zhorany
      uk press-en Володимир Зеленський, Андрій = Volodymyr Zelensky, Andriy
      uk press-de Зеленський, Осипенко = Selenskyj, Ossypenko
      be scientific-it Аляксандр Лукашэнка, Магілёў = Aljaksandr Lukašėnka, Mahilëŭ
      be scientific-h Лукашэнка = Lukašènka
      be iso9-1995 Гомель = Gomelʹ
      be ala-lc Магілёў = Mahili͡oŭ
      be bgnpcgn-1979 Быхаў, Гезгалы, Дзям’янаўцы = Bykhaw, Hyez·haly, Dzyam”yanawtsy
      be be-national-2007 Смаргонь, Ёды, Мёры, Валяр'яны = Smarhoń, Jody, Miory, Valiarjany
      be be-instruction-2023 Магілёў, Гомель, Хойнікі = Magiliow, Gomiel, Khojniki
      be be-passport Сяргей Быкаў, Марыя = Siarhei Bykau, Maryia
      be icao9303-2013 Аляксандр = Aliaksandr
      be lacinka Аляксандр Лукашэнка, Любоў, Вілля = Alaksandr Łukašenka, Luboŭ, Villa
      be lacinka Галля, Куль, Сямён = Halla, Kul, Siamion
      be press-en Аляксандр, Янка, Мар’я = Aliaksandr, Yanka, Maria
      be press-it Аляксандр, Андрэй = Aljaksandr, Andrej
      be press-fr Лукашэнка = Loukachenka
      be press-de Шкляроў = Schkljarou
      """)
  }

  @Test func `gives the letters of a sequence the case of its place`() throws {
    try expectRows(
      """
      ru press-en ЩУКА Щука щука = SHCHUKA Shchuka shchuka
      ru press-en Я, ЮЛИЯ, ТЮ = Ya, YULIYA, TYU
      ru press-en КамАЗ, ДНРовский = KamAZ, DNRovsky
      uk kmu55-2010 ІМ’Я, ЗГОРАНИ, Згорани = IMIA, ZGHORANY, Zghorany
      ru bgnpcgn-1947 ТС тс Тс тС, шЧ = T·S t·s T·s t·S, sh·Ch
      ru ala-lc ЯЛТА Ялта = I͡ALTA I͡Alta
      """)
  }

  @Test func `keeps what is no letter of the language`() throws {
    try expectRows(
      """
      ru press-en (Москва, 2022) — «Правда» 🇷🇺 = (Moskva, 2022) — «Pravda» 🇷🇺
      ru press-en О'Коннор и O’Brien = O'Konnor i O’Brien
      ru press-en Їжак Ђорђе = Їzhak Ђorђe
      uk kmu55-2010 ‘Слов’янськ’ = ‘Sloviansk’
      ru press-en Рок-н-ролл = Rok-n-roll
      """)
  }

  @Test(arguments: [
    // Decomposed й, ї, ў.
    ("Серге\u{438}\u{306}", Language.russian, "Sergej"),
    ("Ки\u{456}\u{308}в", .ukrainian, "Kyïv"),
    ("Бы\u{443}\u{306}", .belarusian, "Byŭ"),
    // A stress mark stays and is nobody's neighbor.
    ("Влади\u{301}мир", .russian, "Vladímir"),
    // Latin letters typed for Cyrillic ones.
    ("Аpшaнcкi", .belarusian, "Aršanski"),
    ("iPhone", .belarusian, "iPhone"),
    // Every apostrophe.
    ("Мар'яна Мар’яна Марʼяна Мар´яна", .ukrainian, "Marjana Marjana Marjana Marjana"),
    ("", .russian, ""),
  ])
  func `reads however a name is typed`(name: String, language: Language, expected: String) throws {
    let transliterator = try #require(Transliterator(.scientificItalian, language: language))
    let result = transliterator.transliterated(name)
    #expect(Array(result.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `goes back to Cyrillic letters`() throws {
    try expectRows(
      """
      ru scientific-it Sergej Šojgu, Gor'kij, Ščukin = Сергей Шойгу, Горький, Щукин
      ru scientific-it Kazan’ KAZAN' Kazanʹ ‘Kazan’’ = Казань КАЗАНЬ Казань ‘Казань’
      uk scientific-it Zelens'kyj = Зеленський
      be scientific-it Aljaksandr Lukašėnka = Аляксандр Лукашэнка
      uk iso9-1995 G̀anok, Kiïv = Ґанок, Київ
      ru ala-lc T͡Soĭ I͡ULII͡A = Цой ЮЛИЯ
      be be-national-2007 Vierabjoŭ, Smarhoń, Jody = Вераб’ёў, Смаргонь, Ёды
      be lacinka Alaksandr Łukašenka = Аляксандр Лукашэнка
      be lacinka Vierabjoŭ, Luboŭ, Kul, Biełaruś = Вераб’ёў, Любоў, Куль, Беларусь
      """, .toCyrillic)
  }

  @Test func `has a table in some language for every system`() {
    for system in RomanizationSystem.allCases {
      #expect(!system.languages.isEmpty, "\(system)")
      #expect(Set(system.reversibleLanguages).isSubset(of: system.languages), "\(system)")
      for language in [Language.italian, .english] {
        #expect(Transliterator(system, language: language) == nil)
      }
    }
  }

  @Test func `takes any text`() {
    let pool = Array(
      "аьъ’ўЩщйЙiIAʹ'\u{301}\u{361}\u{200D}\t\n🇷🇺ﬁßİ漢\u{0}\u{FFFD}\u{10FFFF}".unicodeScalars)
    var state: UInt64 = 1
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.unicodeScalars.append(pool[Int(state >> 33) % pool.count])
      }
      for system in RomanizationSystem.allCases {
        for language in system.languages {
          let latin = Transliterator(system, language: language)?.transliterated(text) ?? ""
          #expect(!latin.unicodeScalars.contains("щ") || language == .belarusian)
          let back = Transliterator(system, language: language, direction: .toCyrillic)
          #expect(back?.transliterated(latin).isEmpty != true)
        }
      }
    }
  }
}
