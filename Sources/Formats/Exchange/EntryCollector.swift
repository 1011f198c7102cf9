import BitestoGlossary
import BitestoText
import Foundation

/// An entry as another program has it.
struct DraftEntry {
  var id = ""
  var kind: BitestoGlossary.Entry.Kind?
  var gender: BitestoGlossary.Entry.Gender?
  var surname: BitestoGlossary.Entry.Surname?
  /// Kinds, and ids as the file has them.
  var relations: [(kind: BitestoGlossary.Entry.Relation.Kind, target: String)] = []
  var comments: [String] = []
  var forms: [DraftForm] = []
  var line: Int
}

struct DraftForm {
  /// As the file has it: "en-US".
  var language: String
  var text: String
  var status: Form.Status?
  var style = ""
  var system = ""
  var source = ""
  var note = ""
  var comments: [String] = []
  var line: Int
}

/// Makes entries of drafts: ids that a glossary can have, one preferred form at most, no form twice.
struct EntryCollector {
  let path: String
  var format: String
  let kind: BitestoGlossary.Entry.Kind
  private(set) var issues: [GlossaryIssue] = []
  private(set) var lost = Tally()
  private var entries: [LocatedEntry] = []
  private var idOfOriginal: [String: String] = [:]
  /// The next number to tell entries of one id apart by.
  private var nextNumber: [String: Int] = [:]
  /// For each form of the entry being read, whether its status was not given.
  private var isGuessed: [Bool] = []

  init(path: String, format: String, kind: BitestoGlossary.Entry.Kind) {
    self.path = path
    self.format = format
    self.kind = kind
  }

  mutating func report(_ line: Int, _ message: String) {
    issues.append(GlossaryIssue(path: path, line: line, message: message))
  }

  mutating func lose(_ noun: Tally.Noun, _ count: Int = 1) {
    lost.count(noun, count)
  }

  mutating func add(_ draft: DraftEntry) {
    var forms: [Form] = []
    var lines: [Int] = []
    for form in draft.forms {
      guard let form = checked(form) else { continue }
      lines.append(form.line)
      forms.append(form.form)
    }
    keepOnce(&forms, &lines)
    guard !forms.isEmpty else {
      return report(draft.line, "an entry without terms; left out")
    }
    let id = identifier(draft, forms)
    var entry = BitestoGlossary.Entry(
      id: id, kind: draft.kind ?? kind, gender: draft.gender, forms: forms,
      relations: draft.relations.map { .init($0.kind, $0.target) }, comments: draft.comments)
    if let surname = draft.surname, entry.kind == .person { entry.surname = surname }
    entries.append(LocatedEntry(entry, line: draft.line, formLines: lines))
  }

  /// Everything that was read.
  func finished() -> ImportedGlossary {
    var entries = entries
    for index in entries.indices {
      for relation in entries[index].entry.relations.indices {
        let target = entries[index].entry.relations[relation].target
        entries[index].entry.relations[relation].target =
          idOfOriginal[target] ?? EntryIdentifier.slug(target)
      }
      entries[index].entry.relations.removeAll { $0.target.isEmpty }
    }
    return ImportedGlossary(format: format, entries: entries, issues: issues, lost: lost)
  }

  private mutating func checked(_ draft: DraftForm) -> (form: Form, line: Int)? {
    let text = Self.plain(draft.text)
    guard !text.isEmpty else {
      report(draft.line, "an empty term; left out")
      return nil
    }
    guard let language = Language(tag: draft.language) else {
      report(
        draft.line,
        draft.language.isEmpty
          ? "'\(text)' has no language; left out"
          : "'\(text)': '\(draft.language)' is no language code; left out")
      return nil
    }
    if draft.language.utf8.count != language.rawValue.utf8.count { lose(.region) }
    let system = RomanizationSystem(rawValue: draft.system)
    if system == nil, !draft.system.isEmpty { lose(.system) }
    let form = Form(
      language: language, text: text, style: Style(rawValue: EntryIdentifier.slug(draft.style)),
      status: draft.status ?? .preferred, system: system, source: draft.source, note: draft.note,
      comments: draft.comments)
    // Without a status the first form of a language is the one to write.
    isGuessed.append(draft.status == nil)
    return (form, draft.line)
  }

