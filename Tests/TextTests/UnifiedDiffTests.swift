import BitestoText
import Testing

/// Two texts and the diff, its header left out; `/` ends lines in the texts.
private let cases: [(old: String, new: String, expected: [String])] = [
  ("a/b/", "a/b/", []),
  ("", "a/", ["@@ -0,0 +1 @@", "+a"]),
  ("a/", "", ["@@ -1 +0,0 @@", "-a"]),
  ("a", "a/", ["@@ -1 +1 @@", "-a", "\\ No newline at end of file", "+a"]),
  ("a\r/b/", "a\r/c/", ["@@ -1,2 +1,2 @@", " a\r", "-b", "+c"]),
  ("a/b/c/", "a/c/", ["@@ -1,3 +1,2 @@", " a", "-b", " c"]),
  (
    "1/2/3/4/5/6/7/8/9/10", "1/zwei/3/4/5/6/7/8/9/zehn",
    [
      "@@ -1,5 +1,5 @@", " 1", "-2", "+zwei", " 3", " 4", " 5", "@@ -7,4 +7,4 @@", " 7", " 8", " 9",
      "-10", "\\ No newline at end of file", "+zehn", "\\ No newline at end of file",
    ]
  ),
  // Contexts that touch are one stretch.
  (
    "1/2/3/4/5/6/7/8/", "eins/2/3/4/5/6/7/acht/",
    [
      "@@ -1,8 +1,8 @@", "-1", "+eins", " 2", " 3", " 4", " 5", " 6", " 7", "-8", "+acht",
    ]
  ),
]

@Suite struct `A unified diff` {
  @Test(arguments: cases)
  func `can be read by patch`(old: String, new: String, expected: [String]) {
    func bytes(_ text: String) -> [UInt8] { text.utf8.map { $0 == 0x2F ? 0x0A : $0 } }
    let diff = UnifiedDiff(path: "a.txt", old: bytes(old), new: bytes(new))
    #expect(diff.lines.dropFirst(2).map(\.text) == expected)
    let header = expected.isEmpty ? [] : ["--- a.txt", "+++ a.txt"]
    #expect(
      String(decoding: diff.bytes, as: UTF8.self)
        == (header + expected).map { $0 + "\n" }.joined())
  }

  @Test func `keeps bytes that are no UTF-8`() {
    let diff = UnifiedDiff(path: "a", old: [0xE9, 0x0A], new: [0xE8, 0x0A])
    #expect(diff.lines.last?.bytes == [0x2B, 0xE8])
  }
}
