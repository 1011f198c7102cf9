import BitestoAlignment
import BitestoText

/// Texts with everything that has broken a writer of such files before.
enum NastyTrace {
  static let markup = "<b>\"forte\"</b> & ]]> 'fine' <!-- --> <script>alert(1)</script> &amp;"
  static let joined = "a\u{A0}b\u{200D}c \u{200F}עברית\u{202E} 🇧🇾 👩‍👩‍👧 𝄞 e\u{301} \u{2028}"
  static let controls = "\u{1}uno\u{8}\u{1B}[31m\u{FFFE}due\u{FFFF}\u{7F}tre\\n \\"
  static let lines = "prima riga\r\n\tseconda\triga"
  static let speaker = "O'Brien \"<Jr>\" & Söhne\u{1}"
  static let outlet = "Ta\tb|<i>x</i> *y*"
  static let path = "reports/a&b <1>\".txt"

  /// Six units: four with words on both sides, one with an empty target, one without any.
  static func bitext() throws -> Bitext {
    let sample = try Sample(
      article:
        "Titolo & <i>sotto</i>\n\(markup) poi \(joined)\r\n\(controls)\n\(lines)\nFoto & <c>",
      reports: [path: "T\n\(joined) - \(markup)\nx \(controls)\r\n\(lines)"])
    let credit = Quotation.Outlet(name: outlet, role: .published)
    let words = [markup, joined, controls, lines]
    var units = try words.map {
      let quotation = try sample.quotation($0, speaker: speaker, outlet: credit)
      return sample.unit(quotation, try sample.passage($0), sure: 0.98765)
    }
    // A quotation inside another, matched to nothing, and one across two paragraphs.
    let inner = try sample.quotation("fine' <!-- --> <script>", kind: .mixed)
    units.append(
      sample.unit(inner, Bitext.Passage(side: 0, range: 3..<3, confidence: 1), sure: 0))
    let across = try sample.quotation("👩‍👩‍👧 𝄞 e\u{301} \u{2028}\r\n\u{1}uno", kind: .indirect)
    units.append(sample.unit(across, nil, sure: .nan))
    return sample.trace(units, outlets: [outlet])
  }

  /// A text without the characters XML 1.0 forbids.
  static func withoutForbidden(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: kept.append(scalar)
      default: break
      }
    }
    return String(kept)
  }
}
