import BitestoText
import Testing

/// A passage with its quotations marked `⟦kind|speaker|outlet/role|words⟧`; empty fields stand for
/// none, `+` before the kind for a further piece of the quotation before.
struct QuotationCase: CustomTestStringConvertible, Sendable {
  let name: String
  let language: Language
  let passage: String
  var outlets: Set<String> = []

  var testDescription: String { "\(language): \(name)" }

  static let italian: [QuotationCase] = [
    QuotationCase(
      name: "inversion after the quotation, surname resolved", language: .italian,
      passage: """
        Il ministro della Difesa Carlo Bianchi è arrivato a Vilnius.
        «⟦direct|Carlo Bianchi||Non abbiamo chiesto nulla⟧», ha detto Bianchi ai giornalisti.
        """),
    QuotationCase(
      name: "translation credited to an outlet", language: .italian,
      passage: """
        "⟦direct|Oleh Marchuk|Ukrainska Pravda/translated|Il ponte è chiuso. Nessuno passa⟧", ha \
        spiegato Oleh Marchuk, secondo una traduzione di Ukrainska Pravda.
        """),
    QuotationCase(
      name: "an outlet that writes, before the quotation", language: .italian,
      passage: """
        Come scrive il Guardian, «⟦direct||Guardian/reported|il ponte non riaprirà prima di maggio⟧».
        """),
    QuotationCase(
      name: "an outlet that reports, after the speaker", language: .italian,
      passage: """
        «⟦direct|Oleh Marchuk|DW/reported|Il ponte è chiuso⟧», ha detto Oleh Marchuk, riporta DW.
        """),
    QuotationCase(
      name: "the outlet is the speaker", language: .italian,
      passage: """
        "⟦direct|DW News|DW News/speaker|Il confine resta chiuso ai camion⟧", ha scritto DW News.
        """),
    QuotationCase(
      name: "interrupted quotation", language: .italian,
      passage: """
        «⟦direct|Anna Verdi||La legge c'è⟧», ha spiegato la sindaca Anna Verdi, «⟦+direct|Anna \
        Verdi||ma nessuno la applica⟧».
        """),
    QuotationCase(
      name: "a second sentence without a cue of its own", language: .italian,
      passage: """
        “⟦direct|Luca Neri||Che cosa possiamo fare? Niente.⟧” ha risposto Luca Neri uscendo dal \
        tribunale. “⟦+direct|Luca Neri||Aspettiamo la sentenza⟧”.
        """),
    QuotationCase(
      name: "mixed glyphs and a stop inside the marks", language: .italian,
      passage: """
        "⟦direct|Adele Fontana||Qui si viveva bene.⟧” Lo ha detto la preside Adele Fontana. «⟦direct|Piero \
        Longo||Si vive male⟧», ribatte Piero Longo.
        """),
    QuotationCase(
      name: "an elided article before the mark, a fragment", language: .italian,
      passage: """
        Il portavoce Dmitrij Orlov ha definito l'"⟦mixed|Dmitrij Orlov||operazione speciale⟧" un \
        successo.
        """),
    QuotationCase(
      name: "apostrophes are no marks", language: .italian,
      passage: """
        Negli anni '90 c'era un po' di tutto. 'Ndrangheta e droga, dell'altro. Giulia Sala ha detto: \
        “⟦direct|Giulia Sala||È 'na cosa d'altri tempi, un po' come l'Italia⟧”.
        """),
    QuotationCase(
      name: "inches and feet are no marks", language: .italian,
      passage: """
        Lo schermo da 55" costa troppo. "⟦direct|Ugo Sarti||Il mio 27" basta⟧", dice Ugo Sarti.
        """),
    QuotationCase(
      name: "nested marks belong to the quotation", language: .italian,
      passage: """
        «⟦direct|Ivo Greco||Mi disse “vattene” e me ne andai⟧», racconta Ivo Greco.
        """),
    QuotationCase(
      name: "an unclosed mark that nothing announces costs only itself", language: .italian,
      passage: """
        Il suo «non lo so ci era bastato.
        Era tardi. «⟦direct|Elena Costa||Io invece lo so⟧», ha replicato Elena Costa.
        """),
    QuotationCase(
      name: "an unclosed mark after a colon holds the rest of its paragraph", language: .italian,
      passage: """
        Elena Costa ha detto: «⟦direct|Elena Costa||Non lo so. Chiedete a lei.
        """ + "⟧\nEra tardi."),
    QuotationCase(
      name: "opened again at every paragraph", language: .italian,
      passage: """
        Il generale Rino Serra ha scritto: «⟦direct|Rino Serra||Siamo partiti all'alba.
        """ + "⟧\n«⟦+direct|Rino Serra||Siamo tornati a notte fonda⟧»."),
    QuotationCase(
      name: "secondo with a person and a fragment", language: .italian,
      passage: """
        Secondo Franco Rizzi la riforma è «⟦mixed|Franco Rizzi||un salto nel buio⟧».
        """),
    QuotationCase(
      name: "quanto riportato da an outlet", language: .italian,
      passage: """
        Secondo quanto riportato dal Kyiv Independent, il sindaco ha detto: «⟦direct|sindaco|Kyiv \
        Independent/reported|Resteremo qui⟧».
        """),
    QuotationCase(
      name: "told to an outlet", language: .italian,
      passage: """
        «⟦direct|Marta Gallo|Reuters/reported|Le scorte basteranno fino a marzo⟧», ha detto Marta \
        Gallo alla Reuters.
        """),
    QuotationCase(
      name: "an outlet only the caller knows", language: .italian,
      passage: """
        "⟦direct|Il Faro di Ostuni|Il Faro di Ostuni/speaker|Il porto riapre lunedì⟧", scrive Il \
        Faro di Ostuni.
        """, outlets: ["Il Faro di Ostuni"]),
    QuotationCase(
      name: "a title, not a speech", language: .italian,
      passage: """
        Ha girato “⟦title|||Notte Bianca⟧” nel 1998 con pochi soldi.
        """),
    QuotationCase(
      name: "irony", language: .italian,
      passage: """
        I cosiddetti "⟦scare|||esperti⟧" hanno sbagliato di nuovo.
        """),
    QuotationCase(
      name: "an apposition between name and verb", language: .italian,
      passage: """
        Paolo Ferri, direttore della Caritas di Trieste, ha aggiunto: «⟦direct|Paolo Ferri||Servono \
        coperte⟧».
        """),
    QuotationCase(
      name: "an office in front of the name", language: .italian,
      passage: """
        «⟦direct|Walter Hill||Firmeremo domani⟧», ha annunciato il presidente degli Stati Uniti \
        Walter Hill.
        """),
    QuotationCase(
      name: "a speaker without a name", language: .italian,
      passage: """
        «⟦direct|portavoce del governo||Non commentiamo⟧», ha dichiarato un portavoce del governo.
        """),
    QuotationCase(
      name: "null subject: the last speaker", language: .italian,
      passage: """
        «⟦direct|Sara Monti||Ho paura⟧», ha ammesso Sara Monti.
        Poi ha aggiunto: «⟦direct|Sara Monti||Ma resto⟧».
        """),
    QuotationCase(
      name: "the outlet named before", language: .italian,
      passage: """
        «⟦direct|inviato della BBC|BBC/reported|La strada è vuota⟧», racconta l'inviato della BBC. \
        «⟦direct|BBC|BBC/speaker|I negozi sono chiusi da giorni⟧», ha poi scritto l'emittente.
        """),
    QuotationCase(
      name: "an outlet cites a witness", language: .italian,
      passage: """
        Bloomberg cita un funzionario: «⟦direct|funzionario|Bloomberg/reported|Il piano è pronto⟧».
        """),
    QuotationCase(
      name: "two fragments of one speech", language: .italian,
      passage: """
        Nadia Conti ha parlato di «⟦mixed|Nadia Conti||una ferita aperta⟧» e ha aggiunto che il \
        comune «⟦mixed|Nadia Conti||non farà un passo indietro⟧».
        """),
    QuotationCase(
      name: "words given to an outlet, taken up by one, read in one", language: .italian,
      passage: """
        Più cauto con El País: “⟦direct||El País/reported|Vedremo a giugno⟧”. La risposta, ripresa \
        dall'Ansa, è stata «⟦mixed||ANSA/reported|un silenzio lungo una settimana⟧». "⟦direct||\
        Haaretz/reported|Nessuno dorme più⟧", si legge in un reportage di Haaretz.
        """),
    QuotationCase(
      name: "an outlet that is only talked about", language: .italian,
      passage: """
        Gino Pace ha attaccato la CNN in piazza: «⟦direct|Gino Pace||Dicono il falso⟧».
        """),
    QuotationCase(
      name: "an unknown outlet behind a translation", language: .italian,
      passage: """
        «⟦direct|Taras Bondar|Hlas Polissja/translated|Il fiume è gelato⟧», ha scritto Taras Bondar, \
        secondo la traduzione di Hlas Polissja.
        """),
    QuotationCase(
      name: "che and who: the noun before them speaks", language: .italian,
      passage: """
        A decidere è Rita Leoni, che ha definito la proposta «⟦mixed|Rita Leoni||una farsa⟧».
        """),
    QuotationCase(
      name: "a weekday is no name, a gerund has the subject of its clause", language: .italian,
      passage: """
        Mercoledì Tito Vidal ha lasciato l'aula, aggiungendo che tornerà «⟦mixed|Tito Vidal||solo \
        con i voti⟧».
        """),
    QuotationCase(
      name: "the subject of the sentence before", language: .italian,
      passage: """
        Eva Sole ha aperto il negozio nel 2001. «⟦direct|Eva Sole||Era un altro mondo⟧», racconta.
        """),
    QuotationCase(
      name: "guillemets of one angle, low marks, LaTeX marks", language: .italian,
      passage: """
        ‹⟦direct|Pia Neri||Sì⟧›, disse Pia Neri. „⟦direct|Leo Bassi||Forse più tardi⟧“, disse Leo \
        Bassi. ``⟦direct|Ugo Masi||No e poi no⟧'', disse Ugo Masi.
        """),
    QuotationCase(
      name: "cross-links hold no quotations", language: .italian,
      passage: """
        «⟦direct|Aldo Russo|ANSA/reported|Abbiamo vinto⟧», esulta Aldo Russo, secondo l'Ansa.
        LEGGI ANCHE: «Abbiamo perso», parla il sindaco
        """),
  ]

