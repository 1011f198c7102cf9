import BitestoAlignment
import BitestoText

/// A trace with everything that a page to review can show: found, doubtful and missing quotations,
/// notes of every severity, words joined from two passages and from two reports, ordinary
/// sentences, near copies, alternatives, and names that are markup. Town, people and outlets are
/// invented.
enum ReviewSample {
  static let hostileOutlet = "The \"Daily\" </script><b>Post</b> \u{202E}tsoP"
  static let article = """
    Il ponte di Valserena riapre a metà
    Dopo otto mesi di lavori il ponte sul Torno riapre da lunedì, ma soltanto alle biciclette e ai pedoni.
    «Abbiamo speso 13 milioni e ne serviranno forse altri», ha detto la sindaca Ada Morandi al Torno Courier. I cantieri restano aperti su tutte e due le rive.
    «Nessuno ha chiuso le scuole, e nessuno lo farà», ha aggiunto l'assessore Pietro Galli, secondo l'Harbour Wire.
    Il progetto è dello studio Lindqvist. «Un ponte è una promessa che si può attraversare», ama dire l'ingegnera Sara Lindqvist.
    I commercianti protestano: «Così chiudiamo prima di Natale», «il mercato è morto».
    La prossima riunione del consiglio è fissata per il 4 maggio. Sulla riva destra i negozi aprono già alle sette.
    Foto: archivio comunale
    """
  private static let agency = """
    Bridge at Valserena reopens for cyclists
    After eight months of works the bridge over the Torno reopens on Monday, but only to bicycles and pedestrians.
    "We have spent 30 million and we may need more," mayor Ada Morandi said. The next council meeting is set for May 4.
    """
  static let reports = [
    "reports/a-courier.txt": agency,
    "reports/b-copy.txt": agency + "\nReporting by our staff.",
    "reports/c-copy.txt": agency + "\nEditing by the desk.",
    "reports/d-wire.txt": """
    Half a bridge
    "Nobody closed the schools yesterday," said Pietro Galli, who runs the town's public works. Questions were many.
    "Nobody will," he added when asked again.
    "A bridge is a promise you can walk across," Sara Lindqvist likes to say.
    Shops on the right bank already open at seven.
    """,
    "reports/e<f>&\"g\".txt": """
    Market voices
    "We shall be closed by Christmas," said one stallholder. "A promise you can walk over," the engineer calls it.
    """,
    "reports/h-weather.txt": "Weather\nRain until Thursday.",
    "reports/i-sport.txt": "Sport\nNo goals in the derby.",
  ]

  /// Seven quotations and three ordinary sentences.
  static func bitext() throws -> Bitext {
    let sample = try Sample(article: article, reports: reports)
    let units = try quotations(sample) + sentences(sample)
    var bitext = sample.trace(
      units.sorted { ($0.source?.lowerBound ?? 0) < ($1.source?.lowerBound ?? 0) },
      outlets: ["Torno Courier", "Valley Mirror", "Coast Tribune", "Harbour Wire", hostileOutlet])
    bitext.targets[1].copyOf = 0
    bitext.targets[2].copyOf = 1
    return bitext
  }

  private static func quotations(_ sample: Sample) throws -> [Bitext.Unit] {
    let spent = "Abbiamo speso 13 milioni e ne serviranno forse altri"
    let schools = "Nessuno ha chiuso le scuole, e nessuno lo farà"
    let promise = "Un ponte è una promessa che si può attraversare"
    var money = sample.unit(
      try sample.quotation(
        spent, speaker: "Ada Morandi",
        outlet: .init(name: "Torno Courier", role: .published)),
      try sample.passage("We have spent 30 million and we may need more,", sure: 0.97), sure: 0.97,
      alternatives: [
        try sample.passage("We have spent 30 million and we may need more,", report: 1, sure: 0.6)
      ])
    money.quotation?.addressee = "Torno Courier"
    money.notes = [
      try note(
        .number, "13 milioni", "30 million", "“13 milioni” stands for “30 million”.", sample),
      try note(
        .hedge, "forse altri", "we may need more", "“forse” hedges what “may” hedges.", sample),
    ]
    var nobody = sample.unit(
      try sample.quotation(
        schools, speaker: "Pietro Galli", outlet: .init(name: "Harbour Wire", role: .reported)),
      try sample.passage("Nobody closed the schools yesterday,", report: 3, sure: 0.74), sure: 0.74)
    nobody.joined = [try sample.passage("Nobody will,", report: 3, sure: 0.7)]
    nobody.notes = [
      try note(
        .omission, schools, "yesterday", "“yesterday” is left out.", report: 3, sample)
    ]
    var across = sample.unit(
      try sample.quotation(promise, speaker: "Sara Lindqvist"),
      try sample.passage("A bridge is a promise you can walk across,", report: 3, sure: 0.91),
      sure: 0.91, alternatives: [try sample.passage("A promise you can walk over,", report: 4)])
    across.joined = [try sample.passage("A promise you can walk over,", report: 4)]
    return [
      money, nobody, across,
      sample.unit(
        try sample.quotation("Così chiudiamo prima di Natale", kind: .mixed),
        try sample.passage("We shall be closed by Christmas,", report: 4, sure: 0.42), sure: 0.42),
      sample.unit(try sample.quotation("il mercato è morto", speaker: "<i>Anonimo</i> & Co."), nil),
      sample.unit(try sample.quotation("una promessa", kind: .scare), nil, sure: 0.6),
    ]
  }

  private static func sentences(_ sample: Sample) throws -> [Bitext.Unit] {
    let rows = [
      ("Dopo otto mesi di lavori il ponte sul Torno riapre da lunedì", "After eight months", 0),
      ("La prossima riunione del consiglio è fissata per il 4 maggio.", "set for May 4", 0),
      ("Sulla riva destra i negozi aprono già alle sette.", "Shops on the right bank", 3),
    ]
    return try rows.map { italian, english, report in
      let target = try sample.passage(english, report: report, sure: 0.88)
      return Bitext.Unit(
        source: byteRange(of: italian, in: sample.article), target: target, confidence: 0.88)
    }
  }

  private static func note(
    _ rule: FidelityRule, _ source: String, _ target: String, _ message: String, report: Int = 0,
    _ sample: Sample
  ) throws -> FidelityNote {
    FidelityNote(
      rule: rule, message: message,
      source: byteRange(of: source, in: sample.article) ?? 0..<0,
      target: try sample.passage(target, report: report).range)
  }
}
