import Foundation

/// Keys under which two spellings of a name are the same.
package enum SpellingKey {
  /// The same but for capitals, apostrophes, hyphens and normalization.
  package static func exact(_ name: String) -> String {
    var key = ""
    var owesSpace = false
    for scalar in name.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch FoldedCharacter.of(scalar.value).role {
      case .apostrophe, .softSign, .ignored: continue
      case .space, .newline, .hyphen: owesSpace = !key.isEmpty
      default:
        if owesSpace { key += " " }
        owesSpace = false
        key.unicodeScalars.append(scalar)
      }
    }
    return key
  }

  /// The same but for diacritics, too: what a name index goes by.
  package static func bare(_ name: String) -> String {
    var key: [UInt8] = []
    for scalar in exact(name).unicodeScalars {
      let character = FoldedCharacter.of(scalar.value)
      if character.role == .ignored { continue }
      if character.first == 0 {
        key += Array(String(Character(scalar)).utf8)
      } else {
        key.append(character.first)
        if character.second != 0 { key.append(character.second) }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
