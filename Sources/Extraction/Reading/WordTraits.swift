/// What tables say a word can do around a name.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private init(bit: UInt32) { rawValue = 1 << bit }

  /// Articles, prepositions, pronouns, conjunctions, auxiliaries: begin and end no name and no term.
  static let function = Self(bit: 0)
  /// Stands in front of a person's name: "presidente", "Mr".
  static let title = Self(bit: 1)
  /// Describes an office: "(primo) ministro", "foreign (minister)".
  static let office = Self(bit: 2)
  /// What an office is for: "(ministro della) Difesa".
  static let portfolio = Self(bit: 3)
  /// Stands inside a person's name: "von".
  static let particle = Self(bit: 4)
  /// Joins the parts of a body's name: "(Banca) di (Roma)".
  static let joiner = Self(bit: 5)
  /// Makes a body of the words around it: "Banca", "University".
  static let body = Self(bit: 6)
  /// Makes a document, a treaty or an event of them: "Memorandum", "Cup".
  static let event = Self(bit: 7)
  /// Makes a place of them: "Monte", "River".
  static let site = Self(bit: 8)
  /// In front of a place: "in", "città di".
  static let whereabouts = Self(bit: 9)
  static let definite = Self(bit: 10)
  /// Of a people or a faith, with a capital in English: "Belgian".
  static let people = Self(bit: 11)
  /// Months, days, feasts.
  static let calendar = Self(bit: 12)
  /// A noun for an outlet: "quotidiano", "newspaper".
  static let outlet = Self(bit: 13)
  /// "ha detto", "said".
  static let saying = Self(bit: 14)
  static let masculine = Self(bit: 15)
  static let feminine = Self(bit: 16)
  /// A verb, an adverb or another word that a term does not end or begin with.
  static let nonterm = Self(bit: 17)
  /// A general noun that is written with a capital out of respect: "Paese", "Stato".
  static let common = Self(bit: 18)

  /// A foreign word that ends the name of a body: "(Commonwealth) Games" in an Italian text.
  static let last = Self(bit: 19)

  static let sections: [String: Self] = [
    "function": function, "titles": title, "masculine titles": [title, masculine],
    "feminine titles": [title, feminine], "offices": office, "portfolios": portfolio,
    "particles": particle, "joiners": [joiner, function], "bodies": body, "events": event,
    "sites": site, "whereabouts": whereabouts, "definite": [definite, function],
    "peoples": people, "calendar": calendar, "outlets": outlet, "saying": [saying, nonterm],
    "nonterms": nonterm, "common": common,
  ]
}
