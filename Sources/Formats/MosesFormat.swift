import BitestoAlignment
import BitestoText

extension BitextFormat {
  /// Both files of a Moses pair: the same number of lines, line N of one for line N of the other.
  /// Units without words on both sides are left out, unless the options keep them as empty lines.
  public static let mosesPair = [moses(.source), moses(.target)]

  private enum Half: String { case source, target }

  private static func moses(_ half: Half) -> BitextFormat {
    BitextFormat(
      name: "moses", summary: "the \(half.rawValue) file of a Moses pair",
      extensions: [], kinds: [.alignment]
    ) { bitext, options, output in
      var leftOut = 0
      for entry in bitext.entries {
        guard options.keepsNulls || (entry.source != nil && entry.target != nil) else {
          leftOut += 1
          continue
        }
        output.oneLine((half == .source ? entry.source : entry.target)?.text ?? [])
        output.raw("\n")
        try output.flushIfLarge()
      }
      return leftOut
    }
  }
}
