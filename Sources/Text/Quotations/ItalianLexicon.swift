/// The words by which Italian says whose words a quotation is, by the sections of ``WordClasses/sections``;
/// `phrases` and their kin hold one phrase a line.
let italianLexicon = """
  [auxiliaries]
  ha hanno aveva avevano ebbe avrebbe avrebbero abbia abbiano avendo avere aver è era viene
  venne ho abbiamo s'è
  [fillers]
  non lo la li le gli ne si ci mi vi poi così anche ancora inoltre invece infine già subito ieri
  oggi sabato domenica lunedì martedì mercoledì giovedì venerdì successivamente quindi
  inizialmente recentemente sempre solo soltanto tuttavia però stesso stessa pure dunque più
  sapere notare presente scorso scorsa prossimo prossima suo sua suoi sue mio mia miei mie tuo tua nostro nostra altro altra altri altre fa mese mesi anno
  anni settimana settimane giorno giorni ore adesso piano davvero forse apertamente chiaramente ironicamente duramente ripetutamente pubblicamente immediatamente
  prima dopo adesso ora e l'
  [articles]
  il lo la i gli le l' un uno una un'
  [prepositions]
  di del della dello dell' dei degli delle d' a al alla allo all' ai agli alle da dal dalla
  dallo dall' dai dagli dalle in nel nella nello nell' nei negli nelle su sul sulla sullo sull'
  sui sugli sulle con per tra fra contro verso presso durante dopo prima come sotto sopra oltre
  col
  [articulated]
  del della dello dell' dei degli delle al alla allo all' dal dalla dallo dall' nel nella nello
  nell' sul sulla sullo sull' dei degli ai agli dai dagli nei negli sui sugli
  [pronouns]
  lui lei egli ella loro essi esse io noi chi quest' questi costui quest'ultimo
  [conjunctions]
  e ed ma però poi mentre
  [relatives]
  che chi cui
  [complementizers]
  che
  [infinitive markers]
  di d'
  [titles]
  presidente ministro ministra premier segretario segretaria generale colonnello capitano
  tenente maresciallo ammiraglio cancelliere cancelliera senatore senatrice deputato deputata
  onorevole sindaco sindaca governatore governatrice direttore direttrice papa re regina
  principe principessa duca cardinale vescovo arcivescovo monsignor monsignore don padre suor
  suora signor signora signorina sig sig.ra dott dottor dottore dottoressa prof professor
  professore professoressa avv avvocato avvocata ing ingegner on sir lord lady mr mrs ms dr
  reverendo rev commissario commissaria portavoce vicepresidente procuratore giudice rapper
  attore attrice cantante leader capo amministratore delegato ceo
  [institutions]
  stati uniti regno unito casa bianca cremlino pentagono nato onu unione europea ue usa
  consiglio commissione ministero dipartimento ufficio difesa esteri interno interni giustizia
  economia salute istruzione stato paese governo repubblica parlamento senato camera congresso
  corte banca centrale europeo mondiale energia ambiente agricoltura lavoro cultura trasporti
  sviluppo industria commercio finanze tesoro agenzia russo russa ucraino ucraina italiano
  italiana federazione russa arabia saudita nazioni unite fondo monetario
  [outlet nouns]
  testata quotidiano giornale agenzia emittente rivista settimanale tabloid sito portale
  redazione canale
  [outlet work]
  traduzione traduzioni cronista cronisti giornalista giornalisti inviato inviata inviati
  corrispondente servizio analisi redazione reportage fotografo microfoni colonne telecamere
  [outlet reports]
  rapporto articolo articoli report resoconto ricostruzione pezzo intervista notizia
  lancio inchiesta editoriale dispaccio comunicato video pagine pagina sito approfondimento
  fonti
  [outlet participles]
  riportato riportata riportati riportate riferito riferita riferite ripreso ripresa riprese
  ripresi pubblicato pubblicata pubblicati pubblicate citato citata citati citate raccolto
  raccolta raccolte raccolti tradotto tradotta tradotte tradotti diffuso diffusa diffuse diffusi
  rilanciato rilanciata rilanciate intervistato intervistata intervistati sentito sentita
  raggiunto raggiunta scritto anticipato anticipata rilasciato rilasciata rilasciate trasmesso
  trasmessa trasmesse contattato contattata analizzato analizzata verificato verificata
  [agent prepositions]
  da dal dalla dallo dall' dai dagli dalle a al alla allo all' su sul sulla sull'
  [genitives]
  di del della dello dell' dei degli delle d'
  [datives]
  a ad al alla allo all' ai agli alle con col su sul sulla sull'
  [citing]
  cita citano citando citato riporta riportano riferisce riferiscono pubblica pubblicano
  raccoglie
  [comparisons]
  come
  [follow-ups]
  lo ha
  lo hanno
  lo dice
  lo scrive
  è quanto
  è quello che
  a dirlo
  così
  [speaker phrases]
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
  [opening phrases]
  per
  così
  per il
  per la
  per l'
  per lo
  [perfect infinitives]
  aver avere avendo
  [clause openers]
  che dopo perché mentre quando se
  [name particles]
  de von van der den bin ibn al el ter af y la du dos
  [relayed]
  riportato riportata riportati riportate ripreso ripresa ripresi riprese tradotto tradotta
  tradotti tradotte rilanciato rilanciata rilanciati rilanciate
  [translation]
  traduzione traduzioni tradotto tradotta tradotti tradotte tradurre traduce traducendo
  [analysis]
  analisi analizzato analizzata analizza
  [publication]
  pubblicato pubblicata pubblicati pubblicate pubblica pubblicano pubblicazione
  [titled works]
  film pellicola documentario romanzo romanzi libro saggio racconto canzone brano singolo album
  disco opera serie sceneggiato commedia spettacolo mostra quadro dipinto poesia raccolta
  rubrica trasmissione programma rivista quotidiano giornale settimanale mensile intitolato
  intitolata intitolati intitolate titolo videogioco fumetto podcast inno manifesto capitolo
  articolo
  [so-called]
  cosiddetto cosiddetta cosiddetti cosiddette sedicente sedicenti presunto presunta presunti
  presunte
  [audiences]
  giornalisti cronisti stampa reporter deputati senatori ministri studenti tifosi fedeli folla
  sostenitori parlamentari elettori cittadini connazionali alleati lettori colleghi soldati
  militari
  [content nouns]
  intenzione garanzia garanzie promessa piano dispiegamento dimissioni ritiro invio
  [content verbs]
  chiesto annunciato
  [address prepositions]
  a ad al alla allo all' ai agli alle
  [asking verbs]
  chiesto chiede chiedono chiedeva chiese domandato domanda domandava chiedendo
  [outlet crowds]
  media stampa televisione tv agenzie giornali quotidiani emittenti
  [question markers]
  se
  [masculine]
  il lo un uno del dello al allo dal dallo nel nello sul sullo lui egli quello questo
  [feminine]
  la una un' della alla dalla nella sulla lei ella quella questa
  [indefinite]
  un uno una un'
  [epithets]
  donna uomo ragazzo ragazza giovane anziano anziana bambino bambina coppia vittima esperto esperta
  studioso studiosa scienziato scienziata ricercatore ricercatrice storico storica legale avvocato
  avvocata difensore imputato imputata boss guida tecnico dirigente imprenditore imprenditrice
  politico parlamentare autore autrice scrittore scrittrice poeta regista attore attrice cantante
  artista musicista pittore pittrice allenatore allenatrice giocatore giocatrice campione campionessa
  atleta medico dottore dottoressa infermiere infermiera docente insegnante maestro maestra economista
  analista manager giornalista cronista inviato inviata senatore senatrice deputato deputata ministro
  ministra sindaco sindaca prefetto portavoce presidente premier segretario segretaria leader
  direttore direttrice sottosegretario sottosegretaria governatore governatrice generale colonnello
  comandante parroco sacerdote vescovo cardinale pontefice papa giudice magistrato magistrata
  procuratore procuratrice diplomatico diplomatica ambasciatore ambasciatrice consigliere consigliera
  cancelliere cancelliera assessore assessora commissario commissaria testimone pescatore operaio
  operaia agricoltore sindacalista attivista volontario volontaria
  [sources]
  fonti testimoni esperti analisti inquirenti investigatori accusa difesa procura polizia carabinieri
  medici sindacati opposizione autorità funzionari
  [speech nouns]
  sfogo commento replica accusa risposta appello monito allarme avvertimento parole messaggio invito
  richiesta lamento denuncia spiegazione giudizio reazione ammissione confessione ricordo domanda
  [reading verbs]
  legge
  [plural datives]
  ai agli alle
  [unspoken]
  quanto dati dato stime stima previsioni previsione calcoli calcolo sondaggio sondaggi legge leggi
  norma norme piano piani programma programmi tradizione copione statistiche indiscrezioni
  ricostruzione ricostruzioni regolamento contratto accordo accordi costituzione vangelo calendario
  protocollo prassi logica schema modello criterio criteri procedura procedure me te noi voi caso casi
  rapporto rapporti analisi studio studi documento documenti notizia notizie comunicato testo ordine
  [circumstances]
  telefono termine fine margine vigilia tv televisione radio inizio momento tempo punto riguardo
  proposito mattino sera notte mezzogiorno quotidiano giornale emittente sito agenzia microfoni caldo
  freddo unisono volta lungo volo processo critiche domanda domande accuse accusa richiesta richieste
  appello lettera minacce proteste parole voci idea ipotesi proposta decisione ritorno arrivo
  [naming]
  chiamano soprannominato soprannominata ribattezzato ribattezzata soprannominano alias
  [working]
  girare girato diretto pubblicare pubblicato scrivere scritto recitare interpretare incidere inciso
  leggere letto presentare presentato vinse vinto
  """
