import BitestoEmbedding
import BitestoText
import Synchronization

/// Reports with their sentences and vectors in a file, made ready for tracing once.
///
/// The file is mapped into memory: opening it costs a pass over some tables, and of the rest only what is
/// looked at is read. INDEX.md beside this source describes its form.
public struct ReportIndex: Sendable {
  /// How a report stands in the section `reports`: numbers of 32 bits.
  enum Field: Int, CaseIterable {
    /// Numbers of strings; `none` where there is none.
    case path, date, language
    /// A number in the section `outlets`; `none` when the outlet is not known.
    case outlet
    /// Where its record stands, in two halves, lower one first; its bytes; their checksum.
    case offset, offsetHigh, length, checksum
  }

  /// How a file stands in the section `files`: numbers of 32 bits.
  enum FileField: Int, CaseIterable {
    /// Numbers of strings.
    case path, language
    /// Reports in it.
    case reports
    case checksum
    /// Numbers of 64 bits, lower half first.
    case size, sizeHigh, modified, modifiedHigh
  }

  static let none = UInt32.max

  /// As the user named it.
  public let path: String
  /// The files it was built from, in order.
  public let files: [IndexedFile]
  /// Who published the reports, each outlet once.
  public let outlets: [String]
  let rows: PassageRows
  let outletNumbers: MappedArray<UInt32>
  private let file: IndexFile
  private let strings: [String]
  private let reports: MappedArray<UInt32>
  /// For every file its first report; at the end the number of reports.
  private let firstReports: [Int]
  private let cache = Cache()

  /// Reports that have been asked for.
  private final class Cache: Sendable {
    struct State {
      var reports: [Int: Report] = [:]
      var failure: ReportIndexError?
    }

    let state = Mutex(State())
  }

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - location: where the file is.
  ///   - path: the name that errors give it; the location without.
  ///   - encoder: with the model that the reports were encoded with.
  /// - Throws: ``ReportIndexError`` for a file that is not a whole index of this version and model.
  public init(
    contentsOf location: String, named path: String? = nil, encoder: Encoder
  ) throws(ReportIndexError) {
    let path = path ?? location
    let file = try IndexFile(contentsOf: location, named: path)
    guard file.models == Self.models(encoder) else { throw .otherModel(path: path) }
    func damaged(_ section: IndexFile.Section) -> ReportIndexError {
      .damaged(path: path, what: "its section '\(section.rawValue)'")
    }
    self.path = path
    self.file = file
    strings = try Self.strings(file)
    reports = try file.array(.reports, of: UInt32.self)
    guard reports.count % Field.allCases.count == 0 else { throw damaged(.reports) }
    let reportCount = reports.count / Field.allCases.count

    let starts = try file.array(.starts, of: UInt32.self, count: reportCount + 1)
    let places = try file.array(.places, of: UInt32.self)
    let rowCount = places.count / PassageRows.placeWidth
    guard places.count == rowCount * PassageRows.placeWidth else { throw damaged(.places) }
    let areOrdered = (0..<reportCount).allSatisfy { starts[$0] <= starts[$0 + 1] }
    guard areOrdered, starts[0] == 0, Int(starts[reportCount]) == rowCount else {
      throw damaged(.starts)
    }
    func table(
      _ values: IndexFile.Section, _ scales: IndexFile.Section, width: Int
    ) throws(ReportIndexError) -> QuantizedVectors {
      QuantizedVectors(
        width: width, values: try file.array(values, of: Int8.self, count: width * rowCount),
        scales: try file.array(scales, of: Float.self, count: rowCount))
    }
    rows = PassageRows(
      places: places, starts: starts,
      whole: try table(.whole, .wholeScales, width: Encoder.width),
      words: try table(.words, .wordScales, width: WordTable.width),
      sketches: try table(.sketches, .sketchScales, width: encoder.sketch.width))

    let (strings, reports) = (strings, reports)
    let names = try file.array(.outlets, of: UInt32.self)
    guard (0..<names.count).allSatisfy({ Int(names[$0]) < strings.count }) else {
      throw damaged(.outlets)
    }
    outlets = (0..<names.count).map { strings[Int(names[$0])] }
    func field(_ name: Field, _ report: Int) -> UInt32 {
      reports[report * Field.allCases.count + name.rawValue]
    }
    let areKnown = (0..<reportCount).allSatisfy { report in
      [Field.path, .date, .language].allSatisfy {
        let number = field($0, report)
        return Int(number) < strings.count || (number == Self.none && $0 == .date)
      }
    }
    guard areKnown else { throw damaged(.reports) }
    outletNumbers = MappedArray((0..<reportCount).map { field(.outlet, $0) })
    (files, firstReports) = try Self.files(file, strings: strings)
    guard firstReports.last == reportCount else { throw damaged(.files) }
  }

  /// What tells the models behind the vectors.
  static func models(_ encoder: Encoder) -> [UInt32] {
    [encoder.checksum, encoder.sketch.checksum]
  }

