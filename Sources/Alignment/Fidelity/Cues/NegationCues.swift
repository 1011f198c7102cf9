import BitestoText

/// The words that negate, and those that look so or come near it.
enum NegationCue: Sendable {
  /// Denies what follows: "non", "never".
  case plain
  /// Has the sense of a negation in a word that means something else too: "refuse", "senza".
  case lexical
  /// Looks negated, but denies nothing: "non solo", "no doubt".
  case idle

  static func table(_ language: Language) -> PhraseTable<NegationCue> {
    language == .italian ? italian : english
  }

  /// Beginnings that turn a word into its opposite when the rest is a word as well.
  static func prefixes(_ language: Language) -> [String] {
    language == .italian
      ? ["im", "in", "ir", "il", "dis", "s", "mis", "a"]
      : ["un", "im", "in", "ir", "il", "dis", "mis"]
  }

  private static let italian = PhraseTable<NegationCue>([
    .plain: """
    non, nessun, nessuno, nessuna, nessun', niente, nulla, mai, né, nemmeno, neanche, neppure, mica
    """,
    .lexical: """
    senza, priv*, manc*, assen*, rifiut*, respin*, neg*, smenti*, evit*, imped*, smett*, smess*, viet*, divie*,
    proib*, cess*, contrari*, meno, poc*, appena, solo, soltanto, salvo, tranne, eccetto, fuorché, invece,
    anziché, piuttosto, difficil*, finché, fino a che, fino a quando, altrimenti, scars*, esclu*, ignor*, zero, rar*,
    dubit*, dubbi*, incapac*, no, lungi, rinunc*, bensì, oppost*, sprovvist*, libero da, liberi da, impossibil*,
    improbabil*, ultima cosa, abol*, annull*, blocc*, risparmi*, asten*, astien*, innocent*, sfugg*
    """,
    .idle: """
    non solo, non soltanto, non appena, non vedo l' ora, non vediamo l' ora, non vede l' ora, non vedono l' ora,
    non vedevo l' ora, non a caso, non che, se non, a meno che non, finché non, fino a quando non, fino a che non,
    più di quanto non, di quanto non, come non mai, per non parlare, per non dire, non fa che, non fanno che,
    non faccio che, non fare altro, niente male, non c' è dubbio, non è vero, no vero, non ti pare,
    non importa, non altro che, nulla di meno, niente di meno, niente meno, nientemeno, più che mai, quanto mai,
    caso mai, semmai, dal nulla, chissà se non, perché non, non da poco, per niente al mondo, o no, mai più
    """,
  ])

  private static let english = PhraseTable<NegationCue>([
    .plain: """
    not, no, never, nobody, none, nothing, nowhere, neither, nor, cannot, can't, don't, doesn't, didn't,
    won't, wouldn't, shouldn't, couldn't, isn't, aren't, wasn't, weren't, haven't, hasn't, hadn't, ain't,
    mustn't, needn't, can’t
    """,
    .lexical: """
    without, fail*, refus*, deny, denie*, denial, lack*, avoid*, prevent*, stop*, ban, bans, banned, forbid*,
    reject*, doubt*, hardly, barely, scarce*, rarely, seldom, few, fewer, little, less, least, unable, instead,
    rather, unless, until, till, except, only, too, last thing, unlike, ignor*, miss*, quit, ceas*, declin*,
    exclud*, far from, impossible, beyond, short of, free of, free from, save for, difficult, absen*, zero,
    oppos*, contrary, otherwise, halt*, loath, reluctan*, rid, void, empty, spare*, block*, cancel*, innocent,
    resist*, anyone, anything, nothing but
    """,
    .idle: """
    not only, not just, not merely, not simply, no doubt, no wonder, no matter, no longer than, no less,
    no sooner, not to mention, can't wait, couldn't wait, cannot wait, why not, why don't, couldn't agree more,
    could not agree more, nothing but, can't help, couldn't help, no later than, whether or not, or not, isn't it,
    don't you, didn't you, do not you, aren't they, doesn't it, wasn't it, isn't he, more often than not,
    never mind, no one but, not least, doesn't matter, does not matter, don't matter, nothing less, if not
    """,
  ])
}
