import BitestoText

/// What the linguistic half hands to the format half: texts, and which passages stand for each other.
///
/// An alignment has one target document and its units cover every segment of both sides once; a trace
/// has any number of target documents (the reports) and one unit for every quotation of the source.
public struct Bitext: Sendable {
  public enum Kind: String, Sendable {
    case alignment
    case trace
  }

  /// One text of the bitext with its segments and what is known about it.
  public struct Side: Sendable {
    public var document: Document
    public var segments: [Segment]
    /// Who published it, when known ("Reuters").
    public var outlet: String?
    /// The day of publication as given (ISO 8601), when known.
    public var date: String?
    /// Of a report that repeats another nearly word for word (agency copy): the index of that other
    /// one in ``Bitext/targets``.
    public var copyOf: Int?
    /// Of a report: what is quoted in it, in order.
    public var quotations: [Quotation] = []

    public init(
      document: Document, segments: [Segment], outlet: String? = nil, date: String? = nil
    ) {
      self.document = document
      self.segments = segments
      self.outlet = outlet
      self.date = date
    }
  }

  /// A stretch of one of the target documents.
  public struct Passage: Hashable, Sendable {
    /// An index into ``Bitext/targets``.
    public var side: Int
    /// UTF-8 bytes in that document.
    public var range: Range<Int>
    /// From 0 to 1; how sure the link to this passage is.
    public var confidence: Double

    public init(side: Int, range: Range<Int>, confidence: Double) {
      self.side = side
      self.range = range
      self.confidence = confidence
    }
  }

  /// Source words and the target words that stand for them; either may be missing, not both.
  public struct Unit: Sendable {
    /// UTF-8 bytes in the source document; nil for an insertion (target words without a source).
    public var source: Range<Int>?
    public var target: Passage?
    /// From 0 to 1: how sure this unit is, a unit without a target included.
    public var confidence: Double
    /// Further passages that the source joins to the target: a quotation built from two.
    public var joined: [Passage] = []
    /// Further passages with the same words, best first (other reports of the same quotation).
    public var alternatives: [Passage]
    /// In a trace, the quotation behind this unit; nil for an ordinary sentence.
    public var quotation: Quotation?
    /// What the source says otherwise than the target.
    public var notes: [FidelityNote] = []
    /// In an alignment, the indices into the segments of the source and of the target.
    public var sourceSegments: Range<Int>
    public var targetSegments: Range<Int>

    public init(
      source: Range<Int>?, target: Passage?, confidence: Double, alternatives: [Passage] = [],
      quotation: Quotation? = nil, sourceSegments: Range<Int> = 0..<0,
      targetSegments: Range<Int> = 0..<0
    ) {
      self.source = source
      self.target = target
      self.confidence = confidence
      self.alternatives = alternatives
      self.quotation = quotation
      self.sourceSegments = sourceSegments
      self.targetSegments = targetSegments
    }
  }

  public var kind: Kind
  public var source: Side
  public var targets: [Side]
  public var units: [Unit]
  /// How many reports the article was compared with, when ``targets`` has only those that are used.
  public var reportCount: Int?
  /// How many reports the article was compared with.
  public var comparedReports: Int { max(targets.count, reportCount ?? 0) }

  public init(kind: Kind, source: Side, targets: [Side], units: [Unit]) {
    self.kind = kind
    self.source = source
    self.targets = targets
    self.units = units
  }
}
