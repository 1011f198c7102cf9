import Foundation

/// A text as the rules of a table look at it: its code points, and for each what stands around it
/// in its word.
///
/// Linear in the text. Combining marks are parts of a word but nobody's neighbors.
struct SpelledText {
  struct Place {
    /// Composed (NFC), otherwise as it was typed.
    let typed: Unicode.Scalar
    /// What is meant: apostrophes inside Cyrillic words are ’, and Latin letters typed for Cyrillic
    /// ones are these.
    var meant: Unicode.Scalar
    fileprivate var role = Role.outside
    /// In lower case; 0 outside words.
    var letter: UInt32 = 0
    /// The letter or apostrophe before and after in the word; 0 at its edges.
    var before: UInt32 = 0
    var after: UInt32 = 0
    var letterCase = Letter.Case.none
    /// The case of the nearest letter of the word that has one.
    var caseBefore = Letter.Case.none
    var caseAfter = Letter.Case.none

    fileprivate init(_ scalar: Unicode.Scalar) {
      typed = scalar
      meant = scalar
    }
  }

  fileprivate enum Role: UInt8 {
    case outside
    case letter
    case mark
    case apostrophe
  }

  private(set) var places: [Place]
  private(set) var hasMarks = false

  /// - Parameters:
  ///   - alphabet: the Cyrillic letters that Latin ones may stand for in a word that has both.
  ///   - signs: whether apostrophes and quotation marks after a letter stand for a soft or a hard
  ///     sign.
  init(_ text: String, alphabet: Set<UInt32>, signs: Bool = false) {
    let isComposed = text.unicodeScalars.allSatisfy {
      $0.value < 0x300 || (0x400...0x482).contains($0.value) || $0 == "’"
    }
    places = (isComposed ? text : text.precomposedStringWithCanonicalMapping).unicodeScalars
      .map(Place.init)
    findWords(signs: signs)
    if !alphabet.isEmpty { repair(alphabet) }
    for index in places.indices where places[index].role != .outside {
      (places[index].letter, places[index].letterCase) = Letter.lowered(places[index].meant)
    }
    lookAround()
  }

  private mutating func findWords(signs: Bool) {
    var follows = false
    for index in places.indices {
      let scalar = places[index].typed
      if Letter.isApostrophe(scalar) || signs && Letter.isDoubleQuote(scalar) {
        let next = index + 1
        let isFollowed = next < places.count && Letter.isLetter(places[next].typed)
        if follows && (signs || isFollowed) { places[index].role = .apostrophe }
      } else if Letter.isLetter(scalar) {
        places[index].role = .letter
      } else if Letter.isMark(scalar) {
        places[index].role = .mark
        hasMarks = true
      }
      follows = places[index].role == .letter || places[index].role == .mark
    }
  }

  /// Gives each word that has Cyrillic letters its own apostrophe and its own alphabet.
  private mutating func repair(_ alphabet: Set<UInt32>) {
    var start = 0
    while start < places.count {
      var end = start
      var hasCyrillic = false
      while end < places.count, places[end].role != .outside {
        if Letter.isCyrillic(places[end].typed) { hasCyrillic = true }
        end += 1
      }
      if hasCyrillic {
        for index in start..<end {
          if places[index].role == .apostrophe {
            places[index].meant = "’"
          } else if let meant = Letter.lookalike(of: places[index].typed),
            alphabet.contains(Letter.lowered(meant).letter)
          {
            places[index].meant = meant
          }
        }
      }
      start = end + 1
    }
  }

  private mutating func lookAround() {
    var neighbor: (letter: UInt32, case: Letter.Case) = (0, .none)
    func pass(_ place: Place) {
      switch place.role {
      case .outside: neighbor = (0, .none)
      case .mark: break
      case .letter, .apostrophe:
        neighbor.letter = place.letter
        if place.letterCase != .none { neighbor.case = place.letterCase }
      }
    }
    for index in places.indices {
      (places[index].before, places[index].caseBefore) = neighbor
      pass(places[index])
    }
    neighbor = (0, .none)
    for index in places.indices.reversed() {
      (places[index].after, places[index].caseAfter) = neighbor
      pass(places[index])
    }
  }
}
