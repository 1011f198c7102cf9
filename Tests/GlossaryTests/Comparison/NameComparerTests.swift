import BitestoGlossary
import BitestoText
import Testing

/// A pair of names and what comparing them says.
struct ComparedPair: CustomTestStringConvertible, Sendable {
  let verdict: String
  let first: String
  let second: String

  var testDescription: String { "\(first) | \(second)" }

  /// One pair a line: "verdict | name | name".
  static func table(_ text: String) -> [ComparedPair] {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      return ComparedPair(verdict: cells[0], first: cells[1], second: cells[2])
    }
  }
}

@Suite struct `Comparing names` {
  static let spellings = ComparedPair.table(
    """
    same | Антон Чехов | Anton Chekhov
    same | Антон Чехов | Anton Čechov
    same | Антон Чехов | Anton Tschechow
    same | Антон Чехов | Anton Tchekhov
    same | Антон Чехов | Anton Czechow
    same | Anton Cechov | Anton Čechov
    same | Georgij Puskin | Georgij Puškin
    same | Aleksej Kucma | Aleksej Kučma
    same | Васіль Быкаў | Vasil Bykau
    same | Васіль Быкаў | Vasily Bykov
    same | Васіль Быкаў | Василий Быков
    same | Vasil' Bykaŭ | Vasil Bykaw
    same | Уладзімір Караткевіч | Vladimir Korotkevich
    same | Уладзімір Караткевіч | Uladzimir Karatkievič
    same | Михайло Коцюбинський | Mykhailo Kotsiubynsky
    same | Михайло Коцюбинський | Mychajlo Kocjubyns'kyj
    same | Михайло Коцюбинський | Михаил Коцюбинский
    same | Олександр Довженко | Alexander Dovzhenko
    same | Олександр Довженко | Aleksandr Dovženko
    same | Ольга Кобилянська | Olha Kobylianska
    same | Соломия Крушельницкая | Solomiia Krushelnytska
    same | Ольга Кобилянська | Olga Kobylyanskaya
    same | Nadezhda Mandelshtam | Надежда Мандельштам
    same | Пётр Семёнов | Pyotr Semyonov
    same | Пётр Семёнов | Petr Semenov
    same | ANTON CHEKHOV | Anton Chekhov
    same | Chekhov, Anton | Антон Чехов
    same | Чехов Антон | Anton Chekhov
    same | Чехов Антон Павлович | Anton Pavlovich Chekhov
    same | Антон Павлович Чехов | Anton Chekhov
    same | Ivan Nechuy-Levytsky | Іван Нечуй-Левицький
    same | Уладзімір Дубоўка-Чорны | Vladimir Dubovka-Chorny
    same | Rodion Markovych | Родіон Маркович
    """)

  static let differences = ComparedPair.table(
    """
    different | Антон Чехов | Михаил Чехов
    different | Anton Chekhov | Mikhail Čechov
    different | Мария Иванова | Marina Ivanova
    different | Марина Цветаева | Marija Cvetaeva
    different | Oleksii Honchar | Oleksandr Honchar
    different | Yulian Kovalenko | Yulia Kovalenko
    different | Сергей Бондарчук | Сергей Бондаренко
    different | Anton Makarenko | Anton Makarov
    different | Олена Телига | Олена Пчілка
    different | Pavlo Tychyna | Pavlo Tychyn
    different | Anton Pavlovich Chekhov | Anton Mikhailovich Chekhov
    different | Полтава | Плоцк
    different | Mykhailo Drahomanov | Svitlana Drahomanova
    different | Anton Rudenko | Rudenko Viktor
    different | Ivan Nechuy-Levytsky | Vasyl Nechuy-Levytsky
    """)

  static let doubts = ComparedPair.table(
    """
    unsure | Чехов | Anton Chekhov
    unsure | A. Chekhov | Антон Чехов
    unsure | Саша Коваленко | Александр Коваленко
    unsure | Olena Florenska | Olena Florinska
    unsure | Andrij Petriv | Andrij Petrov
    unsure | Dmitry Rogosin | Dmitry Rogoshin
    unsure | Roman Ivasko | Roman Ivaško
    unsure | Ihor Bilyak | Ihor Bilyk
    unsure | Alessandro Kovalenko | Alexander Kovalenko
    unsure | Andrej Sacharow | Andrei Zakharov
    unsure | Semyon Mishenko | Semyon Mishchenko
    unsure | Ukrtransgaz | Ukrtransgaz Invest
    unsure | Ivan Nechuy-Levytsky | Ivan Levytsky
    different | Zhyva Niva | Zhyva Nova
    different | Lina Kostenko | Lena Kostenko
    """)

