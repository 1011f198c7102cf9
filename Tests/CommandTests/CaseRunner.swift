import BitestoCommandLayer
import Foundation

@testable import bitesto

extension CommandCase {
  /// Runs the command line in this process, in a folder of its own.
  func run() async throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-case-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content.utf8).write(to: file)
    }

    let line = ShellWords(commandLine)
    guard line.words.first == "bitesto" else { throw CaseError("the command is not bitesto") }
    let (output, errorOutput) = (OutputWriter.inMemory(), OutputWriter.inMemory())
    let context = CommandContext(
      output: output, errorOutput: errorOutput, readInput: { [input] in Array(input.utf8) },
      variables: line.variables, terminal: Terminal(width: Terminal.width(in: line.variables)),
      folder: folder.path)
    let status = await CommandLineTool.bitesto.run(Array(line.words.dropFirst()), in: context)
    return Outcome(
      status: status, output: String(decoding: output.contents, as: UTF8.self),
      errorOutput: String(decoding: errorOutput.contents, as: UTF8.self),
      writes: try writes(in: folder))
  }

  private func writes(in folder: URL) throws -> [String: String] {
    var writes: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      let content = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      if files[name] != content { writes[name] = content }
    }
    return writes
  }
}

/// The case files beside this source.
enum CaseFolder {
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases")

  /// Whether the run writes down what the commands do, to be reviewed as a diff.
  static let isRecording = ProcessInfo.processInfo.environment["BITESTO_RECORD"] == "1"

  /// The paths of the case files below the folder, sorted.
  static let names: [String] = {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: url.path)) ?? []
    return all.filter { $0.hasSuffix(".txt") }.sorted()
  }()
}
