import CPageData

/// The style and the script of a page: the files of Sources/PageData, in their order.
enum PageFiles {
  static let style = joined("css")

  /// One function, so that the files share their names with nobody else.
  static let script = "(() => {\n'use strict';\n" + joined("js") + "})();\n"

  private static func joined(_ ending: String) -> String {
    (0..<bitesto_page_file_count()).map(bitesto_page_file_at)
      .filter { String(cString: $0.name).hasSuffix("." + ending) }
      .map {
        String(decoding: UnsafeBufferPointer(start: $0.bytes, count: $0.size), as: UTF8.self)
      }
      .joined()
  }
}
