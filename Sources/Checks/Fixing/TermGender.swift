import BitestoGlossary
import BitestoText

/// Whether one term can take another's place without the words that agree with it.
///
/// *Un terreno di sosta usato* can't become *un base di partenza usato*: such a change is for a
/// person.
enum TermGender {
  static func agree(_ old: String, _ new: String, in language: Language) -> Bool {
    guard language == .italian else { return true }
    let heads = [old, new].map {
      $0.split(separator: " ").first.map { String($0).lowercased() } ?? ""
    }
    // Two spellings of one word.
    if NameShape(heads[0]).isSpelledLike(NameShape(heads[1])), heads[0].last == heads[1].last {
      return true
    }
    let genders = heads.map(gender)
    return genders[0] != nil && genders[0] == genders[1]
  }

  /// nil where the ending does not tell.
  private static func gender(_ word: String) -> Entry.Gender? {
    endings.first { word.hasSuffix($0.ending) }?.gender
  }

  private static let endings: [(ending: String, gender: Entry.Gender)] = [
    ("zione", .feminine), ("zioni", .feminine), ("sione", .feminine), ("sioni", .feminine),
    ("tà", .feminine), ("tù", .feminine), ("o", .masculine), ("a", .feminine),
  ]
}
