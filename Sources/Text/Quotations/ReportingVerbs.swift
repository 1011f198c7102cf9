/// Verbs that announce somebody's words, in the forms that newspapers use.
struct ReportingVerbs: Sendable {
  enum Form: Sendable {
    /// Stands by itself: "dice", "said".
    case finite
    /// Needs an auxiliary before it: "(ha) detto".
    case participle
    /// "aggiungendo", "adding".
    case gerund

    var wordClass: WordClasses {
      switch self {
      case .finite: .finiteVerb
      case .participle: .participle
      case .gerund: .gerund
      }
    }
  }

  let forms: [String: Form]

  private init(forms: [String: Form]) {
    self.forms = forms
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  static let italian: ReportingVerbs = {
    var forms: [String: Form] = [:]
    for stem in words(italianStems) {
      for ending in ["a", "ano", "ò", "arono", "ava", "avano", "erà", "i"] {
        forms[stem + ending] = .finite
      }
      for ending in ["ato", "ata", "ati"] { forms[stem + ending] = .participle }
      forms[stem + "ando"] = .gerund
    }
    for word in words(italianFinite) { forms[word] = .finite }
    for word in words(italianParticiples) { forms[word] = .participle }
    for word in words(italianGerunds) { forms[word] = .gerund }
    for word in words("accusi citi racconti ricordi confermi twitti notò noti argomenti") {
      forms[word] = nil
    }
    return ReportingVerbs(forms: forms)
  }()

  /// Stems of regular verbs in -are.
  private static let italianStems = """
    dichiar spieg afferm comment sottoline replic annunci precis raccont osserv ricord conferm rivel
    assicur rassicur minacci denunci segnal critic twitt domand esclam mormor sussurr url lament
    esort invit auspic illustr comunic evidenzi rimarc dettagli confid confess ipotizz sintetizz
    rincar tuon incalz chios raccomand elogi testimoni inform cit motiv giur ironizz puntualizz
    specific argoment ragion scherz sentenzi profetizz teorizz esemplific defin etichett liquid
    boll borbott balbett brontol sbott sospir grid farfugli strill richiam neg tagli
    ammicc ridacchi contest pronostic ventil ringrazi implor supplic ordin proclam rievoc riepilog postill obiett annot not esult
    """

  private static let italianFinite = """
    dice dicono disse dissero diceva dicevano dirà dicesse aggiunge aggiungono aggiunse aggiunsero
    aggiungeva scrive scrivono scrisse scrissero scriveva risponde rispondono rispose risposero
    sostiene sostengono sostenne sosteneva sostenevano ribadisce ribadiscono ribadì avverte avvertono
    avvertì ammonisce ammonì suggerisce suggeriscono suggerì riferisce riferiscono riferì chiarisce
    chiariscono chiarì ammette ammettono ammise conclude concludono concluse insiste insistono
    insistette prosegue proseguono proseguì continua premette premettono promette promettono promise
    riconosce riconoscono riconobbe smentisce smentiscono smentì definisce definiscono definì descrive
    descrivono descrisse chiede chiedono chiese chiesero ribatte ribattono ribatté chiama chiosa
    ritiene ritengono riassume legge rilancia attacca prevede predice teme temono riporta riportano
    scandisce taglia confessa interviene intervenne fa ripete ripetono ripeté esordisce esordì
    ride rise sorride sorrise interrompe interruppe chiude chiuse avvisa sbotta parla parlano
    riflette spera garantisce garantiscono puntualizza crede credono pensa pensano nota notano
    """

  private static let italianParticiples = """
    detto aggiunto scritto risposto sostenuto ribadito avvertito ammonito suggerito riferito chiarito
    ammesso concluso insistito proseguito continuato premesso promesso riconosciuto smentito definito
    descritto chiesto ribattuto chiamato ritenuto riassunto rilanciato attaccato previsto predetto
    riportato ripetuto esordito riflettuto garantito scandito intervenuto parlato espresso
    chiuso interrotto sorriso preteso fatto
    """

  private static let italianGerunds = """
    dicendo aggiungendo scrivendo rispondendo sostenendo ribadendo avvertendo suggerendo riferendo
    chiarendo ammettendo concludendo insistendo proseguendo continuando premettendo promettendo
    definendo definendola definendolo definendoli descrivendo descrivendolo descrivendola chiedendo
    chiamandolo chiamandola parlando ripetendo citando
    """

  static let english: ReportingVerbs = {
    var forms: [String: Form] = [:]
    for base in words(englishRegular) {
      let stem = base.hasSuffix("e") ? String(base.dropLast()) : base
      let isSoftY = base.hasSuffix("y") && !"aeou".contains(base.dropLast().last ?? "a")
      forms[base] = .finite
      let sibilant = ["s", "h", "x"].contains { base.hasSuffix($0) }
      forms[isSoftY ? base.dropLast() + "ies" : base + (sibilant ? "es" : "s")] = .finite
      forms[isSoftY ? base.dropLast() + "ied" : stem + "ed"] = .finite
      forms[stem + "ing"] = .gerund
    }
    for word in words(englishFinite) { forms[word] = .finite }
    for word in words(englishGerunds) { forms[word] = .gerund }
    return ReportingVerbs(forms: forms)
  }()

  private static let englishRegular = """
    add explain state claim announce declare argue warn insist reply respond ask answer note observe
    comment remark suggest assert affirm confirm reveal recall report tweet post complain conclude
    promise predict reiterate stress emphasize emphasise underline highlight admit mention allege
    contend maintain acknowledge concede describe call exclaim whisper shout joke quip estimate urge
    demand advise caution inform remind repeat testify vow accuse criticize criticise believe
    continue
    """

  private static let englishFinite = """
    say says said tell tells told write writes wrote written think thinks thought went goes admitted
    put puts reads read quipped swore swears spoke speaks
    """

  private static let englishGerunds = "saying telling writing admitting quipping"
}
