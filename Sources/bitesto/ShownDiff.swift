import BitestoCommandLayer
import BitestoText

extension CommandContext {
  /// Prints what would change, in color where standard output has it.
  func show(_ diffs: [UnifiedDiff]) throws {
    let color = try arguments.choice(OptionDescription.color, as: ColorChoice.self)
    let style = outputStyler(color ?? .auto)
    for line in diffs.lazy.flatMap(\.lines) {
      if style.isEnabled, let mark = line.kind.style {
        try output.writeLine(style(line.text, mark))
      } else {
        try output.write(line.bytes[...])
        try output.writeLine("")
      }
    }
    try output.flush()
  }
}

extension UnifiedDiff.Kind {
  fileprivate var style: TextStyle? {
    switch self {
    case .header: .bold
    case .place: .cyan
    case .removed: .red
    case .added: .green
    case .kept, .unended: nil
    }
  }
}
