/// The small words by which a language says whose words a quotation is.
struct AttributionLexicon: Sendable {
  let verbs: ReportingVerbs
  /// Make a participle a cue: "ha (detto)".
  let auxiliaries: Set<String>
  /// May stand between the parts of a cue or around its subject: adverbs, clitics, negations.
  let fillers: Set<String>
  let articles: Set<String>
  /// Bind the name after them to the noun before, so that it is not the speaker.
  let prepositions: Set<String>
  /// Those of them that hold an article: "del", "alla".
  let articulated: Set<String>
  let pronouns: Set<String>
  let conjunctions: Set<String>
  /// Stand for the noun before them: "che", "who".
  let relatives: Set<String>
  /// Opens a reported clause: "che", "that".
  let complementizers: Set<String>
  /// Opens a reported infinitive ("di aver detto"); empty where there is none.
  let infinitiveMarkers: Set<String>
  /// Begin a sentence that attributes the one before it: "Lo ha detto Rossi."
  let followUps: [[String]]
  /// "secondo X", "according to X": phrases whose complement is the speaker, as folded words.
  let speakerPhrases: [[String]]
  /// Like those, but only at the start of a sentence ("Per X, ...").
  let openingPhrases: [[String]]
  /// Stand in front of a person's name and are not part of it.
  let titles: Set<String>
  /// Capitalized words in front of a name that belong to an office: "(Stati Uniti) Donald Trump".
  let institutions: Set<String>
  /// Nouns for an outlet named before: "la testata".
  let outletNouns: Set<String>
  /// Nouns whose complement is an outlet, even an unknown one: "una traduzione di X".
  let outletWork: Set<String>
  /// Nouns whose complement is an outlet if it is a known one: "un rapporto di X".
  let outletReports: Set<String>
  /// Participles with an outlet as agent: "riportato da X".
  let outletParticiples: Set<String>
  let agentPrepositions: Set<String>
  let genitives: Set<String>
  /// "detto a X", "con X:", "told X".
  let datives: Set<String>
  let citing: Set<String>
  /// What opens a clause that says who wrote it: "come scrive il Guardian".
  let comparisons: Set<String>
  let translationStems: [String]
  let analysisStems: [String]
  let publicationStems: [String]
  /// Small words written with a capital only because they begin a sentence.
  let starters: Set<String>

  static func table(for language: Language) -> AttributionLexicon? {
    switch language {
    case .italian: italian
    case .english: english
    default: nil
    }
  }

