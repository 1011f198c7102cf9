import BitestoText

/// Finds the numbers of one side. One pass.
struct NumberReader {
  private let side: CheckedSide
  private let words: NumberWords
  private let phrases: NumberPhrases

  init(_ side: CheckedSide) {
    self.side = side
    words = .of(side.language)
    phrases = .of(side.language)
  }

  func mentions() -> [NumberMention] {
    var found: [NumberMention] = []
    var index = 0
    while index < side.words.count {
      let read = side.words[index].kind == .number ? digits(at: index) : wordNumber(at: index)
      for var mention in read {
        finish(&mention)
        found.append(mention)
      }
      index = max(index + 1, read.last?.words.upperBound ?? 0)
    }
    return JoinedMeasures(words: side.words, language: side.language).read(found)
  }

  // MARK: Digits

  private func digits(at index: Int) -> [NumberMention] {
    let word = side.words[index]
    var parts = NumberNotation.parts(word.key)
    guard let first = parts.first else { return [] }
    var end = index + 1
    if parts.count == 1, first.isBare, let group = spacedGroup(after: index) {
      parts = NumberNotation.parts(word.key + "." + side.words[group].key)
      end = group + 1
    }
    let isClock = parts.count == 2 && word.key.contains(":")
    if let clock = dottedClock(at: index) { return clock }
    // "3:00" is "3 p.m.".
    if isClock, parts[1].values == [0] { parts.removeLast() }
    return parts.enumerated().map { position, part in
      var mention = NumberMention(values: part.values, strength: .plain, words: index..<end)
      apply(part.suffix, to: &mention)
      if position == parts.count - 1, part.suffix.isEmpty || part.suffix == "mila" {
        mention = multiplied(mention, from: end)
      }
      if part.isBare, end == mention.words.upperBound, parts.count == 1,
        let value = part.values.first, (1500...2100).contains(value), word.range.count == 4,
        unit(after: mention.words.upperBound) == nil, unit(before: index) == nil
      {
        mention.role = .year
        mention.values.append(value.truncatingRemainder(dividingBy: 100))
      }
      if phrases.isClock(before: index, in: side.words) || isClock || isHalfDay(mention) {
        mention.role = .time
        if position == 0, let hour = mention.values.first, hour <= 24 {
          mention.values += [hour + 12, hour - 12]
        }
      }
      if phrases.isIdle(word.key) || word.isAside { mention.strength = .loose }
      return mention
    }
  }

  /// "alle 14.30", "2.30pm".
  private func dottedClock(at index: Int) -> [NumberMention]? {
    var key = side.words[index].key[...]
    let isHalfDay =
      side.language == .english && ["am", "pm"].contains(where: key.hasSuffix)
    if isHalfDay { key.removeLast(2) }
    let parts = key.split(separator: ".")
    guard parts.count == 2, parts[1].utf8.count == 2,
      isHalfDay || phrases.isClock(before: index, in: side.words), let hour = Double(parts[0]),
      let minutes = Double(parts[1]), hour <= 24, minutes < 60
    else { return nil }
    let hours = [hour, hour + 12, hour - 12]
    return (minutes == 0 ? [hours] : [hours, [minutes]]).map {
      NumberMention(values: $0, strength: .plain, role: .time, words: index..<(index + 1))
    }
  }

  /// The three digits of "10 000", when a space that does not break or "000" says that they belong.
  private func spacedGroup(after index: Int) -> Int? {
    let next = index + 1
    guard next < side.words.count, side.words[next].kind == .number else { return nil }
    let (word, group) = (side.words[index], side.words[next])
    guard word.key.utf8.count <= 3, group.key.utf8.count == 3 else { return nil }
    let gap = side.text(word.range.upperBound..<group.range.lowerBound)
    let isJoined = ["\u{A0}", "\u{202F}", "\u{2009}"].contains(gap)
    return isJoined || (gap == " " && group.key == "000") ? next : nil
  }

  private func apply(_ suffix: String, to mention: inout NumberMention) {
    if let factor = phrases.multiplier(suffix) {
      mention.values =
        mention.values.map { $0 * factor } + (suffix.count == 1 ? mention.values : [])
    }
    if suffix == "s", let value = mention.values.first, value >= 100 {
      mention.values.append(value.truncatingRemainder(dividingBy: 100))
    }
    mention.unit = MeasureUnit.named(suffix)
  }

  private func isHalfDay(_ mention: NumberMention) -> Bool {
    guard side.language == .english else { return false }
    let keys = side.words[mention.words.lowerBound...].prefix(3).map(\.key)
    return keys.dropFirst().first.map { ["am", "pm", "a.m", "p.m", "o'clock"].contains($0) } == true
      || keys[0].hasSuffix("am") || keys[0].hasSuffix("pm")
      || keys.dropFirst().elementsEqual(["p", "."]) || keys.dropFirst().elementsEqual(["a", "."])
  }

  // MARK: Words