  private static func strings(_ file: IndexFile) throws(ReportIndexError) -> [String] {
    let bytes = file.bytes(.strings)
    let ends = try file.array(.stringEnds, of: UInt32.self)
    var strings: [String] = []
    strings.reserveCapacity(ends.count)
    var start = 0
    for index in 0..<ends.count {
      let end = Int(ends[index])
      guard start <= end, end <= bytes.count,
        let string = String(validating: bytes[start..<end], as: UTF8.self)
      else { throw .damaged(path: file.path, what: "its section 'strings'") }
      strings.append(string)
      start = end
    }
    return strings
  }

  private static func files(
    _ file: IndexFile, strings: [String]
  ) throws(ReportIndexError) -> ([IndexedFile], [Int]) {
    let numbers = try file.array(.files, of: UInt32.self)
    let width = FileField.allCases.count
    var files: [IndexedFile] = []
    var first = [0]
    for start in stride(from: 0, to: numbers.count, by: width) {
      func field(_ name: FileField) -> UInt32 { numbers[start + name.rawValue] }
      func long(_ low: FileField, _ high: FileField) -> UInt64 {
        UInt64(field(low)) | UInt64(field(high)) << 32
      }
      guard start + width <= numbers.count, Int(field(.path)) < strings.count,
        field(.language) == none || Int(field(.language)) < strings.count
      else { throw .damaged(path: file.path, what: "its section 'files'") }
      files.append(
        IndexedFile(
          path: strings[Int(field(.path))],
          language: field(.language) == none
            ? nil : Language(rawValue: strings[Int(field(.language))]),
          size: long(.size, .sizeHigh),
          modified: Int64(bitPattern: long(.modified, .modifiedHigh)),
          checksum: field(.checksum)))
      first.append((first.last ?? 0) + Int(field(.reports)))
    }
    return (files, first)
  }

  /// Reports in the index.
  public var count: Int { rows.starts.count - 1 }

  /// The numbers of a file's reports.
  public func reports(ofFile number: Int) -> Range<Int> {
    firstReports[number]..<firstReports[number + 1]
  }

  public func path(of report: Int) -> String { strings[Int(field(.path, report))] }

  public func language(of report: Int) -> Language {
    Language(rawValue: strings[Int(field(.language, report))])
  }

  public func outlet(of report: Int) -> String? {
    let number = Int(field(.outlet, report))
    return number < outlets.count ? outlets[number] : nil
  }

  public func date(of report: Int) -> String? {
    let number = field(.date, report)
    return number == Self.none ? nil : strings[Int(number)]
  }

  private func field(_ name: Field, _ report: Int) -> UInt32 {
    reports[report * Field.allCases.count + name.rawValue]
  }

  /// A report, read when it is first asked for. One that is damaged comes without words, and ``failure`` says
  /// so.
  public func report(_ number: Int) -> Report {
    if let known = cache.state.withLock({ $0.reports[number] }) { return known }
    let report: Report
    do throws(ReportIndexError) {
      report = try read(number)
    } catch {
      cache.state.withLock { $0.failure = $0.failure ?? error }
      report = Report(
        side: Bitext.Side(
          document: Document(unreadable: path(of: number), language: language(of: number)),
          segments: []),
        quotations: [])
    }
    cache.state.withLock { $0.reports[number] = report }
    return report
  }

  /// The first damage that was met while reports were read.
  public var failure: ReportIndexError? { cache.state.withLock { $0.failure } }

  /// The bytes of a report's record, in whose checksum one can trust.
  func record(_ number: Int) throws(ReportIndexError) -> UnsafeRawBufferPointer {
    let records = file.bytes(.records)
    let offset = UInt64(field(.offset, number)) | UInt64(field(.offsetHigh, number)) << 32
    let length = UInt64(field(.length, number))
    guard offset <= UInt64(records.count), length <= UInt64(records.count) - offset else {
      throw damage(of: number)
    }
    let bytes = UnsafeRawBufferPointer(rebasing: records[Int(offset)..<Int(offset + length)])
    guard IndexFile.checksum(bytes) == field(.checksum, number) else { throw damage(of: number) }
    return bytes
  }

  private func read(_ number: Int) throws(ReportIndexError) -> Report {
    let bytes = try record(number)
    do {
      return try ReportRecord.report(
        bytes, path: path(of: number), language: language(of: number), outlet: outlet(of: number),
        date: date(of: number))
    } catch {
      throw damage(of: number)
    }
  }

  private func damage(of report: Int) -> ReportIndexError {
    .damaged(path: path, what: "the report '\(path(of: report))'")
  }

  /// Whether a row is a passage of its report; a row that is not must not be looked at.
  func isSound(_ row: Int) -> Bool {
    let candidate = rows[row]
    let report = report(candidate.report)
    if candidate.segment < report.segments.count, report.document.holds(candidate.range),
      !candidate.range.isEmpty
    {
      return true
    }
    let error = damage(of: candidate.report)
    cache.state.withLock { $0.failure = $0.failure ?? error }
    return false
  }

  /// Checks what opening passes over. Linear in the file.
  ///
  /// - Throws: ``ReportIndexError/damaged(path:what:)``.
  public func checkAll() throws(ReportIndexError) {
    try file.checkAll()
  }
}
