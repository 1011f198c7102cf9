import BitestoText

/// Says of two names whether they are spellings of one: in Cyrillic or in Latin letters, by whatever
/// system they were transliterated.
///
/// Words are read as sounds, in every family of reading that their letters allow, and two words are
/// one when their consonants agree and their vowels differ by no more than the East Slavic languages
/// make them. Given names are compared by table, for *Mykola* and *Nikolai* are one name while
/// *Maria* and *Marina* are not. In doubt the answer is *unsure*: strings alone can't tell two people
/// of one name apart, and a surname alone is nobody.
///
/// Comparing is symmetric, takes any text and does not allocate per pair once the keys are made.
public struct NameComparer: Sendable {
  /// Compares by spelling and the given names alone.
  public static let builtIn = NameComparer()

  let letters: LetterTable
  let sounds: SoundTable
  let givenNames: GivenNameTable
  let evidence: GlossaryEvidence
  let wordDistance: SoundDistance
  let surnameDistance: SoundDistance
  private let scanner: NameWordScanner
  private let partFinder: NamePartFinder

  /// - Parameter glossary: Its entries decide about the names that they list.
  public init(glossary: Glossary = .empty) {
    letters = .builtIn
    sounds = .builtIn
    givenNames = .builtIn
    wordDistance = SoundDistance(sounds.costs, of: sounds)
    surnameDistance = SoundDistance(sounds.surnameCosts, of: sounds)
    scanner = NameWordScanner(alphabet: letters.alphabet)
    partFinder = NamePartFinder(givenNames: givenNames, sounds: sounds)
    evidence = GlossaryEvidence(glossary, scanner: scanner)
  }

  /// Makes ready a name for comparisons.
  public func key(of name: String) -> NameKey {
    var words = scanner.words(of: name)
    let entries = evidence.entries(of: words)
    // "Lukashenko, Alexander"
    if let comma = words.firstIndex(where: \.precedesComma), comma + 1 < words.count {
      words = Array(words[(comma + 1)...] + words[...comma])
    }
    var keys: [WordKey] = []
    keys.reserveCapacity(words.count)
    for word in words { keys.append(WordKey(word, table: letters)) }
    // A name that has lost its marks has lost them in all words: Georgij Zukov.
    if keys.count > 1, keys.contains(where: \.hasLostMarks) {
      for index in keys.indices { keys[index].expectLostMarks() }
    }
    let parts = partFinder.parts(of: keys)
    return NameKey(
      name: name, words: keys, givenNames: parts?.givenNames ?? [], person: parts?.person,
      entries: entries)
  }

  public func compare(_ first: String, _ second: String) -> NameComparison {
    compare(key(of: first), key(of: second))
  }

  public func compare(_ first: NameKey, _ second: NameKey) -> NameComparison {
    if let decided = evidence.verdict(first.entries, second.entries) { return decided }
    if first.words.isEmpty || second.words.isEmpty {
      // Nothing to read: equal or not, nobody is named.
      return NameComparison(
        first.name == second.name ? .unsure : .different, .noName, cost: SoundDistance.farthest,
        limit: 1)
    }
    if let one = first.person, let other = second.person,
      first.isSurelyPerson || second.isSurelyPerson
    {
      return compare(first, one, second, other)
    }
    if first.words.count == second.words.count { return compareWords(first, second) }
    return compareUnequal(first, second)
  }

  // MARK: Persons

  private func compare(
    _ first: NameKey, _ one: NameKey.Person, _ second: NameKey, _ other: NameKey.Person
  ) -> NameComparison {
    let (surname, match) = judgedSurnames(first.words[one.surname], second.words[other.surname])
    func comparison(
      _ verdict: NameComparison.Verdict, _ cause: NameComparison.Cause, adding more: UInt16 = 0
    ) -> NameComparison {
      NameComparison(verdict, cause, cost: match.cost + more, limit: match.limit)
    }
    if surname == .different { return comparison(.different, .spelling) }
    let given = compareGivenNames(first, one, second, other)
    if given.verdict == .different {
      return comparison(.different, given.cause, adding: SoundDistance.farthest)
    }
    if surname == .unsure {
      return areOfOppositeGender(
        first.words[one.surname.upperBound - 1], second.words[other.surname.upperBound - 1])
        ? comparison(.different, .gender) : comparison(.unsure, .spelling)
    }
    if let mine = one.patronymic, let theirs = other.patronymic,
      !first.words[mine].isInitial, !second.words[theirs].isInitial
    {
      let fathers = judged(
        first.words[mine], second.words[theirs], Tolerance.surname)
      if fathers.verdict != .same {
        return comparison(fathers.verdict, .patronymics, adding: fathers.match.cost)
      }
    }
    return comparison(given.verdict, given.cause)
  }

