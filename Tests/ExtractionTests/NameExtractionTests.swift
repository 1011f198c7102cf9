import BitestoExtraction
import BitestoGlossary
import BitestoText
import Testing

/// Names in running text, with the built-in glossary left out.
@Suite struct NameExtractionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var language: Language
    var text: String
    var names: [String]

    init(_ language: Language, _ text: String, _ names: String...) {
      self.language = language
      self.text = text
      self.names = names
    }

    var testDescription: String { text }
  }

  @Test(
    arguments: [
      Case(
        .italian, "Ieri il ministro Carlo Bianchi è partito per Belluno.", "Belluno",
        "Carlo Bianchi"),
      // A title with its complement is no name.
      Case(.italian, "Lo ha detto il Ministro della Difesa Carlo Bianchi.", "Carlo Bianchi"),
      // What opens a sentence is a name only when it is no word.
      Case(.italian, "Domani piove. Nessuno esce. La pioggia cade su Belluno.", "Belluno"),
      // The surname alone, with an elision.
      Case(
        .italian, "Ieri parla Anna Orsini. Il discorso d'Orsini dura poco, poi Orsini esce.",
        "Anna Orsini"),
      Case(.italian, "Studia all'Università di Camerino da anni.", "Università di Camerino"),
      Case(.italian, "Il ministero della Giustizia tace.", "ministero della Giustizia"),
      Case(.italian, "È un concerto al Teatro Aurora di Sarnico.", "Sarnico", "Teatro Aurora"),
      Case(.italian, "Il Paese attende. Il Presidente dorme a Sarnico.", "Sarnico"),
      Case(
        .english, "Yesterday Prime Minister Joan Miller met Foreign Minister Paul van der Berg.",
        "Joan Miller", "Paul van der Berg"),
      Case(
        .english, "The Fish and Wildlife Commission of Norland spoke in May.",
        "Fish and Wildlife Commission of Norland"),
      Case(
        .english, "She joined Norland State University last Monday.", "Norland State University"),
      Case(
        .english, "He signed the Small Rivers Treaty (SRT) in Norland, and the SRT is old.",
        "Norland", "Small Rivers Treaty", "SRT"),
      Case(.english, "Yesterday Minister Walid al-Haddad said that I'd know.", "Walid al-Haddad"),
      // A headline's capitals say nothing.
      Case(
        .english, "Mayor Wants Better Roads For All\nThe mayor of Norland wants better roads.",
        "Norland"),
      Case(.english, "He read the X-ray of a patient from @norland near Wexham.", "Wexham"),
      // A run that ends with a name which also stands alone.
      Case(
        .english,
        "The head of Norland Joan Miller spoke. Later Joan Miller left in a car from Norland.",
        "Joan Miller", "Norland"),
    ])
  func findsNames(_ example: Case) throws {
    var options = GlossaryExtractor.Options()
    options.includesTerms = true
    let found = try ExtractedTexts([(example.language, example.text)]).proposals(options)
      .flatMap { $0.entry.forms.map(\.text) }
    #expect(Set(found) == Set(example.names))
  }

  @Test func bringsSpellingsOfOnePersonTogether() throws {
    let texts = try ExtractedTexts([
      (.italian, "Il presidente Aleksandr Petrenko parla. Petrenko tace."),
      (.english, "President Alexander Petrenko spoke. Later Petrenko left."),
      (.italian, "Il presidente Aleksandr Petrénko parla ancora."),
    ])
    let people = try texts.proposals().filter { $0.entry.kind == .person }
    #expect(people.count == 1)
    #expect(people.first?.frequency == 5)
    #expect(people.first?.entry.surname == .last)
    #expect(people.first?.entry.gender == .masculine)
    #expect(
      people.first?.entry.forms.map(\.text)
        == ["Aleksandr Petrenko", "Aleksandr Petrénko", "Alexander Petrenko"])
  }

  @Test func keepsPeopleOfOneSurnameApart() throws {
    let texts = try ExtractedTexts.english(
      "Then Anna Miller met Peter Miller. Later Miller left with Anna Miller.")
    #expect(try texts.summary() == ["person en:Anna Miller", "person en:Peter Miller"])
  }

  @Test func guessesKinds() throws {
    let texts = try ExtractedTexts.english(
      """
      The newspaper Norland Echo said so. In Wexham the minister Joan Bright, 45, spoke to NLX.
      He lives in Wexham, near the River Tarn, and signed the Tarn Agreement.
      """)
    let kinds = Dictionary(
      try texts.proposals().map { ($0.entry.forms[0].text, $0.entry.kind) }
    ) { first, _ in first }
    #expect(
      kinds == [
        "Norland Echo": .organization, "Wexham": .place, "Joan Bright": .person,
        "NLX": .organization, "River Tarn": .place, "Tarn Agreement": .term,
      ])
  }

  @Test func tellsGenderOnlyByATitle() throws {
    let texts = try ExtractedTexts.italian(
      "Parla la ministra Robin Bassi. Risponde poi Andrea Conti, ha detto Andrea Conti.")
    let genders = try texts.proposals().map { ($0.entry.id, $0.entry.gender) }
    #expect(genders.first { $0.0 == "bassi" }?.1 == .feminine)
    #expect(genders.first { $0.0 == "conti" }?.1 == nil)
  }
}
