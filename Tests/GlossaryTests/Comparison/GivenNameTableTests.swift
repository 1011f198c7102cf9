import BitestoGlossary
import BitestoText
import Testing

@Suite struct `The table of given names` {
  private let table = GivenNameTable.builtIn

  @Test func `has the names of all three languages`() {
    #expect(table.names.count >= 200)
    for name in table.names {
      #expect(!name.belarusian.isEmpty && !name.russian.isEmpty && !name.ukrainian.isEmpty)
    }
  }

  @Test func `lists no name twice`() {
    var seen: [String: GivenName] = [:]
    for name in table.names {
      let key = "\(name.gender?.rawValue ?? "") \(name.russian[0])"
      #expect(seen[key] == nil, "\(key)")
      seen[key] = name
    }
  }

  @Test func `leads short names to names that are listed`() {
    let russian = Set(table.names.flatMap(\.russian))
    for name in table.names {
      for near in name.near where !russian.contains(near) {
        Issue.record("\(name.russian): \(near)")
      }
    }
  }

  @Test(arguments: [
    ("Siarhei", "Сергей"), ("Serhii", "Сергей"), ("Sergueï", "Сергей"), ("Syarhey", "Сергей"),
    ("Аляксандр", "Александр"), ("Oleksandr", "Александр"), ("Aljaksandr", "Александр"),
    ("Alessandro", "Александр"), ("Mikalai", "Николай"), ("Mykola", "Николай"),
    ("Wolodymyr", "Владимир"), ("Uladzimir", "Владимир"), ("Volha", "Ольга"),
    ("Tatsiana", "Татьяна"), ("Kateryna", "Екатерина"), ("Yevhen", "Евгений"),
    ("Eugene", "Евгений"),
  ])
  func `finds a name by any spelling`(_ word: String, _ russian: String) {
    #expect(table.names(of: word).map { $0.russian[0] } == [russian])
  }

  @Test(arguments: ["Chekhov", "Marinka", "Boston", "", "7", "Łódź"])
  func `does not take other words for names`(_ word: String) {
    #expect(table.names(of: word).isEmpty)
  }

  @Test func `translates`() {
    #expect(table.forms(of: "Николай", in: .ukrainian).first == "Микола")
    #expect(table.forms(of: "Mikalai", in: .russian).first == "Николай")
    #expect(table.forms(of: "Олена", in: .belarusian).first == "Алена")
    #expect(table.forms(of: "Александр", in: .english).first == "Alexander")
  }

  @Test func `knows the gender`() {
    #expect(table.names(of: "Nikita").first?.gender == .masculine)
    #expect(table.names(of: "Valentyna").first?.gender == .feminine)
    #expect(table.names(of: "Саша").first?.gender == nil)
  }
}
