import BitestoText

/// A report's text, segments and quotations as bytes of an index.
enum ReportRecord {
  private static let roles: [Segment.Role] = [.heading, .body, .boilerplate]
  private static let outletRoles: [Quotation.OutletRole] = [
    .reported, .translated, .published, .analyzed, .speaker,
  ]
  private static let none = UInt32.max

  static func bytes(of report: Report) -> [UInt8] {
    var writer = ByteRecordWriter()
    writer.put(report.document.bytes)
    writer.put(UInt32(report.segments.count))
    for segment in report.segments {
      writer.put(segment.range)
      writer.put(UInt32(segment.paragraph))
      writer.put(number(of: segment.role, in: roles))
    }
    writer.put(UInt32(report.quotations.count))
    for quotation in report.quotations { put(quotation, &writer) }
    return writer.bytes
  }

  private static func put(_ quotation: Quotation, _ writer: inout ByteRecordWriter) {
    writer.put(number(of: quotation.kind, in: Quotation.Kind.allCases))
    writer.put(quotation.content)
    writer.put(quotation.marked)
    writer.put(UInt8(quotation.cue == nil ? 0 : 1))
    writer.put(quotation.cue ?? 0..<0)
    writer.put(quotation.speaker)
    writer.put(quotation.addressee)
    writer.put(UInt32(quotation.outlets.count))
    for outlet in quotation.outlets {
      writer.put(outlet.name)
      writer.put(number(of: outlet.role, in: outletRoles))
    }
    writer.put(UInt32(quotation.insertions.count))
    for insertion in quotation.insertions { writer.put(insertion) }
    writer.put(quotation.continues.map { UInt32($0) } ?? none)
  }

  private static func number<T: Equatable>(of value: T, in all: [T]) -> UInt8 {
    UInt8(all.firstIndex(of: value) ?? 0)
  }

  /// - Throws: when the bytes are not those of a report; every range of the result lies within the text and
  ///   between code points.
  static func report(
    _ bytes: UnsafeRawBufferPointer, path: String, language: Language, outlet: String?,
    date: String?
  ) throws(ByteRecordReader.Failure) -> Report {
    var reader = ByteRecordReader(bytes)
    let text = try reader.bytes()
    // The mark is dropped again, and a text that begins with one keeps its own.
    let document: Document
    do {
      document = try Document(path: path, contents: [0xEF, 0xBB, 0xBF] + text, language: language)
    } catch {
      throw ByteRecordReader.Failure()
    }
    var segments: [Segment] = []
    for _ in 0..<(try reader.count(ofSize: 13)) {
      let range = try reader.range(in: document)
      let paragraph = try reader.count()
      let role = try reader.element(of: roles)
      guard paragraph < document.paragraphs.count,
        range.lowerBound >= segments.last?.range.upperBound ?? 0
      else { throw ByteRecordReader.Failure() }
      segments.append(Segment(range: range, paragraph: paragraph, role: role))
    }
    var quotations: [Quotation] = []
    for _ in 0..<(try reader.count(ofSize: 46)) {
      quotations.append(try reader.quotation(in: document, outletRoles: outletRoles))
    }
    let isSound = quotations.allSatisfy { $0.continues ?? 0 < quotations.count }
    guard isSound, reader.isAtEnd else { throw ByteRecordReader.Failure() }
    return Report(
      side: Bitext.Side(document: document, segments: segments, outlet: outlet, date: date),
      quotations: quotations)
  }
}

extension ByteRecordReader {
  fileprivate mutating func range(in document: Document) throws(Failure) -> Range<Int> {
    let range = try range()
    guard document.holds(range) else { throw Failure() }
    return range
  }

  fileprivate mutating func element<T>(of all: [T]) throws(Failure) -> T {
    let number = Int(try number(UInt8.self))
    guard number < all.count else { throw Failure() }
    return all[number]
  }

  fileprivate mutating func quotation(
    in document: Document, outletRoles: [Quotation.OutletRole]
  ) throws(Failure) -> Quotation {
    let kind = try element(of: Quotation.Kind.allCases)
    let content = try range(in: document)
    let marked = try range(in: document)
    let hasCue = try number(UInt8.self) != 0
    let cue = try range(in: document)
    let speaker = try text()
    let addressee = try text()
    var outlets: [Quotation.Outlet] = []
    for _ in 0..<(try count(ofSize: 5)) {
      let name = try text() ?? ""
      outlets.append(Quotation.Outlet(name: name, role: try element(of: outletRoles)))
    }
    var insertions: [Range<Int>] = []
    for _ in 0..<(try count(ofSize: 8)) { insertions.append(try range(in: document)) }
    let continues = try number(UInt32.self)
    return Quotation(
      kind: kind, content: content, marked: marked, cue: hasCue ? cue : nil, speaker: speaker,
      addressee: addressee, outlets: outlets, insertions: insertions,
      continues: continues == .max ? nil : Int(continues))
  }
}

extension Document {
  /// Whether a range lies within the text and between code points.
  func holds(_ range: Range<Int>) -> Bool {
    func isBorder(_ offset: Int) -> Bool {
      offset == bytes.count || (offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
    }
    return isBorder(range.lowerBound) && isBorder(range.upperBound)
  }
}