  private static func set(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static func phrases(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  private static let italian = AttributionLexicon(
    verbs: .italian,
    auxiliaries: set(
      """
      ha hanno aveva avevano ebbe avrebbe avrebbero abbia abbiano avendo avere aver è era viene venne
      ho abbiamo s'è
      """),
    fillers: set(
      """
      non lo la li le gli ne si ci mi vi poi così anche ancora inoltre invece infine già subito ieri
      oggi sabato domenica lunedì martedì mercoledì giovedì venerdì successivamente quindi inizialmente
      recentemente sempre solo soltanto tuttavia però stesso stessa pure dunque più apertamente
      chiaramente ironicamente duramente ripetutamente pubblicamente immediatamente prima dopo adesso
      ora e l'
      """),
    articles: set("il lo la i gli le l' un uno una un'"),
    prepositions: set(
      """
      di del della dello dell' dei degli delle d' a al alla allo all' ai agli alle da dal dalla dallo
      dall' dai dagli dalle in nel nella nello nell' nei negli nelle su sul sulla sullo sull' sui sugli
      sulle con per tra fra contro verso presso durante dopo prima come sotto sopra oltre col
      """),
    articulated: set(
      """
      del della dello dell' dei degli delle al alla allo all' dal dalla dallo dall' nel nella nello
      nell' sul sulla sullo sull'
      """),
    pronouns: set("lui lei egli ella loro essi esse io noi chi quest' questi costui quest'ultimo"),
    conjunctions: set("e ed ma però poi mentre"),
    relatives: set("che chi cui"),
    complementizers: set("che"),
    infinitiveMarkers: set("di d'"),
    followUps: phrases("lo ha\nlo hanno\nlo dice\nlo scrive\na dirlo\ncosì"),
    speakerPhrases: phrases(
      """
      secondo
      stando a
      stando al
      stando alla
      stando allo
      stando all'
      stando ai
      stando agli
      stando alle
      a detta di
      a detta del
      a detta della
      a giudizio di
      a parere di
      a sentire
      ad avviso di
      parola di
      parole di
      nelle parole di
      """),
    openingPhrases: phrases("per\ncosì\nper il\nper la\nper l'\nper lo"),
    titles: set(
      """
      presidente ministro ministra premier segretario segretaria generale colonnello capitano tenente
      maresciallo ammiraglio cancelliere cancelliera senatore senatrice deputato deputata onorevole
      sindaco sindaca governatore governatrice direttore direttrice papa re regina principe principessa
      duca cardinale vescovo arcivescovo monsignor monsignore don padre suor suora signor signora
      signorina sig sig.ra dott dottor dottore dottoressa prof professor professore professoressa avv
      avvocato avvocata ing ingegner on sir lord lady mr mrs ms dr reverendo rev commissario commissaria
      portavoce vicepresidente procuratore giudice rapper attore attrice cantante leader capo
      amministratore delegato ceo
      """),
    institutions: set(
      """
      stati uniti regno unito casa bianca cremlino pentagono nato onu unione europea ue usa consiglio
      commissione ministero dipartimento ufficio difesa esteri interno interni giustizia economia
      salute istruzione stato paese governo repubblica parlamento senato camera congresso corte
      banca centrale europeo mondiale energia ambiente agricoltura lavoro cultura trasporti sviluppo
      industria commercio finanze tesoro agenzia russo russa ucraino ucraina italiano italiana federazione russa arabia saudita nazioni unite fondo monetario
      """),
    outletNouns: set(
      """
      testata quotidiano giornale agenzia emittente rivista settimanale tabloid sito portale redazione
      canale
      """),
    outletWork: set(
      """
      traduzione traduzioni cronista cronisti giornalista giornalisti inviato inviata inviati
      corrispondente servizio redazione reportage fotografo microfoni colonne telecamere
      """),
    outletReports: set(
      """
      rapporto articolo articoli report analisi resoconto ricostruzione pezzo intervista notizia lancio
      inchiesta editoriale dispaccio comunicato video pagine pagina sito approfondimento fonti
      """),
    outletParticiples: set(
      """
      riportato riportata riportati riportate riferito riferita riferite ripreso ripresa riprese ripresi
      pubblicato pubblicata pubblicati pubblicate citato citata citati citate raccolto raccolta raccolte
      raccolti tradotto tradotta tradotte tradotti diffuso diffusa diffuse diffusi rilanciato
      rilanciata rilanciate intervistato intervistata intervistati sentito sentita raggiunto raggiunta
      scritto anticipato anticipata rilasciato rilasciata rilasciate trasmesso trasmessa trasmesse
      contattato contattata analizzato analizzata verificato verificata
      """),
    agentPrepositions: set(
      "da dal dalla dallo dall' dai dagli dalle a al alla allo all' su sul sulla sull'"),
    genitives: set("di del della dello dell' dei degli delle d'"),
    datives: set("a ad al alla allo all' ai agli alle con col su sul sulla sull'"),
    citing: set(
      "cita citano citando citato riporta riportano riferisce riferiscono pubblica pubblicano raccoglie"
    ),
    comparisons: ["come"],
    translationStems: ["traduzion", "tradott", "tradu"],
    analysisStems: ["analis", "analizz"],
    publicationStems: ["pubblica"],
    starters: SentenceStarters.table(for: .italian))

  private static let english = AttributionLexicon(
    verbs: .english,
    auxiliaries: [],
    fillers: set(
      """
      has have had also then later not never once recently previously repeatedly publicly reportedly
      further again today yesterday monday tuesday wednesday thursday friday saturday sunday was is
      been himself herself themselves just even only initially simply jokingly and when would will
      """),
    articles: set("the a an his her its their our my one another some several many two three"),
    prepositions: set(
      """
      of in on at to for from with by about against after before during under over between among as
      into near outside inside than like including since through toward towards
      """),
    articulated: [],
    pronouns: set("he she they it i we who"),
    conjunctions: set("and but then while"),
    relatives: set("who which that"),
    complementizers: set("that"),
    infinitiveMarkers: [],
    followUps: [],
    speakerPhrases: phrases(
      """
      according to
      in the words of
      as per
      """),
    openingPhrases: phrases("for"),
    titles: set(
      """
      president minister premier chancellor secretary general colonel captain lieutenant admiral major
      senator sen rep representative congressman congresswoman mayor governor gov director chairman
      chairwoman chief pope king queen prince princess duke cardinal bishop archbishop father sister
      sir lord lady dame mr mrs ms miss mx dr prof professor rev reverend judge justice sergeant sgt
      detective inspector superintendent officer spokesman spokeswoman spokesperson ceo prime foreign
      vice deputy attorney defense defence interior finance former leader commissioner ambassador
      """),
    institutions: set(
      """
      united states kingdom nations white house kremlin pentagon nato un eu european union commission
      council department ministry office state senate congress parliament court us uk u.s u.k
      """),
    outletNouns: set(
      """
      newspaper paper agency broadcaster magazine outlet tabloid website network daily weekly site
      channel
      """),
    outletWork: set(
      """
      translation translations reporter reporters journalist correspondent correspondents newsroom
      microphones
      """),
    outletReports: set(
      """
      report reports article articles analysis account interview story piece investigation editorial
      dispatch statement video pages website sources coverage
      """),
    outletParticiples: set(
      """
      reported quoted cited published translated obtained interviewed carried seen aired broadcast
      released posted given analyzed analysed reviewed
      """),
    agentPrepositions: set("by in to on with"),
    genitives: set("of by from in"),
    datives: set("to with on told tells"),
    citing: set("cites cited citing quotes quoted quoting reports reported reporting"),
    comparisons: ["as"],
    translationStems: ["translat"],
    analysisStems: ["analy"],
    publicationStems: ["publish"],
    starters: SentenceStarters.table(for: .english))
}
