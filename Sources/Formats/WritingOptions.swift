import BitestoText

/// What a writer is told beside the bitext itself.
public struct WritingOptions: Sendable {
  /// The version of the tool, for the formats that name their maker.
  public var toolVersion: String
  /// The moment of writing in seconds since 1970 (UTC); nil leaves it out of the file.
  public var creationTime: Int?
  /// BCP 47 tags to write instead of the bare language, such as "en-GB" for English.
  public var languageTags: [Language: String]
  /// What reproduces the result: model, rules and version, as one line.
  public var signature: String?
  /// The colors of the terminal table.
  public var terminalStyle: TerminalStyle
  /// The columns of the terminal.
  public var terminalWidth: Int
  /// Whether TMX and Moses pairs hold units of an alignment that lack one side, that side empty.
  public var keepsNulls: Bool

  public init(
    toolVersion: String = "0", creationTime: Int? = nil, languageTags: [Language: String] = [:],
    signature: String? = nil, terminalStyle: TerminalStyle = .plain, terminalWidth: Int = 80,
    keepsNulls: Bool = false
  ) {
    self.toolVersion = toolVersion
    self.creationTime = creationTime
    self.languageTags = languageTags
    self.signature = signature
    self.terminalStyle = terminalStyle
    self.terminalWidth = terminalWidth
    self.keepsNulls = keepsNulls
  }

  /// The tag to write for a language.
  func tag(for language: Language) -> String {
    languageTags[language] ?? language.rawValue
  }
}
