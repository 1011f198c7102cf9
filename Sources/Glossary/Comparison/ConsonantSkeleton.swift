/// The broad classes of a word's consonants in one way to read it, equal neighbors once: the same
/// for *Lukashenko*, *Loukachenko* and *Лукашэнка*.
///
/// Names that are spellings of one nearly always share a skeleton, so that those worth comparing can
/// be looked up by it. What comes before the last sixteen consonants does not count.
public struct ConsonantSkeleton: Hashable, Sendable {
  /// A class in four bits, the last one lowest.
  private var classes: UInt64 = 0

  init(_ sounds: ArraySlice<UInt8>, in table: SoundTable) {
    for sound in sounds {
      let next = UInt64(table.classes[Int(sound)])
      if next != 0, classes & 15 != next { classes = classes << 4 | next }
    }
  }

  /// The number of consonants in it.
  public var count: Int { (UInt64.bitWidth - classes.leadingZeroBitCount + 3) / 4 }
}

extension WordKey {
  /// One for each way to read the word, equal ones once.
  func skeletons(_ table: SoundTable) -> Set<ConsonantSkeleton> {
    Set(readings.indices.map { ConsonantSkeleton(sounds[range(of: $0)], in: table) })
  }
}

extension NameComparer {
  /// The skeletons of the surname, or of the last word of what is no person's name; one for each way
  /// to read it.
  public func skeletons(of name: NameKey) -> Set<ConsonantSkeleton> {
    let word = name.person.map { name.words[$0.surname.upperBound - 1] } ?? name.words.last
    return word?.skeletons(sounds) ?? []
  }
}
