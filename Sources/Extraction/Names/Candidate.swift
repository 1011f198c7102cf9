import BitestoGlossary
import BitestoText

/// What the texts hold of one person, place, organization or term.
struct Candidate {
  /// A spelling in a language, and how often it stands in the texts.
  struct Spelling: Hashable {
    var language: Language
    var text: String
    var words: [String]
    var count: Int
  }

  var kind = Entry.Kind.term
  /// Whether it is a phrase of common nouns and not a name.
  var isPhrase = false
  var gender: Entry.Gender?
  /// In how many different surroundings a phrase stands.
  var surroundings = 0
  /// Most frequent first within a language.
  var spellings: [Spelling] = []
  /// In the order of the texts, each once.
  var places: [Place] = []
  /// The index of its entry among those of the glossary, when it is known there.
  var entry: Int?
  var evidence = KindEvidence()

  var frequency: Int { places.count }

  var languages: Set<Language> { Set(spellings.map(\.language)) }

  /// The spelling in full that is most frequent in a language: names that are a part of another are none.
  func fullest(in language: Language) -> Spelling? {
    let own = spellings.filter { $0.language == language }
    guard kind == .person else { return own.first }
    return own.first { $0.words.count > 1 } ?? own.first
  }

  mutating func add(_ spelling: Spelling) {
    let same = spellings.firstIndex { $0.language == spelling.language && $0.text == spelling.text }
    if let same { spellings[same].count += spelling.count } else { spellings.append(spelling) }
  }

  /// Takes in what is known of another spelling of the same.
  mutating func join(_ other: Candidate) {
    for spelling in other.spellings { add(spelling) }
    places += other.places
    evidence.join(other.evidence)
    entry = entry ?? other.entry
    surroundings += other.surroundings
  }

  /// Puts spellings and places into their order.
  mutating func settle() {
    spellings.sort {
      ($0.language.rawValue, -$0.count, $0.text) < ($1.language.rawValue, -$1.count, $1.text)
    }
    places = Array(Set(places)).sorted(by: Place.precedes)
  }
}
