import Foundation
import Testing

/// A memory with one fault, and what there is to say about it (the files of Problems).
struct ProblemCase: Sendable, CustomTestStringConvertible {
  var rule: String
  var text: String
  /// "LINE RULE: MESSAGE", in order.
  var finds: [String]

  var testDescription: String { rule }

  static let soundHeader = #"""
    <header creationtool="prova" creationtoolversion="1" segtype="sentence" o-tmf="prova" \#
    adminlang="it" srclang="it" datatype="plaintext"/>
    """#

  /// A whole memory of which the units stand from line 5 on.
  static func file(_ units: String, header: String = soundHeader) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="1.4">
    \(header)
    <body>
    \(units)
    </body>
    </tmx>

    """
  }

  /// One for each rule, by its name.
  static let all = cases(in: "one-each.txt")
  /// Those that are no well-formed XML, by what is wrong.
  static let malformed = cases(in: "malformed.txt")

  private static func cases(in name: String) -> [ProblemCase] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Problems/\(name)")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n# ").dropFirst().map { ProblemCase(parsing: $0) }
  }

  private static let soundUnit = #"""
    <tu><tuv xml:lang="it"><seg>uno</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv></tu>
    """#

  private init(parsing section: String) {
    let lines = section.split(separator: "\n")
    rule = lines.first.map(String.init) ?? ""
    finds = lines.filter { $0.hasPrefix("=> ") }.map { String($0.dropFirst(3)) }
    var body = lines.dropFirst().filter { !$0.hasPrefix("=> ") }.joined(separator: "\n")
    for character in ["\u{FFFD}", "\u{85}", "\u{300}"] {
      let number = character.unicodeScalars.first.map { String($0.value, radix: 16) } ?? ""
      body.replace("\\u{\(number.uppercased())}", with: character)
    }
    body.replace("{header}", with: Self.soundHeader)
    body.replace("{unit}", with: Self.soundUnit)
    let start = body.drop { $0 == " " }
    let isWhole = start.hasPrefix("<?xml") || start.hasPrefix("<!DOCTYPE")
    text = isWhole ? body + "\n" : Self.file(body)
  }
}
