import BitestoMemory
import Testing

struct UnitHashesTests {
  @Test func `a hash is the same in every run`() {
    var hasher = UnitHasher()
    hasher.combine("Il ministro ha firmato l’accordo.")
    hasher.combine(7)
    #expect(hasher.value == 2_683_711_151_922_600_538)
  }

  @Test func `texts are told apart from their neighbors`() {
    func hash(_ texts: [String]) -> UInt64 {
      var hasher = UnitHasher()
      for text in texts { hasher.combine(text) }
      return hasher.value
    }
    let inputs = [
      [], [""], ["", ""], ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["abc\0"],
      ["abcdefgh"], ["abcdefgh", ""], ["abcdefg", "h"], ["abcdefghi"],
    ]
    #expect(Set(inputs.map(hash)).count == inputs.count)
  }

  @Test func `a table keeps the first value of every hash while it grows`() {
    var table = HashTable64<Int>()
    var expected: [UInt64: Int] = [:]
    for number in 0..<20_000 {
      var hasher = UnitHasher()
      hasher.combine(UInt64(number % 7_000))
      let before = table.insert(number, for: hasher.value)
      #expect(before == expected[hasher.value])
      if before == nil { expected[hasher.value] = number }
    }
    #expect(table.count == 7_000)
    #expect(expected.allSatisfy { table[$0.key] == $0.value })
    #expect(table[0] == nil)
  }

  @Test func `a table changes values in place`() {
    var table = HashTable64<Int>()
    for hash in [0, 5, .max, 5, 0, 5] as [UInt64] { table.update(hash, default: 0) { $0 += 1 } }
    #expect([table[0], table[5], table[.max], table[7]] == [2, 3, 1, nil])
    var total = 0
    table.forEach { total += $0 }
    #expect(total == 6)
  }

  @Test func `a set tells what is new`() {
    var set = HashSet64()
    #expect([3, 3, 4].map { set.insert($0) } == [true, false, true])
    #expect(set.contains(3) && !set.contains(5))
    #expect(set.count == 2)
  }
}

struct NearTextTests {
  @Test(arguments: [
    ("Il governo, ieri", "il governo ieri!"),
    ("L’accordo — «buono»", "l'accordo \"buono\""),
    ("Perche\u{301} no?", "perché no"),
    ("è così", "È  COSÌ."),
    ("5 %", "5%"),
    ("КИЇВ", "Київ"),
    ("soft\u{AD}ware", "software"),
    ("ＡＢＣ ＤＥＦ".lowercased(), "ａｂｃ ｄｅｆ"),
  ])
  func `texts of the same words have one key`(one: String, other: String) {
    #expect(NearText.key(one) == NearText.key(other))
  }

  @Test(arguments: [
    ("articolo 5", "articolo 6"), ("5", "-5"), ("50 €", "50 $"), ("C", "C++"), ("1.5", "15"),
    ("pero", "però"), ("…", "!"), ("e mail", "email"), ("👍", "👎"), ("", " "),
  ])
  func `texts of other words or signs have other keys`(one: String, other: String) {
    #expect(NearText.key(one) != NearText.key(other))
  }
}
