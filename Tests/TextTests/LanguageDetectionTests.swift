import BitestoText
import Testing

struct LanguageDetectionTests {
  @Test(
    "tells the languages apart",
    arguments: [
      ("Il presidente ha detto che la riunione con i ministri è stata rinviata a domani.", "it"),
      ("The president said that the meeting with the ministers was put off until Friday.", "en"),
      ("Президент заявил, что встреча с министрами перенесена на завтра, чтобы был мир.", "ru"),
      (
        "Президент заявив, що зустріч із міністрами перенесено на завтра, щоб її підготувати.", "uk"
      ),
      (
        "Прэзідэнт заявіў, што сустрэча з міністрамі перанесена на заўтра, каб яе падрыхтаваць.",
        "be"
      ),
    ])
  func tellsApart(text: String, language: String) {
    #expect(Language.detect(in: Array(text.utf8)).language?.rawValue == language)
  }

  @Test(
    "does not take a neighbor, a number or a name for one of them",
    arguments: [
      "El presidente dijo que la reunión con los ministros se celebrará por la tarde en Madrid.",
      "Le président a dit que la réunion avec les ministres est reportée à demain dans la ville.",
      "Der Präsident sagte, dass das Treffen mit den Ministern auf morgen verschoben ist.",
      "12 34 56", "Mario Rossi", "",
    ])
  func knowsItsLimits(text: String) {
    #expect(Language.detect(in: Array(text.utf8)).language == nil)
  }
}
