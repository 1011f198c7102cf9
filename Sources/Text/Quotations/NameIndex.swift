/// The people a document names in full, so that a surname, an office or a pronoun can be resolved.
struct NameIndex {
  private struct Mention {
    var start: Int
    var person: Int
  }

  private struct FullName: Hashable {
    var first: WordKey
    var last: WordKey
  }

  private let document: Document
  private var people: [Person] = []
  /// In the order of the text.
  private var mentions: [Mention] = []
  private var numbers: [FullName: Int] = [:]
  private var byName: [String: Int] = [:]
  private var surnames: [WordKey: [Mention]] = [:]
  private var givenNames: [WordKey: [Int]] = [:]

  /// How many mentions away the person of an office or a pronoun may be.
  private static let reach = 24
  /// How many bytes away the person of a pronoun may be.
  private static let nearby = 1_200

  /// Collects names of two to four capitalized words that no outlet bears. Linear.
  init(_ document: Document, _ text: HostWords, outlets: OutletNames) {
    self.document = document
    let runs = NameRuns()
    for paragraph in text.paragraphs {
      let words = text.words[paragraph]
      var index = words.startIndex
      while index < words.endIndex {
        let run = runs.run(at: index, in: words)
        var core = run.isEmpty ? run : runs.core(run, in: words)
        if let outlet = outlets.match(at: run.lowerBound, in: words)?.words,
          outlet.upperBound <= run.upperBound
        {
          core = outlet.upperBound..<run.upperBound
        }
        index = max(run.upperBound, index + 1)
        guard (2...4).contains(core.count),
          outlets.match(at: core.lowerBound, in: words) == nil
        else { continue }
        add(core, in: words)
      }
    }
  }

  private mutating func add(_ core: Range<Int>, in words: ArraySlice<HostWord>) {
    guard let first = words[core].first, let last = words[core].last else { return }
    let name = FullName(first: first.key, last: last.key)
    let number = numbers[name] ?? people.count
    if number == people.count {
      numbers[name] = number
      givenNames[first.key, default: []].append(number)
      let name = document.text(first.range.lowerBound..<last.range.upperBound)
      byName[name] = number
      people.append(
        Person(name: name, gender: Person.gender(ending: document.bytes[first.range])))
    }
    let mention = Mention(start: first.range.lowerBound, person: number)
    mentions.append(mention)
    surnames[last.key, default: []].append(mention)
    let office = PersonOffice(of: core, in: words)
    people[number].description += office.words.filter { !people[number].description.contains($0) }
    people[number].gender = office.gender ?? people[number].gender
  }

  // MARK: By name

  /// The full name given last before an offset, outside of `other`.
  func lastName(before offset: Int, other: String?) -> String? {
    last(before: offset) { $0.name != other }
  }

  /// The full name for a surname at `offset`: the last one given before it, otherwise the first
  /// one after.
  func fullName(forSurname surname: WordKey, at offset: Int) -> String? {
    guard let places = surnames[surname] else { return nil }
    let next = places.partitioningIndex { $0.start > offset }
    return people[places[max(next - 1, 0)].person].name
  }

  /// The full name for a given name alone, when only one person bears it.
  func fullName(forGiven given: WordKey) -> String? {
    guard let numbers = givenNames[given], numbers.count == 1 else { return nil }
    return people[numbers[0]].name
  }

  // MARK: By description

  /// The person whose office holds a noun ("ministro") and most of the other words: of those named
  /// before an offset, or else after it, the nearest.
  func person(describedBy noun: WordKey, and others: [WordKey], at offset: Int) -> String? {
    let next = mentions.partitioningIndex { $0.start >= offset }
    let before = mentions[..<next].suffix(Self.reach).reversed().map(\.person)
    let after = mentions[next...].prefix(Self.reach).map(\.person)
    return best(of: before, noun, others) ?? best(of: after, noun, others)
  }

  private func best(of numbers: [Int], _ noun: WordKey, _ others: [WordKey]) -> String? {
    var best: (name: String, count: Int)?
    for number in numbers where people[number].description.contains(noun) {
      let count = others.count { people[number].description.contains($0) }
      if count > best?.count ?? -1 { best = (people[number].name, count) }
    }
    return best?.name
  }

  /// The person of a gender named last before an offset; one of unknown gender if there is none.
  func last(_ gender: Person.Gender?, before offset: Int) -> String? {
    let start = offset - Self.nearby
    return last(before: offset, after: start) { gender == nil || $0.gender == gender }
      ?? last(before: offset, after: start) { $0.gender == nil }
  }

  /// Whether the document names somebody so.
  func knows(_ name: String) -> Bool { byName[name] != nil }

  /// Whether nothing is known against a person of this name being of a gender.
  func mayBe(_ name: String, _ gender: Person.Gender) -> Bool {
    let known =
      byName[name].map { people[$0].gender }
      ?? Person.gender(ending: Array(name.utf8.prefix { $0 != 0x20 }))
    return known == nil || known == gender
  }

  private func last(
    before offset: Int, after start: Int = 0, where fits: (Person) -> Bool
  ) -> String? {
    let next = mentions.partitioningIndex { $0.start >= offset }
    return mentions[..<next].suffix(Self.reach)
      .last { $0.start >= start && fits(people[$0.person]) }
      .map { people[$0.person].name }
  }
}

/// What stands beside a name and says what the person is: "il ministro della Difesa Carlo Bianchi",
/// "Andrij Koval, direttore del porto".
struct PersonOffice {
  private(set) var words: [WordKey] = []
  private(set) var gender: Person.Gender?

  /// How far from the name an office reaches, in words.
  private static let reach = 8

  init(of name: Range<Int>, in words: ArraySlice<HostWord>) {
    var index = name.lowerBound - 1
    if index > words.startIndex, words[index].classes.contains(.comma) { index -= 1 }
    while index >= words.startIndex, name.lowerBound - index <= Self.reach {
      let word = words[index]
      if word.isBreak || word.isAny([.fullStop, .auxiliary, .reportingVerb]) && !word.isAny(.title)
      {
        break
      }
      note(word, isArticle: isArticle(at: index, in: words))
      if isArticle(at: index, in: words) { break }
      index -= 1
    }
    guard name.upperBound < words.endIndex, words[name.upperBound].classes.contains(.comma) else {
      return
    }
    for word in words[(name.upperBound + 1)...].prefix(Self.reach) {
      if word.isBreak || word.isAny([.fullStop, .relative, .pronoun]) { break }
      note(word, isArticle: false)
    }
  }

  private mutating func note(_ word: HostWord, isArticle: Bool) {
    if isArticle {
      gender = gender ?? Person.gender(of: word.classes)
    } else if word.classes.contains(.word), !word.isAny([.preposition, .filler, .conjunction]) {
      words.append(word.key)
    }
  }

  /// The article that opens the phrase: not one inside it ("della").
  private func isArticle(at index: Int, in words: ArraySlice<HostWord>) -> Bool {
    words[index].classes.contains(.article)
      || index == words.startIndex && words[index].classes.contains(.articulated)
  }
}
