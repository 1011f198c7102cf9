import BitestoAlignment
import BitestoGlossary
import BitestoText

/// Brings the mentions of one name together: spellings, a surname alone, an abbreviation.
///
/// Names are compared only within a block of like sound, of which the first few stand for the rest, so that
/// the work is n log n in the mentions.
struct NameClusters {
  /// Names that a further one of the same block is compared with.
  private static let comparedInBlock = 32

  private let texts: [TextWords]
  private let comparing: SoundComparison
  /// Words that the texts also have without a capital, by language.
  private let lowerCase: [Language: [String: Int]]
  private let isUsual: (String, Language) -> Bool
  private var candidates: [Candidate] = []
  private var numbers: [String: Int] = [:]

  init(
    _ texts: [TextWords], lowerCase: [Language: [String: Int]], comparing: SoundComparison,
    isUsual: @escaping (String, Language) -> Bool
  ) {
    self.texts = texts
    self.lowerCase = lowerCase
    self.comparing = comparing
    self.isUsual = isUsual
  }

  /// The names of mentions, with what the texts' quotations and outlets say about them.
  func names(_ mentions: [NameMention], hints: NameHints) -> [Candidate] {
    var clusters = self
    let groups = clusters.grouped(mentions, hints: hints)
    clusters.joinFullNames(groups.filter { $0.words.count > 1 })
    clusters.joinInitials()
    clusters.joinSingles(groups.filter { $0.words.count == 1 })
    for index in clusters.candidates.indices { clusters.candidates[index].settle() }
    return clusters.candidates
  }

  // MARK: Spellings

  /// The mentions whose folded words are the same.
  private struct Group {
    var words: [String]
    var abbreviations: Set<String> = []
    var sure = 0
    var lowerCase = 0
    var isUsual = false
    /// Whether a word of it is not among the frequent ones of its language.
    var hasRareWord = false
    var candidate: Candidate

    var last: String { words.last ?? "" }
    var isBody: Bool {
      [WordTraits.body, .event, .site].contains { candidate.evidence.count($0) > 0 }
    }
    /// Whether it may be the full name of a person.
    var mayBePerson: Bool {
      (2...4).contains(words.count) && !isBody && !candidate.evidence.isOutlet
    }
  }

  private func grouped(_ mentions: [NameMention], hints: NameHints) -> [Group] {
    var groups: [Group] = []
    var numbers: [String: Int] = [:]
    for mention in mentions {
      let language = texts[mention.text].language
      let number = numbers[NameHints.key(mention.words)] ?? groups.count
      if number == groups.count {
        numbers[NameHints.key(mention.words)] = number
        groups.append(Group(words: mention.words, candidate: Candidate()))
      }
      groups[number].sure += mention.isSure ? 1 : 0
      let key = mention.words.joined(separator: " ")
      groups[number].lowerCase = max(groups[number].lowerCase, lowerCase[language]?[key] ?? 0)
      groups[number].isUsual = groups[number].isUsual || isUsual(key, language)
      if !groups[number].hasRareWord {
        groups[number].hasRareWord = mention.words.contains { !isUsual($0, language) }
      }
      if let short = mention.abbreviation { groups[number].abbreviations.insert(short) }
      groups[number].candidate.evidence.add(mention.traits)
      groups[number].candidate.evidence.isAcronym = mention.isAcronym
      groups[number].candidate.evidence.words = mention.words.count
      groups[number].candidate.places.append(Place(text: mention.text, range: mention.range))
      groups[number].candidate.add(
        Candidate.Spelling(
          language: language, text: mention.spelling, words: mention.words, count: 1))
    }
    for index in groups.indices {
      hints.tell(groups[index].words, &groups[index].candidate.evidence)
    }
    return groups.sorted {
      ($1.candidate.places.count, $0.words.joined(separator: " "))
        < ($0.candidate.places.count, $1.words.joined(separator: " "))
    }
  }

  // MARK: Full names

  private mutating func joinFullNames(_ groups: [Group]) {
    var blocks: [String: [Int]] = [:]
    var beginnings: [String: Int] = [:]
    for group in groups where isName(group) {
      let key = group.words.joined(separator: " ")
      let own = comparing.block(group.last)
      var same: Int?
      if group.mayBePerson {
        same = blocks[own, default: []].prefix(Self.comparedInBlock).first { number in
          candidates[number].spellings.contains {
            $0.words.count > 1 && comparing.isSame($0.words, group.words)
          }
        }
        same = same ?? beginnings[group.words.prefix(2).joined(separator: " ")]
      }
      if let same {
        candidates[same].join(group.candidate)
        numbers[key] = same
        continue
      }
      numbers[key] = candidates.count
      for short in group.abbreviations where numbers[short] == nil {
        numbers[short] = candidates.count
      }
      if group.mayBePerson {
        blocks[own, default: []].append(candidates.count)
        beginnings[group.words.prefix(2).joined(separator: " ")] = candidates.count
      }
      candidates.append(group.candidate)
    }
  }

