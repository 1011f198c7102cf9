import BitestoGlossary
import Testing

@Suite struct `Explaining a comparison` {
  private func explanation(_ first: String, _ second: String) -> String {
    let comparer = NameComparer.builtIn
    return comparer.explain(comparer.key(of: first), comparer.key(of: second))
      .joined(separator: "\n")
  }

  @Test(arguments: [
    ("Антон Чехов", "Anton Čechov", "čexov (cyrillic) and čexov (slavic); consonants č-x-v agree"),
    ("Шепетовка", "Schepetiwka", "(cyrillic) and šepetivka (german)"),
    ("Уладзімір Караткевіч", "Vladimir Korotkevich", "a for o (12)"),
    ("Антон Чехов", "Михаил Чехов", "given names Антон and Михаил"),
    ("Mykola Kulish", "Николай Кулиш", "given names Mykola (Николай) and Николай"),
    ("Антон Чехов", "Михаил Чехов", "different: the given names are two names"),
    ("A. Chekhov", "Антон Чехов", "unsure: an initial can stand for many given names"),
    ("Чехов", "Антон Чехов", "unsure: one is a part of the other"),
    ("Sasha Kulish", "Alexander Kulish", "unsure: one given name may be short for the other"),
    ("Anna Kulish", "Anna Kutish", "consonants differ: l for t (200)"),
    ("Oleh Bondarev", "Oleh Bondareva", "different: one is a woman's form"),
  ])
  func `says`(_ first: String, _ second: String, _ expected: String) {
    #expect(explanation(first, second).contains(expected), "\(explanation(first, second))")
  }

  @Test func `ends with what decided`() {
    #expect(
      explanation("Чехов", "Chekhov").hasSuffix("same: the words are spellings of each other"))
  }
}
