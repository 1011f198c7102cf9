import Foundation
import Testing

@testable import BitestoCommandLayer

/// Sends a signal to the process, as a terminal does, and waits for it to take effect.
private func sendSelf(_ signal: Int32) {
  kill(getpid(), signal)
  sleep(10)
}

@Suite struct InterruptionTests {
  @Test func `Ctrl-C while a file is written leaves nothing behind`() async throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("bitesto-interrupted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    let folder = TemporaryFolder(path: url.path)
    try folder.write("before", to: "a.txt")
    let path = url.path
    await #expect(processExitsWith: .exitCode(130)) { [path = path as String] in
      Interruption.install()
      try AtomicFile.write(to: "a.txt", in: path) { writer in
        try writer.write([UInt8](repeating: 65, count: 200_000))
        guard try TemporaryFolder(path: path).names().count == 2 else { return }
        sendSelf(SIGINT)
      }
    }
    #expect(try folder.text(of: "a.txt") == "before")
    #expect(try folder.names() == ["a.txt"])
  }

  @Test func `a request to end gives status 143`() async {
    await #expect(processExitsWith: .exitCode(143)) {
      Interruption.install()
      sendSelf(SIGTERM)
    }
  }

  @Test func `a closed pipe is a quiet success`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      Interruption.install()
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let output = OutputWriter(
        descriptor: pipe.fileHandleForWriting.fileDescriptor, destination: "standard output")
      let errorOutput = OutputWriter.inMemory()
      let command = CommandDescription(name: "work", summary: "") { context in
        for _ in 0..<100_000 { try context.output.writeLine("a line") }
        return .findings
      }
      let tool = CommandLineTool(
        name: "tool", version: "1", summary: "", groups: [.init("", [command])], firstSteps: [])
      let context = CommandContext(
        output: output, errorOutput: errorOutput,
        readInput: { [] })
      let status = await tool.run(["work"], in: context)
      exit(errorOutput.contents.isEmpty ? status : 99)
    }
  }
}
