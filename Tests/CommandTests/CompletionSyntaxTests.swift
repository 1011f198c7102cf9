import BitestoCommandLayer
import Foundation
import Testing

@testable import bitesto

@Suite struct CompletionSyntaxTests {
  /// The shells of this machine that can check a script without running it (`-n`).
  static let shells: [(script: CompletionScript, path: String)] =
    CompletionScript.allCases.flatMap { script in
      ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { folder in
        (script, "\(folder)/\(script.rawValue)")
      }
    }.filter { FileManager.default.isExecutableFile(atPath: $0.path) }

  @Test(arguments: shells)
  func `a shell accepts its completion script`(script: CompletionScript, path: String) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-\(UUID().uuidString).\(script.rawValue)")
    try Data(script.text(for: .bitesto).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: path)
    shell.arguments = ["-n", file.path]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
  }

  /// Asks bash itself what it would offer after the words.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")),
    arguments: [
      (["bitesto", "tr"], "trace"),
      (["bitesto", "glossary", ""], "list show validate extract add remove export import"),
      (["bitesto", "trace", "--format", "j"], "json"),
      (["bitesto", "trace", "--format", "=", "h"], "html"),
      (["bitesto", "trace", "--so"], "--sources"),
      (["bitesto", "trace", "-o", "j"], ""),
      (["bitesto", "completions", ""], "bash zsh fish"),
      (["bitesto", "help", "al"], "align"),
    ])
  func `bash offers what can stand there`(words: [String], offers: String) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    let script = """
      \(CompletionScript.bash.text(for: .bitesto))
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bitesto; echo "${COMPREPLY[*]}"
      """
    shell.arguments = ["--norc", "-c", script, "bash"] + words
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(output == offers + "\n")
  }
}
