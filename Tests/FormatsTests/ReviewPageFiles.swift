import BitestoFormats
import Foundation
import Testing

/// Writes pages for Tests/BrowserTests into the folder that `BITESTO_PAGES` names.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["BITESTO_PAGES"] != nil))
struct ReviewPageFiles {
  @Test func pagesForTheBrowser() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["BITESTO_PAGES"])
    let pages = [
      "everything": try ReviewSample.bitext(), "nasty": try NastyTrace.bitext(),
      "alignment": try plainAlignment(),
    ]
    for (name, bitext) in pages {
      let bytes = try BitextFormat.html.bytes(of: bitext)
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).html"))
    }
  }
}
