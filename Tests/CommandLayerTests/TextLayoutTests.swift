import BitestoCommandLayer
import Testing

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("perché", 6), ("perche\u{301}", 6), ("日本", 4), ("한", 2), ("👍🏽", 2),
    ("👩‍👩‍👧", 2), ("☺️", 2), ("a\u{200B}b", 2), ("Київ", 4), ("—«»", 3), ("ＡＢ", 4),
  ])
  func `the display width is in columns`(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test func `padding and truncation count columns`() {
    #expect("日本".padded(toColumns: 6) == "日本  ")
    #expect("long".padded(toColumns: 2) == "long")
    #expect("una frase lunga".truncated(toColumns: 9) == "una fras…")
    #expect("日本語".truncated(toColumns: 4) == "日…")
    #expect("abc".truncated(toColumns: 3) == "abc")
    #expect("abc".truncated(toColumns: 0) == "")
  }

  @Test(
    arguments: [
      ("", 10, []),
      ("one two three", 7, ["one two", "three"]),
      ("one two three", 6, ["one", "two", "three"]),
      ("incomprehensible it is", 8, ["incomprehensible", "it is"]),
      ("one\ntwo\n\nthree\n", 20, ["one two", "", "three"]),
      ("\n\none\n\n\n\ntwo\n\n", 20, ["one", "", "two"]),
      ("日本 日本", 8, ["日本", "日本"]),
      ("a b", 0, ["a", "b"]),
    ] as [(String, Int, [String])])
  func `text wraps at words and keeps paragraphs`(text: String, columns: Int, lines: [String]) {
    #expect(wrapped(text, columns: columns) == lines)
  }
}
