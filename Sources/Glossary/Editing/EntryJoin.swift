/// One entry joined to another of the same id.
struct EntryJoin {
  struct Difference {
    var subject: String
    var ours: (line: Int, text: String)
    var theirs: (line: Int, text: String)
  }

  private(set) var result: Entry
  private(set) var differences: [Difference] = []
  private(set) var addedForms = 0
  private(set) var changes = 0
  private(set) var unchangedForms = 0

  private let ours: LocatedEntry
  private let theirs: LocatedEntry
  private let replaces: Bool
  /// The place in the result of every form, by its identity.
  private var place: [Form: Int] = [:]

  init(_ ours: LocatedEntry, _ theirs: LocatedEntry, replaces: Bool) {
    self.ours = ours
    self.theirs = theirs
    self.replaces = replaces
    result = ours.entry
    for (index, form) in result.forms.enumerated() { place[form.identity] = index }
  }

  /// Whether the two have a text in one language in common.
  var haveCommonForm: Bool {
    let texts = Set(ours.entry.forms.map { [$0.language.rawValue, $0.text] })
    return theirs.entry.forms.contains { texts.contains([$0.language.rawValue, $0.text]) }
  }

  mutating func run() {
    let (mine, other) = (ours.entry, theirs.entry)
    if take("the kind", mine.kind.rawValue, other.kind.rawValue) { result.kind = other.kind }
    if let gender = other.gender, take("the gender", mine.gender?.rawValue, gender.rawValue) {
      result.gender = gender
    }
    if other.surname != .never,
      take("the surname", mine.surname.rawValue, other.surname.rawValue)
    {
      result.surname = other.surname
    }
    if result.kind != .person { result.surname = .never }
    for relation in other.relations where !result.relations.contains(relation) {
      result.relations.append(relation)
      changes += 1
    }
    for (index, form) in other.forms.enumerated() { join(form, line: theirs.line(ofForm: index)) }
  }

  /// Whether a fact about the whole entry is to be taken.
  private mutating func take(_ subject: String, _ mine: String?, _ other: String) -> Bool {
    guard mine != other else { return false }
    guard let mine, !replaces else {
      changes += 1
      return true
    }
    differences.append(
      Difference(subject: subject, ours: (ours.line, mine), theirs: (theirs.line, other)))
    return false
  }

  private mutating func join(_ form: Form, line: Int) {
    if let index = place[form.identity] {
      update(index, with: form, line: line)
    } else if makeRoom(for: form, line: line) {
      place[form.identity] = result.forms.count
      result.forms.append(form)
      addedForms += 1
    }
  }

  /// Gives a form that is there what it lacks, and its status when that may be replaced.
  private mutating func update(_ index: Int, with form: Form, line: Int) {
    var mine = result.forms[index]
    let subject = "'\(form.text)' in \(Self.slot(form))"
    if mine.status != form.status {
      if !replaces {
        differ(subject, index, mine.status.rawValue, form.status.rawValue, line: line)
      } else if makeRoom(for: form, line: line) {
        mine.status = form.status
      }
    }
    if let system = form.system, mine.system != system {
      if let old = mine.system, !replaces {
        differ(subject, index, old.rawValue, system.rawValue, line: line)
      } else {
        mine.system = system
      }
    }
    if mine.source.isEmpty || replaces && !form.source.isEmpty { mine.source = form.source }
    if mine.note.isEmpty || replaces && !form.note.isEmpty { mine.note = form.note }
    if mine == result.forms[index] { unchangedForms += 1 } else { changes += 1 }
    result.forms[index] = mine
  }

  /// Whether a preferred form may stand beside those that are there; the one it replaces becomes an
  /// accepted one.
  private mutating func makeRoom(for form: Form, line: Int) -> Bool {
    guard form.status == .preferred,
      let index = result.forms.firstIndex(where: {
        $0.status == .preferred && $0.language == form.language && $0.style == form.style
          && $0.text != form.text
      })
    else { return true }
    guard replaces else {
      differ(
        "the preferred form in \(Self.slot(form))", index, result.forms[index].text, form.text,
        line: line)
      return false
    }
    result.forms[index].status = .accepted
    changes += 1
    return true
  }

  private mutating func differ(
    _ subject: String, _ index: Int, _ mine: String, _ other: String, line: Int
  ) {
    differences.append(
      Difference(
        subject: subject, ours: (ours.line(ofForm: index), mine), theirs: (line, other)))
  }

  /// "it (press)".
  private static func slot(_ form: Form) -> String {
    "\(form.language)" + (form.style == .any ? "" : " (\(form.style.rawValue))")
  }
}
