import BitestoEmbedding
import BitestoText
import CEmbeddingModel

/// Writes an index of reports, file by file; what an older index has of unchanged files is taken over.
///
/// Sentence vectors are handed on as they come; the rest stays in memory until ``finish()``: the texts, and
/// 350 bytes for each of their passages.
public struct ReportIndexWriter {
  /// Takes the next bytes of the file; what it throws ends the writing.
  public typealias Sink = ([UInt8]) throws -> Void

  private let path: String
  private let encoder: Encoder
  private let sink: Sink
  private var builder: PassageRowsBuilder
  private var offset = 0
  private var whole = RunningChecksum()
  private var records: [UInt8] = []
  private var reports: [UInt32] = []
  private var files: [UInt32] = []
  private var strings = StringNumbers()
  private var outlets = StringNumbers()

  /// - Parameter path: the name that errors give the file.
  public init(named path: String, encoder: Encoder, sink: @escaping Sink) throws {
    self.path = path
    self.encoder = encoder
    self.sink = sink
    builder = PassageRowsBuilder(
      passages: PassageEncoder(encoder: encoder, evidence: SurfaceEvidence(names: NoNames())))
    var header = ByteRecordWriter()
    for byte in IndexFile.magic { header.put(byte) }
    header.put(IndexFile.version)
    try write(header.bytes)
    try pad(to: IndexFile.headerSize)
  }

  /// Reports that were written.
  public var count: Int { reports.count / ReportIndex.Field.allCases.count }

  /// Adds a file and its reports.
  ///
  /// - Throws: ``ReportIndexError/tooLarge(path:report:)``, or what the sink throws.
  public mutating func add(_ file: IndexedFile, reports: [Report]) throws {
    for report in reports {
      let record = ReportRecord.bytes(of: report)
      guard record.count <= Int(UInt32.max) else {
        throw ReportIndexError.tooLarge(path: path, report: report.document.path)
      }
      record.withUnsafeBytes {
        add(
          $0, path: report.document.path, language: report.document.language,
          outlet: report.side.outlet, date: report.side.date)
      }
      builder.add(report)
    }
    add(file, reports: reports.count)
    try flush()
  }

  /// Adds a file as an older index of the same model has it.
  ///
  /// - Parameters:
  ///   - number: its place among the older index's files.
  ///   - credit: changes what is known of who published each report and when; `report` is its number in the
  ///     older index.
  /// - Throws: ``ReportIndexError/damaged(path:what:)``, or what the sink throws.
  public mutating func add(
    _ file: IndexedFile, number: Int, of older: ReportIndex,
    credit: (_ report: Int) -> (outlet: String?, date: String?)
  ) throws {
    let numbers = older.reports(ofFile: number)
    let name = older.files[number].path
    for report in numbers {
      let (outlet, date) = credit(report)
      let path = older.path(of: report)
      add(
        try older.record(report),
        path: path.hasPrefix(name) ? file.path + path.dropFirst(name.count) : path,
        language: older.language(of: report),
        outlet: outlet, date: date)
      builder.add(older.rows.rows(of: report), of: older.rows)
    }
    add(file, reports: numbers.count)
    try flush()
  }

  private mutating func add(
    _ record: UnsafeRawBufferPointer, path: String, language: Language, outlet: String?,
    date: String?
  ) {
    for field in ReportIndex.Field.allCases {
      let value: UInt32 =
        switch field {
        case .path: strings.number(of: path)
        case .date: date.map { strings.number(of: $0) } ?? ReportIndex.none
        case .language: strings.number(of: language.rawValue)
        case .outlet: outlet.map { outlets.number(of: $0) } ?? ReportIndex.none
        case .offset: UInt32(truncatingIfNeeded: records.count)
        case .offsetHigh: UInt32(truncatingIfNeeded: records.count >> 32)
        case .length: UInt32(record.count)
        case .checksum: IndexFile.checksum(record)
        }
      reports.append(value)
    }
    records.append(contentsOf: record)
  }