  private mutating func keepOnce(_ forms: inout [Form], _ lines: inout [Int]) {
    defer { isGuessed = [] }
    // A preferred form that the file names as such goes before one that is only the first.
    var preferred: Set<Slot> = []
    for (form, isGuessed) in zip(forms, isGuessed) where !isGuessed && form.status == .preferred {
      preferred.insert(Slot(form, text: nil))
    }
    var seen: Set<Slot> = []
    var given: Set<Slot> = []
    var kept: [Form] = []
    var keptLines: [Int] = []
    for (index, form) in forms.enumerated() {
      var form = form
      guard seen.insert(Slot(form, text: form.text)).inserted else {
        lose(.repeated)
        continue
      }
      if form.status == .preferred {
        let slot = Slot(form, text: nil)
        let isFree =
          isGuessed[index] ? preferred.insert(slot).inserted : given.insert(slot).inserted
        if !isFree {
          form.status = .accepted
          if !isGuessed[index] { lose(.preferred) }
        }
      }
      kept.append(form)
      keptLines.append(lines[index])
    }
    (forms, lines) = (kept, keptLines)
  }

  private struct Slot: Hashable {
    let language: String
    let style: String
    let text: String?

    init(_ form: Form, text: String?) {
      language = form.language.rawValue
      style = form.style.rawValue
      self.text = text
    }
  }

  /// The id of the file as far as a glossary can have it, or one made of a form; never one twice.
  private mutating func identifier(_ draft: DraftEntry, _ forms: [Form]) -> String {
    var id = EntryIdentifier.slug(draft.id)
    if id.isEmpty { id = EntryIdentifier.of(forms) }
    var unique = id
    while let number = nextNumber[unique] {
      nextNumber[unique] = number + 1
      unique = "\(unique)-\(number)"
    }
    nextNumber[unique] = 2
    if !draft.id.isEmpty, idOfOriginal[draft.id] == nil { idOfOriginal[draft.id] = unique }
    return unique
  }

  /// A name on one line: white space of any length is one space, control characters go.
  static func plain(_ text: String) -> String {
    if isPlain(text) { return text }
    var plain = ""
    var owesSpace = false
    for scalar in text.unicodeScalars {
      if scalar == " " || (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85
        || scalar.value == 0x2028 || scalar.value == 0x2029
      {
        owesSpace = !plain.isEmpty
      } else if scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) {
        if owesSpace { plain.unicodeScalars.append(" ") }
        owesSpace = false
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}

extension EntryCollector {
  /// Whether a glance at the bytes shows that a text has no white space but single spaces inside, and
  /// no control characters. U+0080 to U+00BF and U+2000 to U+2FFF are looked at more closely.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 { return false }
      if byte == 0x20, previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }
}

/// Ids for entries that come without one a glossary can have.
enum EntryIdentifier {
  /// Lower-case ASCII letters, digits and single hyphens; what is neither separates.
  static func slug(_ text: String) -> String {
    if GlossaryFile.isIdentifier(text) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      default:
        if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An id made of the English form, else of the Italian one, else of the first, in ASCII letters.
  static func of(_ forms: [Form]) -> String {
    let form =
      [Language.english, .italian].lazy.compactMap { language in
        forms.first { $0.language == language && $0.status == .preferred }
          ?? forms.first { $0.language == language }
      }.first ?? forms.first
    let text = form?.text ?? ""
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let latin =
      isASCII
      ? text
      : text.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? text
    let id = slug(latin.filter { $0 != "'" && $0 != "’" })
    return id.isEmpty ? "entry" : String(id.prefix(60))
  }
}
