import BitestoText
import Testing

struct LanguageTests {
  @Test(arguments: [("it", "it"), ("EN", "en"), ("en-GB", "en"), ("be_BY", "be"), ("deu", "deu")])
  func aTagNamesItsPrimaryLanguage(tag: String, code: String) {
    #expect(Language(tag: tag)?.rawValue == code)
  }

  @Test(arguments: ["", "i", "english", "it!", "../etc", "рус", "-en"])
  func whatIsNoTagIsRefused(tag: String) {
    #expect(Language(tag: tag) == nil)
  }
}
