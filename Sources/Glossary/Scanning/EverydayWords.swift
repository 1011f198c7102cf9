/// Italian and English words that are acronyms when they are in capitals, as in a headline.
enum EverydayWords {
  /// The first `count` bytes are one of them.
  static func contains(_ folded: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Bool {
    count <= longest && words.contains(Array(folded[..<min(count, folded.count)]))
  }

  private static let words: Set<[UInt8]> = Set(
    """
    a ad ai al am an and are as at be but by can che chi ci con cui da dal de del di do e ed era est \
    for fra get go ha has he her his ho how i if il in io is it its la le led lo ma may me mi my ne \
    new nel no noi non not of on one or out per più poi pro qua re sa se sei she si so su sua sui \
    sul suo ti to tra tu two un una uno up us use va vi voi was way we who why you
    """.split(separator: " ").map { Array($0.utf8) })

  private static let longest = 3
}