  static let places = ComparedPair.table(
    """
    same | Чугуїв | Чугуев
    same | Чугуїв | Chuhuiv
    same | Chuhuyiv | Chuguev
    same | Васильків | Васильков
    same | Васильків | Vasylkiv
    same | Паставы | Postavy
    same | Шепетівка | Šepetivka
    same | Шепетівка | Szepetówka
    same | Шепетівка | Chepetivka
    same | Шепетівка | Schepetiwka
    same | Навагрудак | Novogrudok
    same | Nova Kakhovka | Новая Каховка
    same | Belaya Gora | Біла Гора
    """)

  @Test(arguments: spellings + differences + doubts + places)
  func `gives a verdict`(_ pair: ComparedPair) {
    let comparison = NameComparer.builtIn.compare(pair.first, pair.second)
    #expect(comparison.verdict.rawValue == pair.verdict, "\(comparison)")
  }

  @Test(arguments: spellings + differences + doubts + places)
  func `does not mind which name comes first`(_ pair: ComparedPair) {
    let comparer = NameComparer.builtIn
    #expect(comparer.compare(pair.first, pair.second) == comparer.compare(pair.second, pair.first))
  }

  @Test(arguments: spellings + differences + doubts + places)
  func `scores agree with verdicts`(_ pair: ComparedPair) {
    let comparison = NameComparer.builtIn.compare(pair.first, pair.second)
    let range: ClosedRange<Double> =
      switch comparison.verdict {
      case .same: 0.7...1
      case .unsure: 0.3...0.7
      case .different: 0...0.3
      }
    #expect(range.contains(comparison.score))
  }

  static let writings = ComparedPair.table(
    """
    decomposed marks | Šepetivka | S\u{30C}epetivka
    marks without a meaning | Чехов | Че\u{301}хов
    apostrophes | Prokof'ev | Prokofʹev
    Cyrillic letters in a Latin word | Chekhov | Chеkhоv
    Latin letters in a Cyrillic word | Чехов | Чexов
    capitals | ЧЕХОВ | чехов
    spaces | Nova  Kakhovka | Nova Kakhovka
    """)

  @Test(arguments: writings)
  func `sees through`(_ pair: ComparedPair) {
    let comparison = NameComparer.builtIn.compare(pair.first, pair.second)
    #expect(comparison.verdict == .same)
    #expect(comparison.score == 1)
  }

  @Test(arguments: [("", ""), ("…", "…"), (" ", "-")])
  func `never merges what has no letters`(_ first: String, _ second: String) {
    #expect(NameComparer.builtIn.compare(first, second).verdict != .same)
  }

  @Test func `compares other scripts letter by letter`() {
    #expect(NameComparer.builtIn.compare("東京", "東京").verdict == .same)
    #expect(NameComparer.builtIn.compare("東京", "京都").verdict == .different)
    #expect(NameComparer.builtIn.compare("東京", "Tokyo").verdict == .different)
  }
}

@Suite struct `Comparing names with a glossary` {
  private static let glossary = """
    id\tlanguage\tstyle\tstatus\tform\tkind\tgender\tsurname\trelations
    moscow\tru\t\tpreferred\tМосква\tplace
    moscow\tit\t\tpreferred\tMosca
    honchar\tuk\t\tpreferred\tОлесь Гончар\tperson\tmasculine\tlast\tnot-same-as:honchar-o
    honchar\ten\t\tpreferred\tOles Honchar
    honchar-o\ten\t\tpreferred\tOlés Hončar\tperson\tmasculine\tlast
    """

  private static func comparer() throws -> NameComparer {
    let file = try GlossaryFile(path: "test.tsv", bytes: Array(glossary.utf8))
    return NameComparer(glossary: try Glossary(files: [file]))
  }

  @Test func `one entry makes two names the same`() throws {
    let comparison = try Self.comparer().compare("Mosca", "Москва")
    #expect(comparison.verdict == .same)
    #expect(comparison.cause == .sameEntry)
    #expect(NameComparer.builtIn.compare("Mosca", "Москва").verdict != .same)
  }

  @Test func `two entries make two names different`() throws {
    let comparison = try Self.comparer().compare("Oles Honchar", "Olés Hončar")
    #expect(comparison.verdict == .different)
    #expect(comparison.cause == .differentEntries)
    #expect(NameComparer.builtIn.compare("Oles Honchar", "Olés Hončar").verdict == .same)
  }

  @Test func `names it does not list are compared as strings`() throws {
    #expect(try Self.comparer().compare("Chuhuiv", "Чугуев").verdict == .same)
  }
}
