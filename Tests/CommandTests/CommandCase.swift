import Foundation

/// A command line, the files it finds, and what it prints: one readable file.
///
///     What the case shows, in a sentence or two.
///
///     $ COLUMNS=60 bitesto trace article.txt --sources reports
///     --- mask figures
///     --- file article.txt
///     --- latin1 old.txt
///     --- stdin
///     --- status 2
///     --- stdout
///     --- stderr
///     --- writes review.html
///
/// Sections without content are left out, and so is status 0. "␛" stands for the escape character, and
/// "\--- " for "--- " at the start of a line.
/// The sections `latin1` and `utf16` are files in those encodings; `mask` names an ``OutputMask``.
struct CommandCase: Equatable {
  /// A file that the command finds.
  struct File: Equatable {
    enum Encoding: String, CaseIterable {
      case utf8 = "file"
      case latin1
      case utf16
    }

    var text: String
    var encoding = Encoding.utf8

    var bytes: Data {
      let encoding: [Encoding: String.Encoding] = [.latin1: .isoLatin1, .utf16: .utf16]
      return text.data(using: encoding[self.encoding] ?? .utf8) ?? Data()
    }
  }

  /// What the command is expected to do, or did.
  struct Outcome: Equatable {
    var status: Int32 = 0
    var output = ""
    var errorOutput = ""
    /// The files that are new or changed, by name.
    var writes: [String: String] = [:]
  }

  var summary = ""
  /// Without the prompt.
  var commandLine = ""
  var files: [String: File] = [:]
  var mask: OutputMask?
  var input = ""
  var outcome = Outcome()

  /// How a line stands in a case that would be the heading of a section there: diffs have such.
  private static let quotedHeading = "\\--- "
  private static let noNewline = "\\ no newline at the end"

  init(parsing text: String) throws {
    var section = ""
    var contents: [(section: String, lines: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ "), contents.isEmpty || section.isEmpty {
        commandLine = String(line.dropFirst(2)).replacing("␛", with: "\u{1B}")
        section = "command"
      } else if line.hasPrefix("--- ") {
        section = String(line.dropFirst(4))
        contents.append((section, []))
      } else if section.isEmpty {
        summary += line + "\n"
      } else if !contents.isEmpty {
        contents[contents.count - 1].lines.append(
          line.hasPrefix(Self.quotedHeading) ? line.dropFirst() : line)
      }
    }
    // The last line end of the file ends its last section.
    if contents.last?.lines.last?.isEmpty ?? false {
      contents[contents.count - 1].lines.removeLast()
    }
    summary = summary.trimmingCharacters(in: .newlines)
    for (section, lines) in contents { try read(section, lines) }
    if commandLine.isEmpty { throw CaseError("there is no line that begins with '$ '") }
  }

  private mutating func read(_ section: String, _ lines: [Substring]) throws {
    var text = lines.map { $0 + "\n" }.joined().replacing("␛", with: "\u{1B}")
    if text.hasSuffix("\n\(Self.noNewline)\n") || text == "\(Self.noNewline)\n" {
      text.removeLast(Self.noNewline.count + 1)
      if text.hasSuffix("\n") { text.removeLast() }
    }
    let words = section.split(separator: " ", maxSplits: 1).map(String.init)
    let kind = words.first ?? ""
    if let encoding = File.Encoding(rawValue: kind), words.count > 1 {
      files[words[1]] = File(text: text, encoding: encoding)
      return
    }
    switch (kind, words.count > 1 ? words[1] : nil) {
    case ("mask", let name?):
      guard let mask = OutputMask(rawValue: name) else { throw CaseError("no mask '\(name)'") }
      self.mask = mask
    case ("writes", let name?): outcome.writes[name] = text
    case ("stdin", nil): input = text
    case ("stdout", nil): outcome.output = text
    case ("stderr", nil): outcome.errorOutput = text
    case ("status", let number?):
      guard let status = Int32(number) else { throw CaseError("no number: '\(section)'") }
      outcome.status = status
    default: throw CaseError("unknown section '\(section)'")
    }
  }

  /// The case as its file has it.
  var text: String {
    var text = "\(summary)\n\n$ \(commandLine.replacing("\u{1B}", with: "␛"))\n"
    if let mask { text += "--- mask \(mask.rawValue)\n" }
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      text += section("\(file.encoding.rawValue) \(name)", file.text)
    }
    if !input.isEmpty { text += section("stdin", input) }
    if outcome.status != 0 { text += "--- status \(outcome.status)\n" }
    if !outcome.output.isEmpty { text += section("stdout", outcome.output) }
    if !outcome.errorOutput.isEmpty { text += section("stderr", outcome.errorOutput) }
    for (name, content) in outcome.writes.sorted(by: { $0.key < $1.key }) {
      text += section("writes \(name)", content)
    }
    return text
  }

  private func section(_ name: String, _ content: String) -> String {
    let shown = content.replacing("\u{1B}", with: "␛")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("--- ") ? "\\" + $0 : $0 }.joined(separator: "\n")
    let end = shown.isEmpty || shown.hasSuffix("\n") ? "" : "\n\(Self.noNewline)\n"
    return "--- \(name)\n\(shown)\(end)"
  }
}

/// A case file that cannot be read.
struct CaseError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