  private func wordNumber(at index: Int) -> [NumberMention] {
    let word = side.words[index]
    guard word.kind == .word else { return [] }
    let range = index..<(index + 1)
    if word.isCapitalized, let value = RomanNumerals.value(of: side.text(word.range)) {
      return [
        NumberMention(values: [value, (value - 1) * 100], strength: .loose, words: range)
      ]
    }
    if let spaced = spacedOrdinal(at: index) { return [spaced] }
    guard let meaning = words.meaning(of: word.key) else { return [] }
    switch meaning {
    case .value(20) where isWinds(index):
      return [NumberMention(values: [20], strength: .loose, words: range)]
    case .value(let value) where isCentury(value, at: index):
      let values = [value, value + 1000, value / 100 + 11]
      return [NumberMention(values: values, strength: .loose, words: range)]
    case .value(let value):
      let mention = multiplied(
        NumberMention(values: [value], strength: .plain, words: range), from: index + 1)
      return [mention]
    case .multiplier(let factor):
      // "hundreds of", "milioni di": no number without a word before.
      let isPlural = side.language == .italian || side.words[index].key.hasSuffix("s")
      let one = NumberMention(values: [factor], strength: .loose, words: range)
      return isPlural ? [one] : [multiplied(one, from: index + 1)]
    case .ordinal(let value):
      return [NumberMention(values: [value], strength: .ordinal, words: range)]
    case .loose(let values):
      let mention = NumberMention(values: values, strength: .loose, words: range)
      let factors = multiplied(mention, from: index + 1)
      return [factors.words.count > 1 ? factors : mention]
    }
  }

  /// "fifty - first", as tokenized texts write it.
  private func spacedOrdinal(at index: Int) -> NumberMention? {
    guard side.language == .english, index + 2 < side.words.count,
      side.words[index + 1].key == "-", side.words[index + 2].kind == .word,
      case .ordinal(let value)? = words.meaning(
        of: side.words[index].key + "-" + side.words[index + 2].key)
    else { return nil }
    return NumberMention(values: [value], strength: .ordinal, words: index..<(index + 3))
  }

  /// "venti di guerra", "venti fino a 140 km orari": what follows is nothing that is counted.
  private func isWinds(_ index: Int) -> Bool {
    guard side.words[index].key == "venti", index + 1 < side.words.count else { return false }
    return phrases.followsNoNumber(side.words[index + 1].key)
  }

  /// "il Novecento": the years from 1900, the twentieth century.
  private func isCentury(_ value: Double, at index: Int) -> Bool {
    side.language == .italian && side.words[index].isCapitalized
      && !side.words[index].beginsSentence && (200...900).contains(value)
      && value.truncatingRemainder(dividingBy: 100) == 0
  }

  /// Goes on with the words that multiply or add: "2 milioni e mezzo", "three hundred and fifty".
  private func multiplied(_ mention: NumberMention, from start: Int) -> NumberMention {
    var sum = NumberSum(
      mention.values[0],
      goesOn: side.language == .english && side.words[mention.words.lowerBound].kind == .word)
    var end = start
    var index = start
    while index < side.words.count, side.words[index].kind != .punctuation {
      var next = index
      if phrases.joins(side.words[index].key), end == index { next += 1 }
      guard next < side.words.count else { break }
      let joins = next > index
      let word = side.words[next]
      var taken = false
      if word.kind == .number {
        let parts = NumberNotation.parts(word.key)
        if joins, parts.count == 1, let value = parts[0].values.first {
          taken = sum.add(value * (phrases.multiplier(parts[0].suffix) ?? 1), joined: true)
        }
      } else {
        switch words.meaning(of: word.key) {
        case .multiplier(let factor): taken = sum.multiply(factor)
        case .value(let value): taken = sum.add(value, joined: joins)
        case .loose(let values) where values.first == 0.5 && joins: taken = sum.addHalf()
        case .loose(let values) where values == [1000]: taken = sum.add(1000, joined: joins)
        default: break
        }
      }
      if !taken { break }
      index = next + 1
      end = index
    }
    guard end > start else { return mention }
    var result = mention
    result.values = mention.values.map { $0 == mention.values[0] ? sum.value : $0 * sum.factor }
    result.strength = .plain
    result.words = mention.words.lowerBound..<end
    return result
  }

  // MARK: Surroundings

  private func finish(_ mention: inout NumberMention) {
    mention.unit =
      mention.unit ?? unit(after: mention.words.upperBound)
      ?? unit(before: mention.words.lowerBound)
    mention.isRough = phrases.isRough(around: mention.words, in: side.words)
    if side.words[mention.words.lowerBound].isAside { mention.strength = .loose }
  }

  private func unit(after index: Int) -> MeasureUnit? {
    let words = side.words[min(index, side.words.count)...].prefix(2)
    guard let first = words.first else { return nil }
    // "a 30-yard shot"
    if first.key == "-", let last = words.last { return MeasureUnit.named(last.key) }
    guard first.kind != .punctuation else { return nil }
    if let unit = MeasureUnit.named(first.key) { return unit }
    guard ["di", "of", "°", "square", "°c", "°f"].contains(first.key), let last = words.last else {
      return nil
    }
    return MeasureUnit.named(last.key)
  }

  /// A currency before the amount.
  private func unit(before index: Int) -> MeasureUnit? {
    guard index > 0 else { return nil }
    return MeasureUnit.named(side.words[index - 1].key).flatMap {
      $0.dimension == .money ? $0 : nil
    }
  }
}
