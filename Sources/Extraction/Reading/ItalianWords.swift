/// Italian words around names, by the sections of ``WordTraits/sections``. Compiled for this project.
let italianWords = """
  [function]
  e ed o od ma se che chi cui non né come quando dove mentre perché poiché anche ancora già più meno
  molto poco tanto troppo così quindi allora dunque però tuttavia inoltre infine invece ora adesso oggi
  ieri domani sempre mai solo soltanto proprio circa quasi oltre dopo prima durante secondo contro senza
  verso presso sotto sopra fra tra con per su in a ad da di sì no ci vi ne si mi ti lui lei loro noi
  voi io tu egli ella esso essa essi esse questo questa questi queste quello quella quelli quelle quel
  quei quegli quest' quell' suo sua suoi sue mio mia miei mie tuo tua nostro nostra nostri nostre vostro
  vostra ogni ognuno qualche qualcuno qualcosa nessuno nessuna nessun niente nulla tutto tutta tutti tutte
  altro altra altri altre stesso stessa stessi stesse alcuni alcune vari varie diversi diverse molti molte
  pochi poche è era erano fu furono sono sia siano sarà saranno sarebbe sarebbero essere stata state ho hai ha abbiamo avete hanno aveva avevano avrà avrebbe avrebbero avere avuto può possono
  poteva potrebbe potrebbero deve devono doveva dovrebbe dovrebbero vuole vogliono voleva vorrebbe fa fanno
  faceva fatto fare va vanno quale quali quanto quanta quanti quante un uno una un' due tre quattro
  cinque sei sette otto nove dieci cento mille primo seconda terzo nonostante malgrado entro lungo c'è c'
  com' dov' po' lo li gli le la i il l' s' d' m' t' v' n' vedi leggi foto fonte video guarda
  [joiners]
  di del dello della dell' dei degli delle d' per
  [definite]
  il lo la l' i gli le del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo
  dalla dall' dai dagli dalle nel nello nella nell' nei negli nelle sul sullo sulla sull' sui sugli sulle
  col coi
  [whereabouts]
  in nel nella nell' nello nei negli nelle città capitale villaggio paese paesino comune provincia regione
  cittadina metropoli frontiera confine contea distretto quartiere stato
  [masculine titles]
  presidente ministro segretario direttore generale colonnello capitano tenente maresciallo ammiraglio
  cancelliere senatore deputato sindaco governatore re principe duca conte cardinale vescovo arcivescovo
  monsignor monsignore don padre fratello signor sig dottor dottore dott professor professore prof
  avvocato ingegner ingegnere procuratore commissario ambasciatore imperatore zar sultano sceicco emiro
  papa patriarca rabbino imam reverendo attore scrittore regista calciatore allenatore portiere
  presentatore imprenditore scienziato ricercatore storico sottosegretario vicepresidente
  viceministro consigliere capo fondatore
  [feminine titles]
  ministra segretaria direttrice senatrice deputata sindaca governatrice regina principessa duchessa
  contessa suor signora sig.ra signorina dottoressa dott.ssa professoressa avvocata cancelliera
  commissaria ambasciatrice attrice scrittrice cantautrice ricercatrice scienziata calciatrice
  imprenditrice moglie madre figlia sorella nonna zia fondatrice
  [titles]
  premier leader portavoce giudice cantante rapper giornalista analista esperto esperta marito padre figlio
  nonno zio cugino lady lord sir san santo santa beato mr mrs ms dr ceo on onorevole ex artista tennista
  ciclista musicista economista atleta
  [offices]
  est ovest nord sud
   primo prima vice capo ex neo estero esteri
  [portfolios]
  difesa esteri interni interno giustizia economia salute istruzione stato finanze tesoro ambiente energia
  lavoro cultura trasporti commercio industria agricoltura sanità sicurezza repubblica consiglio governo
  camera senato parlamento
  [particles]
  de von van der den bin ibn ben ter af dos du zu
  [bodies]
  ministero dipartimento ufficio agenzia banca università accademia istituto consiglio commissione comitato
  corte tribunale parlamento senato camera congresso partito movimento fronte unione federazione
  confederazione associazione società compagnia gruppo fondazione lega alleanza coalizione organizzazione
  centro museo biblioteca teatro ospedale scuola esercito marina aeronautica guardia polizia brigata
  battaglione reggimento divisione corpo servizio servizi autorità fondo forum circolo club casa orchestra
  filarmonica coro rete radio osservatorio procura questura protezione croce nazioni forze chiesa cattedrale
  basilica liceo conservatorio consorzio cooperativa azienda industrie fratelli
  [events]
  memorandum trattato accordo accordi convenzione patto protocollo dichiarazione costituzione premio coppa
  olimpiadi festival guerra battaglia rivoluzione conferenza vertice campionato mondiali europei giochi
  giro piano operazione carta legge statuto codice biennale mostra
  [sites]
  monte monti lago fiume mare oceano isola isole golfo stretto capo valle val passo piazza via viale corso
  ponte porto aeroporto stazione parco foresta deserto penisola baia canale palazzo castello torre
  repubblica regno stati emirati oblast' fortezza
  [peoples]
  repubblicani repubblicano repubblicana democratici democratico democratica conservatori laburisti
  musulmani cristiani cattolici ebrei ortodossi protestanti islamici nazisti comunisti europei europea
  russi ucraini americani italiani tedeschi francesi inglesi britannici cinesi
  [calendar]
  gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì
  martedì mercoledì giovedì venerdì sabato domenica natale pasqua capodanno ferragosto
  [outlets]
  quotidiano giornale agenzia emittente rivista settimanale tabloid sito portale testata canale channel network tv
  [saying]
  detto dichiarato affermato spiegato aggiunto scritto sostenuto riferito annunciato ribadito sottolineato
  risposto chiesto commentato ricordato precisato osservato raccontato ammesso confermato dice afferma
  spiega aggiunge scrive sostiene dichiara annuncia racconta commenta ricorda disse affermò spiegò
  aggiunse scrisse dichiarò avvertito definito
  [nonterms]
  stato stati   avrebbe stesse possa voglia detta dette fatta fatti fatte visto vista viene vengono veniva venne venuto
  bisogno volta volte modo parte caso cosa cose anno anni mese mesi giorno giorni settimana settimane ora
  ore minuto minuti tempo fine inizio causa base corso seguito mezzo luogo motivo punto grado favore
  ultimo ultima ultimi ultime prossimo prossima scorso scorsa nuovo nuova nuovi nuove grande grandi piccolo
  piccola proprio propria propri proprie milioni milione miliardi migliaia centinaia maggior parte inoltre
  attualmente recentemente secondo presunto presunta cosiddetto
  [common]
  comune comuni provincia regione municipio prefettura questura procura città capitale
   news   paese paesi stato governo presidenza patria nazione cielo terra sole dio signore stampa internet
  covid web governatorato costituzione rete palazzo ministeri borsa
  """
