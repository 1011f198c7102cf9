import BitestoText

/// A quotation that a text is known to hold.
public struct KnownQuotation: Sendable {
  public var kind: Quotation.Kind
  /// UTF-8 bytes, quotation marks excluded.
  public var range: Range<Int>
  public var speaker: String?
  public var addressee: String?
  public var outlets: [Quotation.Outlet]
  /// Whether it is a further piece of the quotation before.
  public var continues: Bool

  public init(
    kind: Quotation.Kind, range: Range<Int>, speaker: String? = nil, addressee: String? = nil,
    outlets: [Quotation.Outlet] = [], continues: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.speaker = speaker
    self.addressee = addressee
    self.outlets = outlets
    self.continues = continues
  }

  /// Reads `kind|speaker→addressee|outlet/role`, `+` before the kind of a further piece, empty fields
  /// for none.
  public init(_ span: MarkedText.Span) throws {
    var fields = span.label.split(separator: "|", omittingEmptySubsequences: false)
    continues = fields.first?.first == "+"
    if continues { fields[0].removeFirst() }
    guard fields.count == 3, let kind = Quotation.Kind(rawValue: String(fields[0])) else {
      throw UnreadableLabel(label: span.label)
    }
    self.kind = kind
    range = span.range
    let people = fields[1].split(separator: "→", omittingEmptySubsequences: false)
    speaker = people.first.flatMap { $0.isEmpty ? nil : String($0) }
    addressee = people.count > 1 ? String(people[1]) : nil
    outlets = []
    guard !fields[2].isEmpty else { return }
    let parts = fields[2].split(separator: "/")
    guard parts.count == 2, let role = Quotation.OutletRole(rawValue: String(parts[1])) else {
      throw UnreadableLabel(label: span.label)
    }
    outlets = [Quotation.Outlet(name: String(parts[0]), role: role)]
  }

  public struct UnreadableLabel: Error {
    public var label: String

    public init(label: String) {
      self.label = label
    }
  }
}
