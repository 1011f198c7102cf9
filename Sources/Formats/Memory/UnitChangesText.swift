import BitestoMemory

/// Differences of translation memories for a person.
struct UnitChangesText {
  let names: UnitChangesFormat.Names
  let style: TerminalStyle

  /// A few lines and an empty one.
  func text(of change: UnitChange) -> String {
    switch change {
    case .added(let unit): lines(of: unit, "+", names.new, \.good)
    case .removed(let unit): lines(of: unit, "-", names.old, \.poor)
    case .changed(let old, let new): lines(of: old, new)
    }
  }

  private func lines(
    of unit: TranslationUnit, _ mark: String, _ file: String,
    _ color: KeyPath<TerminalStyle, String>
  ) -> String {
    heading("\(mark) \(file):\(unit.line)")
      + unit.variants.map { variant in
        line(variant.language, style.dressed(Self.visible(variant.segment.shown), color))
      }.joined() + "\n"
  }

  private func lines(of old: TranslationUnit, _ new: TranslationUnit) -> String {
    var text = heading("~ \(names.old):\(old.line) → \(names.new):\(new.line)")
    for (before, after) in Self.pairs(old.variants, new.variants) {
      switch (before, after) {
      case (let before?, let after?):
        if before.language != after.language {
          text += line(before.language, style.dressed("is now \(after.language)", \.fair))
        }
        text += line(after.language, marked(before.segment, after.segment))
      case (let variant?, nil):
        text += line(variant.language, removed(Self.visible(variant.segment.shown)))
      case (nil, let variant?):
        text += line(variant.language, added(Self.visible(variant.segment.shown)))
      case (nil, nil): break
      }
    }
    return text + "\n"
  }

  /// The variants of both in the order of the old ones: those of one tag, else of one language.
  private static func pairs(
    _ old: [UnitVariant], _ new: [UnitVariant]
  ) -> [(UnitVariant?, UnitVariant?)] {
    var rest = new
    func take(_ isPartner: (UnitVariant) -> Bool) -> UnitVariant? {
      rest.firstIndex(where: isPartner).map { rest.remove(at: $0) }
    }
    let pairs: [(UnitVariant?, UnitVariant?)] = old.map { variant in
      (
        variant,
        take { $0.language == variant.language && $0.segment == variant.segment }
          ?? take { $0.language == variant.language }
          ?? take { $0.language.isSameLanguage(as: variant.language) }
      )
    }
    return pairs + rest.map { (nil, $0) }
  }

  private func marked(_ old: SegmentContent, _ new: SegmentContent) -> String {
    WordDiff.pieces(old.shown, new.shown).map { piece in
      let text = Self.visible(piece.text)
      return switch piece.kind {
      case .kept: text
      case .removed: removed(text)
      case .added: added(text)
      }
    }.joined()
  }

  /// In color the marks would only be in the way.
  private func removed(_ text: String) -> String {
    style == .plain ? "[-\(text)-]" : style.dressed(text, \.poor)
  }

  private func added(_ text: String) -> String {
    style == .plain ? "{+\(text)+}" : style.dressed(text, \.good)
  }

  private func heading(_ text: String) -> String {
    style.dressed(text, \.strong) + "\n"
  }

  private func line(_ language: LanguageTag, _ text: String) -> String {
    "  \(style.dressed(language.canonical, \.faint))  \(text)\n"
  }

  /// Text on one line that cannot move the cursor.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "↵"
      case "\t": "⇥"
      default: isControl(scalar) ? "\u{FFFD}" : String(scalar)
      }
    }.joined()
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Control characters, and those that turn the direction of a line.
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension SegmentContent {
  /// The words with what their codes hold; an empty code as its element.
  var shown: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .code(let code):
        code.content.pieces.isEmpty ? "<\(code.kind.rawValue)/>" : code.content.shown
      }
    }.joined()
  }
}
