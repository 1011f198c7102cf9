/// Where the surname stands in the form of a person's name.
enum SurnameRange {
  /// nil when the surname may not stand alone or the form is a single word.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ entry: Entry) -> Range<Int>? {
    let space = UInt8(ascii: " ")
    guard entry.kind == .person, entry.surname != .never,
      let first = bytes.firstIndex(of: space), first > 0,
      let last = bytes.lastIndex(of: space), last + 1 < bytes.count
    else { return nil }
    if entry.surname == .first { return 0..<first }
    var start = last + 1
    while start - 1 > first, let before = bytes[..<(start - 1)].lastIndex(of: space),
      startsLowercase(bytes, before + 1)
    { start = before + 1 }
    return start..<bytes.count
  }

  private static func startsLowercase(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    WordReader.withReader(bytes) { reader in
      let (character, _) = reader.character(at: start)
      return character.role == .letter && !character.isUppercase
        && character.script != .other
    }
  }
}
