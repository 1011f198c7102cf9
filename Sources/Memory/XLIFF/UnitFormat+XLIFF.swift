extension UnitFormat {
  /// XLIFF 1.2 is written; any version is read.
  public static let xliff = UnitFormat(
    name: "xliff", summary: "XLIFF 1.2 for an editor", extensions: ["xlf", "xliff"],
    dialects: ["sdlxliff", "mqxliff", "mxliff"],
    reader: { try XLIFFReader($0, options: $1) },
    writer: { XLIFFWriter(.version12, header: $0, options: $1, sink: $2) })

  /// XLIFF 2.1 is written; any version is read.
  public static let xliff2 = UnitFormat(
    name: "xliff2", summary: "XLIFF 2.1 for an editor", extensions: ["xlf2", "xliff2"],
    reader: { try XLIFFReader($0, options: $1) },
    writer: { XLIFFWriter(.version21, header: $0, options: $1, sink: $2) })
}
