import BitestoCommandLayer
import BitestoText

/// Reads the texts that commands work on.
struct TextInput {
  /// A guess at the language is held against the user only when it is at least this sure.
  private static let sureGuess = 0.8

  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  /// A text in a known language.
  ///
  /// - Parameters:
  ///   - role: what the command calls the text, for the message when its language is another.
  ///   - hint: what may help then.
  /// - Throws: ``CommandError`` that says what is wrong with the file.
  func document(
    _ path: String, language: Language, role: String, hint: String? = nil
  ) throws -> Document {
    let document = try self.document(path, contents: context.read(path), language: language)
    let guess = Language.detect(in: document)
    if let found = guess.language, found != language, guess.confidence >= Self.sureGuess {
      throw CommandError(
        "\(quoted(path)) looks \(Self.name(found)), but \(role) must be \(Self.name(language))",
        notes: hint.map { [$0] } ?? [])
    }
    return document
  }

  /// A text in the given language, or in the one it looks to be in; English when nothing tells.
  ///
  /// A file that is named like an HTML page, or begins like one, is read as a page.
  func document(_ path: String, contents: [UInt8], language: Language? = nil) throws -> Document {
    do {
      return try read(path, contents: contents, language: language)
    } catch {
      throw Self.commandError(error, path)
    }
  }

  /// A text that is no page, whatever its name.
  func plainDocument(
    _ path: String, contents: [UInt8], language: Language? = nil
  ) throws -> Document {
    do {
      return try plain(path, contents, language)
    } catch {
      throw Self.commandError(error, path)
    }
  }

  /// The same as ``document(_:contents:language:)``, for callers that look at the error.
  func read(
    _ path: String, contents: [UInt8], language: Language?
  ) throws(DocumentError) -> Document {
    HTMLPage.isNamed(path) || HTMLPage.begins(contents)
      ? try Document(path: path, html: contents, language: language)
      : try plain(path, contents, language)
  }

  private func plain(
    _ path: String, _ contents: [UInt8], _ language: Language?
  ) throws(DocumentError) -> Document {
    try Document(
      path: path, contents: contents,
      language: language ?? Language.detect(in: contents).language ?? .english)
  }

  /// The error as people read it.
  static func commandError(_ error: DocumentError, _ path: String) -> CommandError {
    CommandError(path == "-" ? "standard input" + error.description.dropFirst() : error.description)
  }

  private static func name(_ language: Language) -> String {
    switch language {
    case .italian: "Italian"
    case .english: "English"
    case .russian: "Russian"
    case .ukrainian: "Ukrainian"
    case .belarusian: "Belarusian"
    default: "in '\(language)'"
    }
  }
}
