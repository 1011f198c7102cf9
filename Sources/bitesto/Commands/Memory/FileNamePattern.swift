import BitestoCommandLayer

/// A path with a place for a number or a name: "part-%d.tmx".
struct FileNamePattern {
  /// Of a name; longer ones are cut, since file systems allow 255 bytes with everything around.
  private static let longestName = 100
  private let before: String
  private let after: String
  /// Digits that a number has at least.
  private let digits: Int

  /// - Parameter pattern: with one of "%d", "%s" and "%03d"; "%%" is a percent sign.
  /// - Throws: ``CommandError`` for a pattern without a place or with several.
  init(_ pattern: String) throws {
    var parts = [""]
    var digits = 0
    var rest = pattern[...]
    while let first = rest.popFirst() {
      guard first == "%" else {
        parts[parts.count - 1].append(first)
        continue
      }
      let figures = rest.prefix { $0.isASCII && $0.isNumber }
      let kind = rest.dropFirst(figures.count).first
      if kind == "%", figures.isEmpty {
        parts[parts.count - 1].append("%")
        rest.removeFirst()
      } else if kind == "d" || (kind == "s" && figures.isEmpty), figures.count < 3 {
        digits = Int(figures) ?? 0
        parts.append("")
        rest.removeFirst(figures.count + 1)
      } else {
        throw Self.error(pattern)
      }
    }
    guard parts.count == 2 else { throw Self.error(pattern) }
    (before, after) = (parts[0], parts[1])
    self.digits = min(digits, 20)
  }

  private static func error(_ pattern: String) -> CommandError {
    CommandError(
      "invalid pattern \(quoted(pattern)): expected one %d, which stands for what differs",
      notes: ["for example: 'part-%d.tmx', 'part-%03d.tmx.gz'; %% is a percent sign"])
  }

  func path(number: Int) -> String {
    let shown = String(number)
    return before + String(repeating: "0", count: max(0, digits - shown.utf8.count)) + shown + after
  }

  /// A path for a name from a file, which may hold anything.
  ///
  /// - Parameter taken: paths that are not given out again; such as differ in letter case only are the
  ///   same on some systems.
  func path(name: String, taken: Set<String>) -> String {
    let allowed = name.map { character in
      character.isLetter || character.isNumber || "-_.,+@".contains(character) ? character : "_"
    }
    var bare = String(String(allowed).prefix(Self.longestName).drop { $0 == "." })
    while bare.utf8.count > 2 * Self.longestName { bare.removeLast() }
    let taken = Set(taken.map { $0.lowercased() })
    var path = before + bare + after
    var number = 2
    while bare.isEmpty || taken.contains(path.lowercased()) {
      if bare.isEmpty { bare = "_" }
      path = "\(before)\(bare)-\(number)\(after)"
      number += 1
    }
    return path
  }
}