  /// The judgment of the words that are least alike; surnames of which one has more words are alike
  /// when they are written in one word, and doubtful when they share one.
  private func judgedSurnames(
    _ first: ArraySlice<WordKey>, _ second: ArraySlice<WordKey>
  ) -> Judgment {
    if first.count == second.count {
      var worst: Judgment?
      for (one, other) in zip(first, second) {
        let judgment = judged(one, other, .surname)
        if judgment.match.cost >= worst?.match.cost ?? 0 { worst = judgment }
      }
      if let worst { return worst }
    }
    let whole = joined(first).flatMap { one in joined(second).map { judged(one, $0, .surname) } }
    if let whole, whole.verdict == .same { return whole }
    let isShared = first.contains { one in
      second.contains { judged(one, $0, .surname).verdict == .same }
    }
    return (isShared ? .unsure : .different, (SoundDistance.farthest, Tolerance.surname.most))
  }

  private func compareGivenNames(
    _ first: NameKey, _ one: NameKey.Person, _ second: NameKey, _ other: NameKey.Person
  ) -> (verdict: NameComparison.Verdict, cause: NameComparison.Cause) {
    let (mine, theirs) = (first.words[one.given], second.words[other.given])
    if mine.isWritten(like: theirs) { return (.same, .spelling) }
    if mine.isInitial || theirs.isInitial {
      return (
        canAbbreviate(mine, first.givenNames, theirs, second.givenNames) ? .unsure : .different,
        .initial
      )
    }
    if !first.givenNames.isEmpty, !second.givenNames.isEmpty {
      var isTraditional = false
      for listing in first.givenNames {
        for other in second.givenNames where other.name == listing.name {
          if !listing.isTraditional, !other.isTraditional { return (.same, .spelling) }
          isTraditional = true
        }
      }
      if isTraditional { return (.unsure, .traditionalGivenName) }
      return givenNames.areNear(first.givenNames, second.givenNames)
        ? (.unsure, .shortGivenName) : (.different, .givenNames)
    }
    let spelling = judged(mine, theirs, Tolerance.givenName).verdict
    return (spelling, spelling == .same ? .spelling : .unknownGivenNames)
  }

  /// Whether an initial can stand for the other given name or initial, in any language's form.
  private func canAbbreviate(
    _ first: WordKey, _ firstNames: [GivenNameTable.Listing], _ second: WordKey,
    _ secondNames: [GivenNameTable.Listing]
  ) -> Bool {
    func starts(_ word: WordKey, _ names: [GivenNameTable.Listing]) -> Set<UInt8> {
      var starts = Set(word.readings.indices.map { word.sounds[word.range(of: $0).lowerBound] })
      for listing in names { starts.formUnion(givenNames.firstSounds(of: listing.name)) }
      return starts
    }
    let others = starts(second, secondNames)
    return starts(first, firstNames).contains { sound in
      others.contains {
        sounds.costs.pairs[Int(sound) * sounds.count + Int($0)] <= Tolerance.initial
      }
    }
  }

  /// *-ov* and *-ova*, *-sky* and *-skaya*: one ends in a, the other in a consonant or in i.
  private func areOfOppositeGender(_ first: WordKey, _ second: WordKey) -> Bool {
    let (one, other) = (lastSound(first), lastSound(second))
    let isFeminine = (Self.feminine.contains(one), Self.feminine.contains(other))
    guard isFeminine.0 != isFeminine.1 else { return false }
    return !Self.otherVowels.contains(isFeminine.0 ? other : one)
  }

  private static let feminine: Set<Character?> = ["a", "ä", "á"]
  private static let otherVowels: Set<Character?> = ["e", "o", "ö", "u"]

  private func lastSound(_ word: WordKey) -> Character? {
    word.readings.indices.first.flatMap { word.sounds[word.range(of: $0)].last }
      .map { sounds.signs[Int($0)] }
  }