  static let english: [QuotationCase] = [
    QuotationCase(
      name: "said before the name", language: .english,
      passage: """
        "⟦direct|Sarah Jones||I never saw it coming,⟧" said Sarah Jones, 34, a teacher from Leeds.
        """),
    QuotationCase(
      name: "name before said, told to an outlet, interrupted", language: .english,
      passage: """
        “⟦direct|Tom Baker|Reuters/reported|The mine will close,⟧” manager Tom Baker told Reuters on \
        Monday. “⟦+direct|Tom Baker|Reuters/reported|There is no coal left.⟧”
        """),
    QuotationCase(
      name: "single marks and possessives", language: .english,
      passage: """
        ‘⟦direct|Kate Moore||It’s the players’ money, not the club’s,⟧’ Kate Moore said.
        """),
    QuotationCase(
      name: "a fragment after according to", language: .english,
      passage: """
        According to Mark Webb, the plan was "⟦mixed|Mark Webb||dead on arrival⟧".
        """),
    QuotationCase(
      name: "somebody's spokesman", language: .english,
      passage: """
        Ruth Hall's lawyer said she was "⟦mixed|Ruth Hall's lawyer||deeply sorry⟧" for the delay.
        """),
    QuotationCase(
      name: "apposition and surname", language: .english,
      passage: """
        Jane Cole, the foreign secretary, told the BBC: "⟦direct|Jane Cole|BBC/reported|We can't go \
        on like this.⟧"
        Cole later added: "⟦direct|Jane Cole||Talks start on Monday.⟧"
        """),
    QuotationCase(
      name: "pronoun: the last speaker", language: .english,
      passage: """
        Adam West resigned on Friday. "⟦direct|Adam West||I am tired,⟧" West wrote. "⟦+direct|Adam \
        West||That is all.⟧"
        "⟦direct|Adam West||Ask my wife,⟧" he added.
        """),
    QuotationCase(
      name: "heights and titles", language: .english,
      passage: """
        He is 6'2" tall and keeps a copy of "⟦title|||Moby Dick⟧" on his desk.
        """),
    QuotationCase(
      name: "two paragraphs", language: .english,
      passage: """
        Peter Lane said: “⟦direct|Peter Lane||We left at dawn.⟧
        “⟦+direct|Peter Lane||We came back at night.⟧”
        """),
    QuotationCase(
      name: "an outlet reports a statement", language: .english,
      passage: """
        "⟦direct|Igor Petrov|BelTA/reported|Our border is calm,⟧" Igor Petrov said, BelTA reported.
        """),
  ]

