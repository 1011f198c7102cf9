/// What a word or a sign can do in an attribution: its shape, and what the tables of a language say
/// of it.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // MARK: Shape

  static let word = Self(bit: 0)
  static let number = Self(bit: 1)
  static let punctuation = Self(bit: 2)
  static let capitalized = Self(bit: 3)
  /// Two capital letters or more and nothing else: "LSU".
  static let acronym = Self(bit: 4)
  /// Ends in an apostrophe: "dell'".
  static let elided = Self(bit: 5)
  /// Separates clauses: , ; : ( ) quotation marks, and dashes between spaces.
  static let clauseBreak = Self(bit: 6)
  static let comma = Self(bit: 7)
  static let colon = Self(bit: 8)
  static let fullStop = Self(bit: 9)
  /// . ! ? …
  static let terminator = Self(bit: 10)

  // MARK: Verbs

  /// Stands by itself: "dice", "said".
  static let finiteVerb = Self(bit: 11)
  /// Needs an auxiliary before it: "(ha) detto".
  static let participle = Self(bit: 12)
  /// "aggiungendo", "adding".
  static let gerund = Self(bit: 13)
  static let reportingVerb: Self = [finiteVerb, participle, gerund]
  /// Make a participle a cue: "ha (detto)".
  static let auxiliary = Self(bit: 14)
  /// "cita", "quoting": the subject is who reports, the object who said it.
  static let citing = Self(bit: 15)
  /// "aver", "avendo": their clause is part of the one around it.
  static let perfectInfinitive = Self(bit: 16)

  // MARK: Small words

  /// May stand between the parts of a cue or around its subject: adverbs, clitics, negations.
  static let filler = Self(bit: 17)
  static let article = Self(bit: 18)
  /// Binds the name after it to the noun before, so that it is not the speaker.
  static let preposition = Self(bit: 19)
  /// A preposition that holds an article: "del", "alla".
  static let articulated = Self(bit: 20)
  static let pronoun = Self(bit: 21)
  static let conjunction = Self(bit: 22)
  /// Stands for the noun before it: "che", "who".
  static let relative = Self(bit: 23)
  /// Opens a reported clause: "che", "that".
  static let complementizer = Self(bit: 24)
  /// Opens a reported infinitive: "di (aver detto)".
  static let infinitiveMarker = Self(bit: 25)
  /// Opens a clause that attributes nothing: "dopo", "because".
  static let clauseOpener = Self(bit: 26)
  static let genitive = Self(bit: 27)
  /// "detto a X", "told X".
  static let dative = Self(bit: 28)
  /// "riportato da X".
  static let agentPreposition = Self(bit: 29)
  /// Opens a clause that says who wrote it: "come scrive il Guardian".
  static let comparison = Self(bit: 30)
  /// Written with a capital only because it begins a sentence.
  static let starter = Self(bit: 31)
  static let possessive = Self(bit: 32)

  // MARK: People and outlets

  /// Stands in front of a person's name and is not part of it.
  static let title = Self(bit: 33)
  /// Belongs to an office in front of a name: "(Stati Uniti) Donald Trump".
  static let institution = Self(bit: 34)
  /// Stands inside a name: "de", "von".
  static let nameParticle = Self(bit: 35)
  /// A noun for an outlet: "la testata".
  static let outletNoun = Self(bit: 36)
  /// Its complement is an outlet, even an unknown one: "una traduzione di X".
  static let outletWork = Self(bit: 37)
  /// Its complement is an outlet if it is a known one: "un rapporto di X".
  static let outletReport = Self(bit: 38)
  /// A participle with an outlet as agent: "riportato da X".
  static let outletParticiple = Self(bit: 39)
  /// Such a participle whose agent is an outlet even when no table knows it.
  static let relayed = Self(bit: 40)
  static let translation = Self(bit: 41)
  static let analysis = Self(bit: 42)
  static let publication = Self(bit: 43)
  /// Outlets in a body, described and not named: "media", "stampa".
  static let outletCrowd = Self(bit: 55)
  /// The first word of a known outlet's name.
  static let outletStart = Self(bit: 44)
  /// The first word of a phrase whose complement speaks: "secondo".
  static let phraseStart = Self(bit: 45)

  // MARK: What marked words are

  /// In front of marked words that are a name: "il film", "la canzone".
  static let titledWork = Self(bit: 46)
  /// In front of marked words that nobody means: "cosiddetto".
  static let soCalled = Self(bit: 47)
  /// Who is spoken to without being named: "giornalisti", "reporters".
  static let audience = Self(bit: 48)
  /// What one asks for or announces: "garanzia", "intention".
  static let contentNoun = Self(bit: 49)
  /// Takes such a noun as reported content: "annunciato", "demanded".
  static let contentVerb = Self(bit: 50)
  /// Puts the one spoken to after it: "told", "a", "to".
  static let dativeVerb = Self(bit: 52)
  static let addressPreposition = Self(bit: 53)
  /// May report a question: "ha chiesto (se)".
  static let askingVerb = Self(bit: 54)
  /// Opens a reported question: "se", "whether".
  static let questionMarker = Self(bit: 51)

  // MARK: Telling people apart

  static let masculine = Self(bit: 56)
  static let feminine = Self(bit: 57)
  /// Introduces somebody new: "un", "a".
  static let indefinite = Self(bit: 58)
  /// Stands for a person just named: "la donna", "the lawyer".
  static let epithet = Self(bit: 59)
  /// A body that can speak without a name: "fonti (di polizia)", "l'accusa".
  static let source = Self(bit: 60)
  /// After an address preposition, but not spoken to: "al telefono".
  static let circumstance = Self(bit: 61)
  /// In front of marked words that are a name and not said: "chiamano", "girare".
  static let naming = Self(bit: 62)
  static let working = Self(bit: 63)

  /// The sections of a lexicon, by name.
  static let sections: [String: Self] = [
    "auxiliaries": auxiliary, "citing": citing, "perfect infinitives": perfectInfinitive,
    "fillers": filler, "articles": article, "prepositions": preposition,
    "articulated": articulated, "pronouns": pronoun, "conjunctions": conjunction,
    "relatives": relative, "complementizers": complementizer,
    "infinitive markers": infinitiveMarker, "clause openers": clauseOpener,
    "genitives": genitive, "datives": dative, "agent prepositions": agentPreposition,
    "comparisons": comparison, "starters": starter, "possessives": possessive, "titles": title,
    "institutions": institution, "name particles": nameParticle, "outlet nouns": outletNoun,
    "outlet work": outletWork, "outlet reports": outletReport,
    "outlet participles": outletParticiple, "relayed": relayed, "outlet crowds": outletCrowd,
    "translation": translation,
    "analysis": analysis, "publication": publication, "titled works": titledWork,
    "so-called": soCalled, "audiences": audience, "content nouns": contentNoun,
    "content verbs": contentVerb, "question markers": questionMarker, "dative verbs": dativeVerb,
    "asking verbs": askingVerb,
    "masculine": masculine, "feminine": feminine, "indefinite": indefinite, "epithets": epithet,
    "sources": source, "circumstances": circumstance, "naming": naming, "working": working,
    "address prepositions": addressPreposition, "finite verbs": finiteVerb,
    "participles": participle, "gerunds": gerund,
  ]
}
