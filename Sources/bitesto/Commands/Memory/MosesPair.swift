import BitestoCommandLayer
import BitestoMemory

/// The two files of a Moses pair, named PREFIX.it and PREFIX.en, either of them perhaps packed.
struct MosesPair {
  var source: String
  var target: String
  var languages: (source: LanguageTag, target: LanguageTag)

  static let formatName = "moses"
  private static let mosesExtension = ".moses"

  /// What stands before ".it" and ".en" when a path names a pair, as "corpus.moses" does; nil when it
  /// names no pair.
  static func prefix(of path: String) -> (prefix: String, isPacked: Bool)? {
    let name = MemoryFileName.unpacked(path)
    guard name.lowercased().hasSuffix(mosesExtension) else { return nil }
    return (String(name.dropLast(mosesExtension.count)), MemoryFileName.isPacked(path))
  }

  /// The pair to write for a prefix.
  init(prefix: String, isPacked: Bool, languages: (source: LanguageTag, target: LanguageTag)) {
    let end = isPacked ? ".gz" : ""
    source = "\(prefix).\(languages.source)\(end)"
    target = "\(prefix).\(languages.target)\(end)"
    self.languages = languages
  }

  /// The pair of two files whose names differ only in the language; nil for others.
  init?(_ first: String, _ second: String, from: LanguageTag?) {
    guard let (prefix, one) = Self.half(first), let (other, two) = Self.half(second),
      prefix == other, one != two
    else { return nil }
    let isSwapped = from.map { $0.isSameLanguage(as: two) && !$0.isSameLanguage(as: one) } ?? false
    (source, target) = isSwapped ? (second, first) : (first, second)
    languages = isSwapped ? (two, one) : (one, two)
  }

  /// The pair that lies beside the path "corpus.moses".
  ///
  /// - Throws: ``CommandError`` when there are not exactly two such files, or the languages asked for are
  ///   not among them.
  init(
    finding prefix: String, from: LanguageTag?, to: LanguageTag?, _ context: CommandContext
  ) throws {
    let end = prefix.lastIndex(of: "/").map(prefix.index(after:)) ?? prefix.startIndex
    let folder = String(prefix[..<end])
    let files = try FolderListing.contents(of: folder.isEmpty ? "." : folder, in: context.folder)
      .files
    let halves = files.map { folder + $0 }.filter { Self.half($0)?.prefix == prefix }
    func file(in language: LanguageTag?) -> String? {
      language.flatMap { language in halves.first { Self.half($0)?.language == language } }
    }
    let named = [file(in: from), file(in: to)]
    // Italian into English is what this tool is for.
    let first = named[0] ?? (halves.count == 2 ? file(in: "it") ?? halves.first : nil)
    let second = named[1] ?? (halves.count == 2 ? halves.first { $0 != first } : nil)
    guard let first, let second, let pair = MosesPair(first, second, from: from) else {
      let found = halves.isEmpty ? "there is none" : "there are \(halves.joined(separator: ", "))"
      throw CommandError(
        "cannot find the two files of the Moses pair \(quoted(prefix + Self.mosesExtension)): "
          + found,
        notes: ["they are named \(prefix).it and \(prefix).en; --from and --to say which of more"])
    }
    self = pair
  }

  /// The two parts of the name of such a file.
  private static func half(_ path: String) -> (prefix: String, language: LanguageTag)? {
    let name = MemoryFileName.unpacked(path)
    guard let dot = name.lastIndex(of: "."), UnitFormat.forFile(named: name) == nil else {
      return nil
    }
    let language = LanguageTag(String(name[name.index(after: dot)...]))
    guard language.isWellFormed, (2...3).contains(language.primary.utf8.count) else { return nil }
    return (String(name[..<dot]), language)
  }
}
