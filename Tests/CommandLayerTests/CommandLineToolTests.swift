import BitestoCommandLayer
import Testing

private struct Surprise: Error, CustomStringConvertible {
  let description = "a surprise"
}

@Suite struct CommandLineToolTests {
  private let output = OutputWriter.inMemory()
  private let errorOutput = OutputWriter.inMemory()

  private func run(
    output: OutputWriter? = nil, _ body: @escaping CommandDescription.Run
  ) async -> (status: Int32, output: String, errorOutput: String) {
    let command = CommandDescription(name: "work", summary: "Work", run: body)
    let tool = CommandLineTool(
      name: "tool", version: "1", summary: "Works", groups: [.init("All", [command])],
      firstSteps: [])
    let context = CommandContext(
      output: output ?? self.output, errorOutput: errorOutput, readInput: { [] })
    let status = await tool.run(["work"], in: context)
    return (
      status, String(decoding: self.output.contents, as: UTF8.self),
      String(decoding: errorOutput.contents, as: UTF8.self)
    )
  }

  @Test(
    arguments: [(.done, 0), (.findings, 1), (.failure, 2)] as [(CommandStatus, Int32)])
  func `the command's status is the exit status`(status: CommandStatus, code: Int32) async {
    #expect(await run { _ in status }.status == code)
  }

  @Test func `results before an error are kept, the error goes to standard error`() async {
    let result = await run { context in
      try context.output.writeLine("partial")
      throw CommandError("it broke", notes: ["mend it"])
    }
    #expect(result == (2, "partial\n", "error: it broke\nmend it\n"))
  }

  @Test func `a warning goes to standard error and changes nothing else`() async {
    let result = await run { context in
      try context.warn("it creaks", notes: ["oil it"])
      try context.output.writeLine("result")
      return .done
    }
    #expect(result == (0, "result\n", "warning: it creaks\noil it\n"))
  }

  @Test func `an error of another type is shown too`() async {
    let result = await run { _ in throw Surprise() }
    #expect(result == (2, "", "error: a surprise\n"))
  }

  @Test func `output that cannot be written is a failure, even at the end`() async {
    let closed = OutputWriter(descriptor: -1, destination: "standard output")
    let result = await run(output: closed) { context in
      try context.output.write("x")
      return .done
    }
    #expect(
      result == (2, "", "error: cannot write to standard output: Bad file descriptor\n"))
  }
}
