/// Words that, written with a capital letter after an abbreviation, can only begin a sentence:
/// articles, pronouns, conjunctions, the commonest adverbs and verbs.
enum SentenceStarters {
  static func table(for language: Language) -> Set<String> {
    switch language {
    case .italian: italian
    case .english: english
    default: cyrillic
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let italian = words(
    """
    il lo la i gli le un uno una l' un' e ed o ma se che chi come quando dove perché perche poiché
    mentre anche non né nè però pero quindi dunque allora così cosi poi ora oggi ieri domani dopo prima
    durante secondo per con in nel nella nello nell' nei negli nelle al alla allo all' ai agli alle dal
    dalla dallo dall' dai dagli dalle del della dello dell' dei degli delle sul sulla sullo sull' sui
    sugli sulle a da di su tra fra questo questa questi queste quest' quello quella quelli quelle quell'
    suo sua suoi sue io tu lui lei noi voi loro egli ella essi esse si ci vi mi ti è e' era sono ha
    hanno aveva fu c'è c' tutto tutti tutte ogni molti molte alcuni alcune altri altre nessuno niente
    nulla già ancora sempre mai forse solo soltanto infatti inoltre infine invece tuttavia intanto
    insomma ecco sì no qui là dal nonostante benché sebbene oltre senza contro verso fino grazie
    """)

  private static let english = words(
    """
    the a an this that these those it he she we they you i his her its our their your my there here
    and but or nor so yet if when while where why how what who which whose because although though
    however moreover therefore meanwhile then thus also in on at by for from with without after before
    during since until under over between among through about as to not no yes is was are were has had
    have do does did can could will would should may might must let one some many most all both each
    every several few other another such now today yesterday tomorrow soon later once still even just
    only perhaps maybe according despite instead please thanks nobody nothing everyone everything someone something
    it's he's she's we're they're you're i'm i've don't didn't there's that's what's
    """)

  private static let cyrillic = words(
    """
    в во на по из от до за при про для без под над между через после перед около это этот эта эти тот
    та те то он она оно они мы вы ты я его её ее их наш ваш и а но да или если когда где как что кто
    почему потому поэтому также тоже однако затем потом тогда теперь сейчас сегодня вчера завтра уже
    еще ещё не нет все всё у к о об с со це цей ця ці той він вона воно вони ми ви його її їх та але або
    якщо коли де як що хто чому тому також проте потім тоді тепер зараз сьогодні вчора ще не ні усі всі
    у і з до від під над між через після перед гэта гэты ён яна яно яны мы вы яго яе іх але калі дзе як
    што хто таму таксама аднак потым цяпер сёння ўчора
    """)
}
