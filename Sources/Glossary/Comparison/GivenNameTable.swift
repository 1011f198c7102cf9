import BitestoText

/// The given names of Belarusians, Russians and Ukrainians (`given-names.tsv`), found by any form in
/// any Cyrillic or Latin spelling.
public struct GivenNameTable: Sendable {
  public static let builtIn = GivenNameTable(EmbeddedTable("given-names.tsv"))

  public let names: [GivenName]
  private let scanner: NameWordScanner
  private let letterTable: LetterTable
  private let distance: SoundDistance
  /// By the letters of a listed form.
  private var listed: [[UInt8]: [Listing]] = [:]
  /// By skeleton: forms that may be close.
  private var close: [ConsonantSkeleton: [Candidate]] = [:]
  /// For each name the names that it may stand for.
  private var nearNames: [Set<Int>] = []
  /// For each name the sounds that its forms start with.
  private var starts: [Set<UInt8>] = []

  /// A name that a spelling was found to be.
  struct Listing: Hashable, Sendable {
    var name: Int
    var isTraditional: Bool
  }

  private struct Candidate: Sendable {
    var key: WordKey
    var name: Int
  }

  /// The most that a spelling may cost to be taken for a listed form.
  private static let closest: UInt16 = 24

  init(_ table: EmbeddedTable) {
    names = table.rows.map(GivenName.init)
    letterTable = .builtIn
    scanner = NameWordScanner(alphabet: letterTable.alphabet)
    distance = SoundDistance(SoundTable.builtIn.surnameCosts, of: .builtIn)
    starts = names.map { _ in [] }
    for (number, name) in names.enumerated() {
      for form in name.belarusian + name.russian + name.ukrainian {
        add(form, to: number, isTraditional: false, isSpelledFreely: true)
      }
      for form in name.latin { add(form, to: number, isTraditional: false, isSpelledFreely: false) }
      for form in name.traditional {
        add(form, to: number, isTraditional: true, isSpelledFreely: false)
      }
    }
    nearNames = names.map { name in
      Set(
        names.indices.filter { other in
          name.near.contains { names[other].russian.contains($0) }
        })
    }
  }

  /// The names that a word may be: one, unless languages share a form (Яким). Empty for a word that
  /// is no given name of the table.
  ///
  /// A Latin word need not be listed: *Siarhei* is found as a spelling of Сяргей.
  public func names(of word: String) -> [GivenName] {
    guard let word = scanner.words(of: word).first else { return [] }
    return listings(of: WordKey(word, table: letterTable)).map { names[$0.name] }
  }

  /// The forms of a given name in another language, the usual one first: Александр, Ukrainian →
  /// Олександр.
  public func forms(of word: String, in language: Language) -> [String] {
    names(of: word).flatMap { $0.forms(in: language) }
  }

  /// The usual form of a given name in another language, when the word is a listed form: Сергій, Russian →
  /// Сергей.
  func usualForm(of word: String, in language: Language) -> String? {
    let words = scanner.words(of: word)
    guard words.count == 1, let word = words.first,
      let listing = listed[WordKey(word, table: letterTable).letters]?.first
    else { return nil }
    return names[listing.name].forms(in: language).first
  }

  /// Whether one of the two is a short or derived form of the other.
  func areNear(_ first: [Listing], _ second: [Listing]) -> Bool {
    first.contains { one in
      second.contains { other in
        nearNames[one.name].contains(other.name) || nearNames[other.name].contains(one.name)
          || !nearNames[one.name].isDisjoint(with: nearNames[other.name])
      }
    }
  }

  func listings(of word: WordKey) -> [Listing] {
    if let exact = listed[word.letters] { return exact }
    var best = Self.closest
    var found: [Listing] = []
    for reading in word.readings.indices {
      let skeleton = ConsonantSkeleton(
        word.sounds[word.range(of: reading)], in: letterTable.sounds)
      guard let candidates = close[skeleton] else { continue }
      for candidate in candidates.indices {
        let cost = distance.match(word, candidates[candidate].key, limit: best + 1).cost
        guard cost <= best else { continue }
        if cost < best { found = [] }
        best = cost
        let listing = Listing(name: candidates[candidate].name, isTraditional: false)
        if !found.contains(listing) { found.append(listing) }
      }
    }
    return found
  }

  private mutating func add(
    _ form: String, to name: Int, isTraditional: Bool, isSpelledFreely: Bool
  ) {
    guard let word = scanner.words(of: form).first else { return }
    let listing = Listing(name: name, isTraditional: isTraditional)
    if listed[word.letters]?.contains(listing) != true {
      listed[word.letters, default: []].append(listing)
    }
    guard isSpelledFreely else { return }
    let key = WordKey(word, table: letterTable)
    starts[name].formUnion(key.readings.indices.map { key.sounds[key.range(of: $0).lowerBound] })
    for skeleton in key.skeletons(letterTable.sounds) {
      close[skeleton, default: []].append(Candidate(key: key, name: name))
    }
  }

  /// The sounds with which the forms of a name start.
  func firstSounds(of name: Int) -> Set<UInt8> { starts[name] }
}
