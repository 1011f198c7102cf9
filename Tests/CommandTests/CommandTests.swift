import Foundation
import Testing

@Suite struct CommandTests {
  @Test(arguments: CaseFolder.names)
  func `a command line does what its case file says`(_ name: String) async throws {
    let url = CaseFolder.url.appendingPathComponent(name)
    let text = try String(contentsOf: url, encoding: .utf8)
    var expected = try CommandCase(parsing: text)
    let actual = try await expected.run()
    if CaseFolder.isRecording {
      expected.outcome = actual
      try Data(expected.text.utf8).write(to: url)
      return
    }
    #expect(actual.status == expected.outcome.status)
    #expect(actual.output == expected.outcome.output)
    #expect(actual.errorOutput == expected.outcome.errorOutput)
    #expect(actual.writes == expected.outcome.writes)
    #expect(
      expected.text == text, "re-record with BITESTO_RECORD=1: the file is not in the usual form")
  }

  @Test func `there are case files`() {
    #expect(CaseFolder.names.count > 20)
  }
}
