import BitestoGlossary
import BitestoText

/// A name and the forms found for it.
public struct VariantsOfName: Sendable {
  public var name: String
  public var language: Language
  public var variants: [NameVariant]

  public init(name: String, language: Language, variants: [NameVariant]) {
    self.name = name
    self.language = language
    self.variants = variants
  }
}

/// The forms of names, as `names variants` prints them.
public enum NameVariantsFormat: String, CaseIterable, Sendable {
  /// What a person reads: each name with its forms and their systems under it.
  case text
  /// Name, language, form, system, the language whose spelling was transliterated, "plain" for a
  /// form without its diacritics, and the glossary entry that lists it.
  case tsv
  case json

  /// Writes the forms, handing over the bytes in pieces of about 64 KiB.
  ///
  /// - Parameter isBare: text has the forms alone, one a line.
  /// - Parameter sink: takes the next bytes; what it throws ends the writing.
  public func write(
    _ names: [VariantsOfName], isBare: Bool = false, style: TerminalStyle = .plain,
    to sink: @escaping (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var output = ByteOutput(sink: sink)
    switch self {
    case .text:
      for (number, name) in names.enumerated() {
        if isBare {
          for variant in name.variants { output.raw(TerminalText.line(variant.text) + "\n") }
        } else {
          if number > 0 { output.raw("\n") }
          for line in Self.lines(of: name, style: style) { output.raw(line + "\n") }
        }
        try output.flushIfLarge()
      }
    case .tsv:
      for name in names {
        for variant in name.variants {
          let fields = [
            name.name, name.language.rawValue, variant.text, variant.system?.rawValue ?? "",
            variant.spelling?.rawValue ?? "", variant.isPlain ? "plain" : "", variant.entry ?? "",
          ]
          output.raw(fields.map(Self.field).joined(separator: "\t") + "\n")
        }
        try output.flushIfLarge()
      }
    case .json:
      var json = JSONOutput(output)
      try json.object(.lines) { json in
        json.key("names")
        try json.array(.lines) { json in
          for name in names {
            json.object { $0.members(of: name) }
            try json.flushIfLarge()
          }
        }
      }
      output = json.finished()
    }
    try output.finish()
  }

  private static func lines(of name: VariantsOfName, style: TerminalStyle) -> [String] {
    let width = name.variants.map { TerminalText.width($0.text) }.max() ?? 0
    let head = style.dressed(TerminalText.line(name.name), \.strong)
    return ["\(head) (\(name.language))"]
      + name.variants.map { variant in
        let note = Self.note(on: variant, of: name)
        return "  " + TerminalText.padded(TerminalText.line(variant.text), width) + "  "
          + style.dressed(note, \.faint)
      }
  }

  private static func note(on variant: NameVariant, of name: VariantsOfName) -> String {
    var notes = variant.entry.map { ["glossary: \($0)"] } ?? []
    if let system = variant.system {
      let spelling = variant.spelling ?? name.language
      notes.append(system.rawValue + (spelling == name.language ? "" : " from \(spelling)"))
    }
    return (notes + (variant.isPlain ? ["plain"] : [])).joined(separator: ", ")
  }

  /// A field of a table: tabs would begin another one.
  private static func field(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}

extension JSONOutput {
  fileprivate mutating func members(of name: VariantsOfName) {
    member("name", name.name)
    member("language", name.language.rawValue)
    key("variants")
    array { json in
      for variant in name.variants {
        json.object { json in
          json.member("text", variant.text)
          json.member("system", variant.system?.rawValue)
          json.member("spelling", variant.spelling?.rawValue)
          json.member("plain", variant.isPlain)
          json.member("entry", variant.entry)
        }
      }
    }
  }
}
