import BitestoAlignment
import BitestoGlossary
import BitestoText

/// Finds the phrases that a text's subject has words for: noun with noun or adjective, noun "di" noun, noun
/// "of" noun, by what can stand at their ends; there is no tagger. Linear in the texts.
struct TermFinding {
  /// Words of a term, joiners aside.
  private static let mostWords = 4

  /// A phrase and every longer one around it count apart.
  struct Phrase {
    var language: Language
    /// The stems of its words, joiners as they are.
    var stems: [String]
    /// The words, in lower case, without joiners, of the first place.
    var words: [String]
    var spellings: [String: Int] = [:]
    var places: [Place] = []
    /// The words before and behind, of which each pair counts once: a sentence that many reports repeat makes
    /// no term.
    var neighbors: Set<String> = []
    /// How often the places are inside a longer phrase, and in how many longer ones.
    var nested = 0
    var containers = 0

    /// C-value of Frantzi, Ananiadou and Mima 2000, "Automatic recognition of multi-word terms".
    var value: Double {
      let inside = containers == 0 ? 0 : Double(nested) / Double(containers)
      return Double(Self.bits(words.count)) * (Double(frequency) - inside)
    }

    /// In how many different surroundings it stands.
    var frequency: Int { neighbors.count }

    private static func bits(_ count: Int) -> Int {
      max(1, Int.bitWidth - 1 - count.leadingZeroBitCount)
    }
  }

  let texts: [TextWords]

  /// Phrases that stand in the texts twice or more.
  func phrases() -> [Phrase] {
    var phrases: [Phrase] = []
    var numbers: [String: Int] = [:]
    for (number, text) in texts.enumerated() {
      for sentence in text.sentences {
        for start in sentence where isContent(start, text) && mayBegin(start, text) {
          for end in ends(from: start, in: sentence, text) {
            let range = start..<end
            let stems = range.map { stem(text.words[$0], text.language) }
            let key = "\(text.language) " + stems.joined(separator: " ")
            let phrase = numbers[key] ?? phrases.count
            if phrase == phrases.count {
              numbers[key] = phrase
              let words = range.filter { isContent($0, text) }.map { text.words[$0].key }
              phrases.append(Phrase(language: text.language, stems: stems, words: words))
            }
            let spelling = WordFolding.key(text.document.bytes[text.bytes(range)])
            phrases[phrase].spellings[spelling, default: 0] += 1
            phrases[phrase].places.append(Place(text: number, range: text.bytes(range)))
            phrases[phrase].neighbors.insert(neighbors(of: range, in: sentence, text))
          }
        }
      }
    }
    phrases.removeAll { $0.frequency < 2 }
    countNesting(&phrases)
    return phrases
  }

  private func neighbors(of range: Range<Int>, in sentence: Range<Int>, _ text: TextWords) -> String
  {
    let before = sentence.lowerBound..<range.lowerBound
    let after = range.upperBound..<sentence.upperBound
    let words = text.words[before].suffix(2) + text.words[after].prefix(2)
    return words.map(\.key).joined(separator: " ")
  }

  private func countNesting(_ phrases: inout [Phrase]) {
    var numbers: [String: Int] = [:]
    for (number, phrase) in phrases.enumerated() {
      numbers["\(phrase.language) " + phrase.stems.joined(separator: " ")] = number
    }
    for phrase in phrases {
      for start in phrase.stems.indices {
        for end in (start + 1)...phrase.stems.count where end - start < phrase.stems.count {
          let key = "\(phrase.language) " + phrase.stems[start..<end].joined(separator: " ")
          guard let inner = numbers[key] else { continue }
          phrases[inner].nested += phrase.frequency
          phrases[inner].containers += 1
        }
      }
    }
  }

  // MARK: What a phrase may hold

  /// The ends of the phrases of two to four words that begin at a word.
  private func ends(from start: Int, in sentence: Range<Int>, _ text: TextWords) -> [Int] {
    var ends: [Int] = []
    var count = 1
    var index = start + 1
    while index < sentence.upperBound, count < Self.mostWords {
      if isContent(index, text) {
        index += 1
      } else if isJoiner(index, text), index + 1 < sentence.upperBound, isContent(index + 1, text) {
        index += 2
      } else {
        break
      }
      count += 1
      if mayEnd(index - 1, text) { ends.append(index) }
    }
    return ends
  }

  private func isJoiner(_ index: Int, _ text: TextWords) -> Bool {
    let word = text.words[index]
    return word.traits.contains(.joiner) && word.key != "per" && word.key != "for"
  }

  private func isContent(_ index: Int, _ text: TextWords) -> Bool {
    let word = text.words[index]
    let unfit: WordTraits = [.function, .calendar, .nonterm, .saying, .people]
    return word.isWord && word.known == nil && word.key.utf8.count > 2
      && (!word.isCapitalized || word.opens) && word.traits.isDisjoint(with: unfit)
      && !word.key.contains("'") && !word.key.contains("’")
  }

  private func mayBegin(_ index: Int, _ text: TextWords) -> Bool {
    mayEnd(index, text)
      && !(text.words[index].opens && text.words[index].isCapitalized)
      && !hasEnding(text.words[index].key, Self.openingEndings[text.language] ?? [])
  }

  private func mayEnd(_ index: Int, _ text: TextWords) -> Bool {
    let key = text.words[index].key
    // "frontiere", "barriere": hardly an infinitive ends so.
    return text.language == .italian && key.hasSuffix("iere")
      || !hasEnding(key, Self.verbEndings[text.language] ?? [])
  }

  private func hasEnding(_ key: String, _ endings: [String]) -> Bool {
    endings.contains { key.count > $0.count + 2 && key.hasSuffix($0) }
  }

  /// Endings of verbs and adverbs.
  private static let verbEndings: [Language: [String]] = [
    .italian: [
      "mente", "ando", "endo", "are", "ere", "ire", "arono", "irono", "avano", "evano", "ivano",
      "ava",
      "eva", "anno", "ebbe", "ebbero", "arsi", "ersi", "irsi", "arlo", "erlo", "irlo", "asse",
      "assero",
    ],
    .english: ["ly", "ize", "ise", "ified"],
  ]
  /// Those of participles, which follow their noun.
  private static let openingEndings: [Language: [String]] = [
    .italian: ["ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite"],
    .english: ["ed", "ing"],
  ]

  /// A word without what number and gender change.
  private func stem(_ word: TextWord, _ language: Language) -> String {
    if word.traits.contains(.joiner) { return language == .italian ? "di" : "of" }
    var key = word.key
    if language == .italian {
      while let last = key.last, key.count > 3, "aeio".contains(last) { key.removeLast() }
      if key.hasSuffix("h") { key.removeLast() }
    } else if key.hasSuffix("ies"), key.count > 4 {
      key = String(key.dropLast(3)) + "y"
    } else if key.hasSuffix("s"), !key.hasSuffix("ss"), key.count > 3 {
      key.removeLast()
    }
    return key
  }
}
