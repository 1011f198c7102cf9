/// Who bears a surname: tells by the given name before it whether it is an entry's or a stranger's.
struct NameBearers: Sendable {
  private var givenNames = GivenNames.builtIn
  /// By entry: the numbers of the given names that its forms have.
  private var names: [[Int32]]
  /// By entry: the first letters of the given names, folded.
  private var initials: [[UInt16]]

  init(count: Int) {
    names = Array(repeating: [], count: count)
    initials = Array(repeating: [], count: count)
  }

  /// Takes the given names out of a form with a known surname.
  mutating func insert(
    _ form: UnsafeBufferPointer<UInt8>, _ surname: Range<Int>, of entry: Int,
    declining rows: CaseEndings.Rows?
  ) {
    WordReader.withReader(form) { reader in
      var position = 0
      while position < form.count {
        guard !surname.contains(position), let word = reader.word(at: position) else {
          position += reader.character(at: position).width
          continue
        }
        position = word.end
        guard word.startsUppercase else { continue }
        let initial = Self.initial(word, reader)
        if !initials[entry].contains(initial) { initials[entry].append(initial) }
        guard word.letters > 1, !Self.isPatronymic(word, reader) else { continue }
        if let name = givenNames.insert(word, reader, declining: rows),
          !names[entry].contains(name)
        {
          names[entry].append(name)
        }
      }
    }
  }

  /// The words before a surname of `entry` name another person: *Viktor Lukashenko*, *O. Navalny*.
  func isAnother(_ entry: Int, _ surroundings: WordSurroundings) -> Bool {
    guard !names[entry].isEmpty else { return false }
    let reader = surroundings.reader
    var position = surroundings.range.lowerBound
    var seen: [UInt16] = []
    // A given name may have a patronymic or initials behind it.
    for _ in 0..<3 {
      guard let word = surroundings.word(before: position), word.startsUppercase else { break }
      position = word.start
      if word.letters == 1 {
        seen.append(Self.initial(word, reader))
        continue
      }
      if let name = givenNames.name(word, reader) { return !names[entry].contains(name) }
      guard Self.isPatronymic(word, reader) else { break }
    }
    guard let first = seen.last, !Self.isAcronym(seen) else { return false }
    return !initials[entry].contains(first)
  }

  /// *U.S.*, *U.N.* and the like, the last letter first.
  private static func isAcronym(_ initials: [UInt16]) -> Bool {
    let letters = initials.map { $0 < 0x80 ? UInt8($0) : 0 }.reversed()
    return acronyms.contains { $0.utf8.elementsEqual(letters) }
  }

  private static let acronyms = ["us", "un", "uk", "eu", "ue", "dc", "usa", "am", "pm"]

  private static func initial(_ word: ScannedWord, _ reader: WordReader) -> UInt16 {
    let first = UInt16(reader.folded[0])
    return first < 0x80 ? first : first << 8 | UInt16(reader.folded[1])
  }

  private static func isPatronymic(_ word: ScannedWord, _ reader: WordReader) -> Bool {
    let folded = reader.folded[..<min(word.length, WordReader.longest)]
    return word.letters > 5 && patronymics.contains { folded.suffix($0.count).elementsEqual($0) }
  }

  /// Folded, in the nominative and in the cases.
  private static let patronymics = [
    "ovich", "evich", "yich", "ovych", "evych", "avich", "ovic", "evic", "avic", "ovna", "evna",
    "auna", "ivna", "owicz",
    "ович", "евич", "овича", "евича", "овичу", "евичу", "овна", "евна", "овны", "евны", "івна",
    "авіч", "евіч", "авіча", "ауна",
  ].map { Array($0.utf8) }
}
