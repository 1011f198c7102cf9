/// The words by which English says whose words a quotation is, by the sections of ``WordClasses/sections``;
/// `phrases` and their kin hold one phrase a line.
let englishLexicon = """
  [fillers]
  has have had also then later not never once recently previously repeatedly publicly reportedly
  further again today yesterday monday tuesday wednesday thursday friday saturday sunday was is
  been himself herself themselves just even only initially simply jokingly and when would will
  [articles]
  the a an his her its their our my one another some several many two three
  [prepositions]
  of in on at to for from with by about against after before during under over between among as
  into near outside inside than like including since through toward towards
  [pronouns]
  he she they it i we who
  [conjunctions]
  and but then while
  [relatives]
  who which that
  [complementizers]
  that
  [titles]
  president minister premier chancellor secretary general colonel captain lieutenant admiral
  major senator sen rep representative congressman congresswoman mayor governor gov director
  chairman chairwoman chief pope king queen prince princess duke cardinal bishop archbishop
  father sister sir lord lady dame mr mrs ms miss mx dr prof professor rev reverend judge
  justice sergeant sgt detective inspector superintendent officer spokesman spokeswoman
  spokesperson ceo prime foreign vice deputy attorney defense defence interior finance former
  leader commissioner ambassador
  [institutions]
  united states kingdom nations white house kremlin pentagon nato un eu european union
  commission council department ministry office state senate congress parliament court us uk u.s
  u.k
  [outlet nouns]
  newspaper paper agency broadcaster magazine outlet tabloid website network daily weekly site
  channel
  [outlet work]
  translation translations reporter reporters journalist correspondent correspondents newsroom
  microphones
  [outlet reports]
  report reports article articles analysis account interview story piece investigation editorial
  dispatch statement video pages website sources coverage
  [outlet participles]
  reported quoted cited published translated obtained interviewed carried seen aired broadcast
  released posted given analyzed analysed reviewed
  [agent prepositions]
  by in to on with
  [genitives]
  of by from in
  [datives]
  to with on told tells
  [citing]
  cites cited citing quotes quoted quoting reports reported reporting
  [comparisons]
  as
  [speaker phrases]
  according to
  in the words of
  as per
  [opening phrases]
  for
  [perfect infinitives]
  having
  [clause openers]
  after when if who which that because while
  [possessives]
  's '
  [name particles]
  de von van der den bin ibn al el ter af y la du dos
  [relayed]
  carried translated
  [translation]
  translation translations translated translating
  [analysis]
  analysis analyzed analysed analyzing
  [publication]
  published publishes publishing publication wrote written
  [titled works]
  film movie documentary novel book essay story song single album record opera series play show
  exhibition painting poem magazine newspaper titled entitled called title game comic podcast
  anthem chapter article episode
  [so-called]
  so-called self-styled supposed alleged
  [audiences]
  reporters journalists lawmakers deputies supporters fans crowd parliament students troops
  [dative verbs]
  told tells tell telling asked asks reminded warned assured informed
  [address prepositions]
  to
  [asking verbs]
  asked asks asking wondered
  [outlet crowds]
  media press television tv agencies newspapers broadcasters
  [question markers]
  whether if
  [masculine]
  he him his
  [feminine]
  she her
  [indefinite]
  a an another one some several
  [epithets]
  man woman boy girl expert lawyer author writer poet director actor actress singer artist musician
  painter coach player champion doctor nurse teacher professor economist analyst manager journalist
  senator minister mayor spokesman spokeswoman spokesperson president premier leader governor general
  colonel commander priest bishop judge prosecutor diplomat ambassador chancellor commissioner
  [sources]
  sources witnesses experts analysts investigators prosecutors police officials doctors unions
  [speech nouns]
  words comment reply
  [unspoken]
  data estimates estimate forecast forecasts law plan plans report reports figures documents document
  poll polls study studies schedule tradition
  [circumstances]
  date reporters
  [naming]
  nicknamed dubbed
  [working]
  directed published filming wrote
  """