  // MARK: Other names

  private func compareWords(_ first: NameKey, _ second: NameKey) -> NameComparison {
    let tolerance = first.words.count == 1 ? Tolerance.singleWord : Tolerance.anyWord
    var verdict = NameComparison.Verdict.same
    var worst = (cost: UInt16(0), limit: UInt16(1))
    for (one, other) in zip(first.words, second.words) {
      let (judgment, match) = judged(one, other, tolerance)
      if judgment == .different || verdict == .same { verdict = judgment }
      if Int(match.cost) * Int(worst.limit) >= Int(worst.cost) * Int(match.limit) { worst = match }
    }
    if verdict == .unsure, let one = first.words.last, let other = second.words.last,
      areOfOppositeGender(one, other)
    {
      return NameComparison(.different, .gender, cost: worst.cost, limit: worst.limit)
    }
    return NameComparison(verdict, .spelling, cost: worst.cost, limit: worst.limit)
  }

  /// Names of which one has more words: written in one and in two words, or one a part of the other.
  private func compareUnequal(_ first: NameKey, _ second: NameKey) -> NameComparison {
    if !first.isSurelyPerson, !second.isSurelyPerson, let one = joined(first.words[...]),
      let other = joined(second.words[...]), abs(one.letters.count - other.letters.count) <= 4
    {
      let (verdict, match) = judged(one, other, Tolerance.surname)
      if verdict == .same {
        return NameComparison(.same, .spelling, cost: match.cost, limit: match.limit)
      }
    }
    let (long, short) =
      first.words.count > second.words.count
      ? (first.words, second.words)
      : (second.words, first.words)
    var remaining = short[...]
    for word in long {
      guard let next = remaining.first else { break }
      let verdict = judged(word, next, Tolerance.surname).verdict
      if verdict == .same { remaining.removeFirst() }
    }
    return remaining.isEmpty
      ? NameComparison(
        .unsure, short.count == 1 ? .partOfName : .wordCount, cost: 1, limit: 1)
      : NameComparison(.different, .wordCount, cost: SoundDistance.farthest, limit: 1)
  }

  /// The words written as one; nil when they can't be read or would be too long for a word.
  private func joined(_ words: ArraySlice<WordKey>) -> WordKey? {
    guard let first = words.first, first.script != .other,
      words.allSatisfy({ $0.script == first.script })
    else { return nil }
    if words.count == 1 { return first }
    let all = words.flatMap(\.letters)
    guard all.count <= NameWordScanner.longestWord else { return nil }
    return WordKey(NameWord(letters: all, script: first.script), table: letters)
  }

  // MARK: Words

  /// What words may cost, in hundredths of a consonant's weight.
  struct Tolerance {
    var most: UInt16
    /// For each consonant of a word; short words may not vary as much as long ones.
    var eachConsonant: UInt16
    /// Whether vowels count as in surnames.
    var isStrict = false

    /// A place: *Цярнопаль* and *Тернопіль*.
    static let singleWord = Tolerance(most: 110, eachConsonant: 20)
    /// A word of a name that is no person's for certain.
    static let anyWord = Tolerance(most: 72, eachConsonant: 20)
    static let surname = Tolerance(most: 66, eachConsonant: 15, isStrict: true)
    static let givenName = Tolerance(most: 30, eachConsonant: 15, isStrict: true)
    static let initial: UInt16 = 20
    static let shortest: UInt16 = 20
    /// Beyond the limit, but not yet different.
    static let doubt: UInt16 = 60
  }

  typealias Judgment = (
    verdict: NameComparison.Verdict, match: (cost: UInt16, limit: UInt16)
  )

  func judged(
    _ first: WordKey, _ second: WordKey, _ tolerance: Tolerance
  ) -> Judgment {
    let distance = tolerance.isStrict ? surnameDistance : wordDistance
    let cost = distance.match(first, second, limit: tolerance.most + Tolerance.doubt + 1).cost
    let consonants = UInt16(min(first.consonants, second.consonants, 20))
    let limit = min(
      tolerance.most, Tolerance.shortest + tolerance.eachConsonant * consonants)
    let verdict: NameComparison.Verdict =
      cost <= limit ? .same : cost <= limit + Tolerance.doubt ? .unsure : .different
    return (verdict, (cost, limit))
  }
}
