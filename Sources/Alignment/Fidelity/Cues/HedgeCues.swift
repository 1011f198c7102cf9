import BitestoText

/// The words by which a text leaves open whether something is so.
enum HedgeCue: Sendable {
  /// Leaves it open by itself: "might", "forse", "alleged".
  case plain
  /// May do so: "would", "pensare".
  case weak
  /// Leaves open whether something comes about: "can", "able", "risk".
  case able
  /// Looks like a hedge, but is none: "might" the power.
  case idle

  static func table(_ language: Language) -> PhraseTable<HedgeCue> {
    language == .italian ? italian : english
  }

  /// Whether a form of an Italian verb is conditional or subjunctive, by its ending.
  static func isMoodOfDoubt(_ word: String, _ language: Language) -> Bool {
    language == .italian && doubtful.contains { word.hasSuffix($0) } && word.utf8.count > 4
  }

  private static let doubtful = [
    "rebbe", "rebbero", "remmo", "reste", "resti", "rei", "asse", "esse", "isse", "assero",
    "essero",
    "issero", "rà", "ranno",
  ]

  private static let italian = PhraseTable<HedgeCue>([
    .plain: """
    forse, probabilmente, possibilmente, presumibilmente, presunt*, presumibil*, apparentemente, magari,
    a quanto pare, a quanto sembra, sembrerebbe, sembrerebbero, parrebbe, potenzialmente, potrebbe,
    potrebbero,
    potrei, potremmo, può darsi, secondo quanto, stando a
    """,
    .weak: """
    può, possono, possa, possano, possiamo, posso, poter*, possibil*, potenzial*, eventual*, probabil*,
    sembra*,
    sembr*, pare, parev*, pens*, cred*, ritien*, riten*, suppon*, immagin*, sospett*, dovrebb*, dovrem*,
    dovrei,
    circa, quasi, se, secondo, rischi*, teoria, ipote*, verosimil*, sospett*, accus*, sostien*, dice, dicono,
    rifer*, afferma*, dichiar*, qualora, casomai, capace, capaci, in grado, avrà, sarà, saranno, sia, siano,
    abbia, abbiano, qualche, un po', temo, temono, paura, spero, sperare, speriamo, aspett*, attes*, previst*,
    preved*, vorr*, parte, di solito, spesso, dubb*, stim*, a volte, certo, chiss*
    """,
  ])

  private static let english = PhraseTable<HedgeCue>([
    .plain: """
    might, may, perhaps, maybe, possibly, probably, presumably, apparently, alleged, allegedly, reportedly,
    supposedly, purported, purportedly, seemingly, potentially, likely, could
    """,
    .weak: """
    would, should, seem*, appear*, think*, thought, believ*, guess, suppos*, suspect*, probab*, if, about,
    almost, expected, expect*, hope*, claim*, accus*, said, says, say,
    according, report*, unlikely, uncertain, unclear, rumor*, rumour*, feel*, felt, looks, sounds, kind of,
    sort of, sometimes, often, usually, generally, whether, fear*, will, shall, thinking, imagine,
    presume*, estimat*, ought, alleg*, eventual*, doubt*
    """,
    .able: """
    can, able, possib*, potential*, risk*, chance*, ability, allow*, let, lets, option, opportunity, capable,
    in danger
    """,
    .idle: """
    may have been, could not, couldn't, could be heard, military might, with all his might, the likes
    """,
  ])
}