  /// Whether a group of several words is a name and not a sentence or a headline.
  private func isName(_ group: Group) -> Bool {
    if group.sure > 0 || group.candidate.evidence.isOutlet || group.candidate.evidence.isSpeaker {
      return true
    }
    return group.mayBePerson && group.candidate.evidence.count(.title) > 0 && group.hasRareWord
  }

  /// Capitals that begin the words of the only such name of the texts stand for it: "UN" is the United Nations.
  private mutating func joinInitials() {
    var bearers: [String: Set<Int>] = [:]
    for (number, candidate) in candidates.enumerated() where candidate.evidence.count(.body) > 0 {
      for spelling in candidate.spellings {
        if let initials = Initials.of(spelling.text) {
          bearers[initials, default: []].insert(number)
        }
      }
    }
    for (initials, numbers) in bearers where numbers.count == 1 && self.numbers[initials] == nil {
      self.numbers[initials] = numbers.first
    }
  }

  // MARK: Single words

  private mutating func joinSingles(_ groups: [Group]) {
    var surnames: [String: Set<Int>] = [:]
    var sounds: [String: Set<Int>] = [:]
    var givenNames: [String: Set<Int>] = [:]
    // "the Herald" is the only Herald of the texts.
    var outlets: [String: Set<Int>] = [:]
    for (number, candidate) in candidates.enumerated() where candidate.evidence.isOutlet {
      for spelling in candidate.spellings where spelling.words.count > 1 {
        if let last = spelling.words.last { outlets[last, default: []].insert(number) }
      }
    }
    for (number, candidate) in candidates.enumerated() where candidate.evidence.kind == .person {
      for spelling in candidate.spellings where spelling.words.count > 1 {
        guard let first = spelling.words.first, let last = spelling.words.last else { continue }
        surnames[last, default: []].insert(number)
        sounds[comparing.block(last), default: []].insert(number)
        givenNames[first, default: []].insert(number)
      }
    }
    // "Castelponte" is short for "Castelponte sul Po".
    var towns: [String: Int] = [:]
    for (number, candidate) in candidates.enumerated() where candidate.evidence.kind == .place {
      for words in candidate.spellings.map(\.words) where words.count > 2 {
        if Lexicon.of(.english)[words[1]].contains(.particle) { towns[words[0]] = number }
      }
    }
    var alone: [String: Int] = [:]
    for group in groups {
      let key = group.last
      if let town = towns[key] {
        candidates[town].join(group.candidate)
        continue
      }
      if let outlet = outlets[key], outlet.count == 1, let only = outlet.first,
        group.candidate.evidence.count(.definite) > 0
      {
        candidates[only].join(group.candidate)
      } else if let known = numbers[key] {
        candidates[known].join(group.candidate)
      } else if let bearers = surnames[key] {
        // A surname that several bear tells none of them.
        guard let only = bearers.first, bearers.count == 1 else { continue }
        candidates[only].join(group.candidate)
        candidates[only].evidence.standsBySurname = true
      } else if let bearers = givenNames[key], group.candidate.evidence.count(.whereabouts) == 0 {
        guard let only = bearers.first, bearers.count == 1 else { continue }
        candidates[only].join(group.candidate)
      } else if let only = sounds[comparing.block(key)]?.first,
        sounds[comparing.block(key)]?.count == 1,
        key.count > 4, isNameAlone(group),
        candidates[only].isWritten(likeWithOtherLetters: group.candidate)
      {
        candidates[only].join(group.candidate)
      } else if isNameAlone(group) {
        let sound = comparing.block(key)
        if let other = alone[sound],
          candidates[other].isWritten(likeWithOtherLetters: group.candidate)
        {
          candidates[other].join(group.candidate)
          continue
        }
        alone[sound] = alone[sound] ?? candidates.count
        numbers[key] = candidates.count
        candidates.append(group.candidate)
      }
    }
  }

  /// Whether a single word is a name: a capital inside a sentence says so, and the texts do not also have it
  /// without; at the start of sentences only, it must be no word of the language.
  private func isNameAlone(_ group: Group) -> Bool {
    let evidence = group.candidate.evidence
    if evidence.isOutlet { return true }
    guard group.lowerCase < max(1, group.sure), group.last.count > 1 else { return false }
    if group.sure > 0 { return true }
    return !group.isUsual && group.last.count > 3 && evidence.mentions > 1
  }
}

extension Candidate {
  /// Whether one of two is in Cyrillic and the other in Latin letters, or both are in Cyrillic (whose cases
  /// change the end of a name): spellings of one alphabet without cases need no joining by sound.
  fileprivate func isWritten(likeWithOtherLetters other: Candidate) -> Bool {
    hasCyrillic || other.hasCyrillic
  }

  private var hasCyrillic: Bool {
    spellings.contains { spelling in
      spelling.text.unicodeScalars.contains { (0x400..<0x530).contains($0.value) }
    }
  }
}