  private mutating func add(_ file: IndexedFile, reports: Int) {
    for field in ReportIndex.FileField.allCases {
      let value: UInt32 =
        switch field {
        case .path: strings.number(of: file.path)
        case .language: file.language.map { strings.number(of: $0.rawValue) } ?? ReportIndex.none
        case .reports: UInt32(reports)
        case .checksum: file.checksum
        case .size: UInt32(truncatingIfNeeded: file.size)
        case .sizeHigh: UInt32(truncatingIfNeeded: file.size >> 32)
        case .modified: UInt32(truncatingIfNeeded: file.modified)
        case .modifiedHigh: UInt32(truncatingIfNeeded: file.modified >> 32)
        }
      files.append(value)
    }
  }

  private mutating func flush() throws {
    let bytes = builder.takeWhole().map(UInt8.init(bitPattern:))
    guard !bytes.isEmpty else { return }
    whole.add(bytes)
    try write(bytes)
  }

  /// Writes what is left.
  ///
  /// - Throws: what the sink throws.
  public mutating func finish() throws {
    builder.encode()
    try flush()
    var table = ByteRecordWriter()
    let names = outlets.strings.map { strings.number(of: $0) }
    for section in IndexFile.Section.allCases {
      let bytes: [UInt8] =
        switch section {
        case .whole: []
        case .words: builder.words.values.map(UInt8.init(bitPattern:))
        case .sketches: builder.sketches.values.map(UInt8.init(bitPattern:))
        case .records: records
        case .wholeScales: Self.bytes(builder.whole.scales.map(\.bitPattern))
        case .wordScales: Self.bytes(builder.words.scales.map(\.bitPattern))
        case .sketchScales: Self.bytes(builder.sketches.scales.map(\.bitPattern))
        case .places: Self.bytes(builder.places)
        case .starts: Self.bytes(builder.starts)
        case .reports: Self.bytes(reports)
        case .files: Self.bytes(files)
        case .outlets: Self.bytes(names)
        case .strings: strings.strings.flatMap(\.utf8)
        case .stringEnds: Self.bytes(strings.ends)
        }
      let start = section == .whole ? IndexFile.headerSize : offset
      let length = section == .whole ? offset - start : bytes.count
      let name = Array(section.rawValue.utf8)
      for byte in name + [UInt8](repeating: 0, count: 16 - name.count) { table.put(byte) }
      table.put(UInt64(start))
      table.put(UInt64(length))
      table.put(section == .whole ? whole.value : bytes.withUnsafeBytes(IndexFile.checksum))
      table.put(UInt32(0))
      try write(bytes)
      try pad(to: IndexFile.alignment)
    }
    let tableStart = offset
    let end = offset + table.bytes.count
    for byte in IndexFile.magic { table.put(byte) }
    table.put(UInt64(end + IndexFile.trailerSize))
    table.put(UInt64(tableStart))
    table.put(UInt32(IndexFile.Section.allCases.count))
    for model in ReportIndex.models(encoder) { table.put(model) }
    for _ in table.bytes.count..<(end - tableStart + 60) { table.put(UInt8(0)) }
    table.put(table.bytes.withUnsafeBytes(IndexFile.checksum))
    try write(table.bytes)
  }

  private mutating func write(_ bytes: [UInt8]) throws {
    try sink(bytes)
    offset += bytes.count
  }

  private mutating func pad(to alignment: Int) throws {
    let rest = offset % alignment
    if rest > 0 { try write([UInt8](repeating: 0, count: alignment - rest)) }
  }

  private static func bytes(_ numbers: [UInt32]) -> [UInt8] {
    numbers.map(\.littleEndian).withUnsafeBytes(Array.init)
  }
}

/// Each string once, with a number.
private struct StringNumbers {
  private(set) var strings: [String] = []
  private var numbers: [String: UInt32] = [:]

  mutating func number(of string: String) -> UInt32 {
    if let number = numbers[string] { return number }
    let number = UInt32(strings.count)
    numbers[string] = number
    strings.append(string)
    return number
  }

  /// Where each string ends when they stand one after the other, in bytes.
  var ends: [UInt32] {
    var end: UInt32 = 0
    return strings.map { string in
      end += UInt32(string.utf8.count)
      return end
    }
  }
}

/// The checksum of bytes that come in pieces.
private struct RunningChecksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: [UInt8]) {
    value = bitesto_crc32_continued(value, bytes, bytes.count)
  }
}
