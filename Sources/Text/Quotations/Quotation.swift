/// Words that a text gives as somebody's own, with who said them and who reported them.
public struct Quotation: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Whole clauses between quotation marks, attributed.
    case direct
    /// A fragment between quotation marks inside the host's own sentence.
    case mixed
    /// A reported clause without marks.
    case indirect
    /// Marked, but not said by anybody: irony, a term, a nickname.
    case scare
    /// The marked name of a book, a film, a song, a paper.
    case title
  }

  /// What an outlet did with the words.
  public enum OutletRole: String, Sendable {
    case reported
    case translated
    case published
    case analyzed
    /// The outlet itself is the speaker.
    case speaker
  }

  /// An outlet the text credits for a quotation.
  public struct Outlet: Hashable, Sendable {
    public var name: String
    public var role: OutletRole

    public init(name: String, role: OutletRole) {
      self.name = name
      self.role = role
    }
  }

  public var kind: Kind
  /// The words themselves: UTF-8 bytes in the document, quotation marks excluded.
  public var content: Range<Int>
  /// The content with its quotation marks; the same as `content` when there are none.
  public var marked: Range<Int>
  /// The words that announce it ("ha detto", "secondo").
  public var cue: Range<Int>?
  /// The speaker's full name where the document gives one, otherwise as the text names them.
  public var speaker: String?
  /// To whom, where the text says it plainly: "ha detto X a Y". Named like the speaker.
  public var addressee: String?
  /// The outlets the text credits, the one that answers for the words first.
  public var outlets: [Outlet]
  /// Brackets the reporter put into the words: "la [Bielorussia]", with the brackets.
  public var insertions: [Range<Int>]
  /// The index, in the same list, of the quotation that this one is a further piece of.
  public var continues: Int?

  public init(
    kind: Kind, content: Range<Int>, marked: Range<Int>, cue: Range<Int>? = nil,
    speaker: String? = nil, addressee: String? = nil, outlets: [Outlet] = [],
    insertions: [Range<Int>] = [], continues: Int? = nil
  ) {
    self.kind = kind
    self.content = content
    self.marked = marked
    self.cue = cue
    self.speaker = speaker
    self.addressee = addressee
    self.outlets = outlets
    self.insertions = insertions
    self.continues = continues
  }

  /// The first of ``outlets``.
  public var outlet: Outlet? { outlets.first }

  /// Whether somebody said the words: neither irony nor a title.
  public var isSpeech: Bool { kind != .scare && kind != .title }
}
