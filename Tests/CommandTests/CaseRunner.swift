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
      try content.bytes.write(to: file)
    }

    let line = ShellWords(commandLine)
    guard line.words.first == "bitesto" else { throw CaseError("the command is not bitesto") }
    let (output, errorOutput) = (OutputWriter.inMemory(), OutputWriter.inMemory())
    let context = CommandContext(
      output: output, errorOutput: errorOutput, readInput: { [input] in Array(input.utf8) },
      variables: line.variables, terminal: Terminal(width: Terminal.width(in: line.variables)),
      folder: folder.path)
    let status = await CommandLineTool.bitesto.run(Array(line.words.dropFirst()), in: context)
    func shown(_ bytes: [UInt8]) -> String {
      let text = String(decoding: bytes, as: UTF8.self).replacing("\(folder.path)/", with: "")
      return mask?.applied(to: text) ?? text
    }
    return Outcome(
      status: status, output: shown(output.contents), errorOutput: shown(errorOutput.contents),
      writes: try writes(in: folder).mapValues { mask?.applied(to: $0) ?? $0 })
  }

  private func writes(in folder: URL) throws -> [String: String] {
    var writes: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      let content = try Data(contentsOf: URL(fileURLWithPath: path))
      if files[name]?.bytes != content { writes[name] = String(decoding: content, as: UTF8.self) }
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
