/// The abbreviations of a language, by what may follow their stop.
///
/// An entry in lower case stands for every spelling; one with a capital letter only for itself and
/// for the same word in capitals.
struct Abbreviations: Sendable {
  enum Kind: Sendable {
    /// Stands before a name or a further word (sig., cfr., Mr.): its stop ends no sentence.
    case leading
    /// Leading only before a number (art. 5, No. 5); otherwise an ordinary word.
    case beforeNumber
    /// May stand last: its stop ends a sentence when the next word can only begin one (U.S., a.C.).
    case either
    /// Stands last, as a rule: a capital letter after it begins a sentence (ecc.).
    case trailing
  }

  private let kinds: [String: Kind]

  /// The kind of the word before a stop, the stop left out ("p.es", "U.S").
  func kind(of word: String, folded: String) -> Kind? {
    if let kind = kinds[word] ?? kinds[folded] { return kind }
    let isCapitals = word.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    return isCapitals ? kinds[String(word.prefix(1)) + String(folded.dropFirst())] : nil
  }

  private init(leading: String, beforeNumber: String, either: String, trailing: String) {
    var kinds: [String: Kind] = [:]
    for (words, kind) in [
      (trailing, Kind.trailing), (either, .either), (beforeNumber, .beforeNumber),
      (leading, .leading),
    ] {
      for word in words.split(whereSeparator: \.isWhitespace) { kinds[String(word)] = kind }
    }
    self.kinds = kinds
  }

  static func table(for language: Language) -> Abbreviations {
    switch language {
    case .italian: italian
    case .english: english
    case .russian, .ukrainian, .belarusian: cyrillic
    default: none
    }
  }

  private static let none = Abbreviations(leading: "", beforeNumber: "", either: "", trailing: "")

  private static let italian = Abbreviations(
    leading: """
      sig sig.ra sig.na sigg sigra signa dott dott.ssa dr dr.ssa drssa prof prof.ssa profssa proff avv
      ing arch geom rag on onn sen mons card Rev rev don egr gent.mo gent.ma spett ill.mo preg.mo
      Gen gen Col col Cap cap Ten ten Magg magg Mar Serg serg Cpl App brig Amm amm Com comm cav
      Pres pres Min min Sottosegr sottosegr Dir dir vicepres vice-pres segr
      S s SS ss St st S.E S.S Sta Sto Mr Mrs Ms Dr Jr ved v vd cfr cf cit vs al es p.es per.es ad.es
      ca sec segg incl escl ecc.mo p.zza P.zza p.le P.le v.le V.le L.go C.so c.so V.lo loc fraz
      tit all agg avv.ti avv.to rif ref oss id ibid op max temp int ext lett tel fax cell e-mail
      m s.m p.e ss.mm cod d.lgs D.Lgs D.L d.l d.p.r D.P.R d.m D.M c.d c.p.c c.p.p art.lo co
      trad introd pref ed eds a.k.a c.d cosidd gr lat ingl fr ted it sp port
      """,
    beforeNumber: """
      art artt n nn no nr num pag pagg pg p pp capp vol voll fig figg tab tabb par parr lett c cc
      sez prot reg l ll cl sch graf ed ott nov dic gen feb apr giu lug ago set sett
      """,
    either: """
      a.C d.C a.c d.c a.m p.m S.p.A s.p.a S.r.l s.r.l S.n.c s.n.c S.a.s s.a.s S.p.a S.r.L Inc Ltd Co
      Corp Bros mln mld mil km kg cm mm ml hl q sec min h c.a u.s U.S U.S.A u.s.a U.K O.N.U C.d.A
      d.o.c n.d.r ndr n.d.a n.d.t N.d.R N.d.A N.d.T r.m s.l.m q.b jr Jr sr Sr p.v u.s c.m p.p
      """,
    trailing: "ecc etc eccetera s.v s.d s.l")

  private static let english = Abbreviations(
    leading: """
      Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Rev Fr Hon Gov Lt Col Gen Sgt Capt Cpt Cmdr Cdr
      Maj Adm Brig Pvt Cpl Sen Sens Rep Reps Amb Supt Insp Det Atty Pres Treas Sec Supt St Ste Mt Ft Pt
      Msgr Pr vs v viz cf al e.g i.e eg ie approx ca esp incl resp c.f aka a.k.a ed eds trans Eq Eqs
      Univ Dept Assn Bros Assoc Ave Blvd Rd Hwy Gen.Sec Spc Pfc Sr.Lt Det.Sgt Lieut Ald P.S PS Bp Abp Gens
      """,
    beforeNumber: """
      no nos No Nos p pp vol vols fig figs Fig Figs art arts sec secs chap ch chs par para paras pt pts
      sect app ex line ver v Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec tel ext approx est r c
      ca fl b d
      """,
    either: """
      U.S U.S.A u.s u.k U.K U.N E.U U.S.S.R D.C N.Y N.J L.A N.C S.C N.H N.M N.D S.D W.Va B.C A.D B.C.E
      C.E a.m p.m A.M P.M am.m Inc Ltd Co Corp Cos LLC L.L.C plc Jr Sr Esq Ph.D PhD M.D B.A M.A B.Sc
      M.Sc D.Phil J.D LL.B R.N D.D.S Calif Mass Fla Tex Pa Ill Mich Minn Wis Ariz Ark Colo Conn Ga Ind
      Kan Ky La Md Mo Mont Neb Nev Okla Ore Tenn Va Vt Wash Wyo Ala Del Mt Jan Feb Mar Apr Jun Jul Aug
      Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun in.ch oz lb lbs ft hr hrs mi km
      kg cm mm mph min sec sq st ave rd blvd bldg cm approx tbsp tsp gal mgr dept est
      """,
    trailing: "etc et.c co")

  private static let cyrillic = Abbreviations(
    leading: """
      г гг гр гл ул пр пер пл д обл р-н им проф акад доц ген полк подп майор кап лейт сер см ср напр
      т.н тзв т.зв т.е т.к т.д.л п.п св ст тов господ вул бул просп м смт сім кв буд вл ред пер авт
      """,
    beforeNumber: "ст стр с п пп рис табл гл т тт № н",
    either: "тыс млн млрд трлн руб коп грн дол н.э р рр тис г гг в вв л",
    trailing: "др проч т.д т.п т.ін ін інш і.т.д и.т.д и.т.п")
}