  static let reported: [QuotationCase] = [
    QuotationCase(
      name: "ha ribadito che, ma ha aggiunto che", language: .italian,
      passage: """
        Bruno Galli ha ribadito ⟦indirect|Bruno Galli|DW News/reported|che non manderà soldati al \
        fronte⟧, ma ha aggiunto ⟦indirect|Bruno Galli|DW News/reported|che risponderà a ogni \
        attacco⟧, secondo DW News.
        """),
    QuotationCase(
      name: "di with an infinitive, the last speaker", language: .italian,
      passage: """
        «⟦direct|Olga Riva||Siamo pronti⟧», ha detto Olga Riva.
        Ha dichiarato ⟦indirect|Olga Riva||di aver parlato con tutti e di aver notato che nessuno \
        ha paura⟧.
        """),
    QuotationCase(
      name: "secondo at the start", language: .italian,
      passage: """
        Secondo Dario Villa, ⟦indirect|Dario Villa||il ponte non reggerà altri dieci anni⟧.
        """),
    QuotationCase(
      name: "an analysis speaks for its outlet", language: .italian,
      passage: """
        Secondo un'analisi di Politico, ⟦indirect|Politico|Politico/analyzed|il voto non cambierà \
        gli equilibri⟧.
        """),
    QuotationCase(
      name: "said that", language: .english,
      passage: """
        Helen Ward said ⟦indirect|Helen Ward||that the school would open again in May⟧.
        """),
    QuotationCase(
      name: "verbs that report nothing", language: .italian,
      passage: """
        Il treno è partito prima che arrivasse. La nota è lunga, e il racconto di Anna pure.
        """),
  ]
}
