/// The difference of two texts word by word.
public enum WordDiff {
  public enum Kind: Hashable, Sendable {
    case kept, removed, added
  }

  public struct Piece: Hashable, Sendable {
    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Of the table of the comparison; longer texts are compared at their ends only.
  private static let mostCells = 1 << 20

  /// The pieces in order, what is removed before what is added in its place.
  ///
  /// - Complexity: the product of the words that differ, and never more than a million steps beside the
  ///   length of the texts.
  public static func pieces(_ old: String, _ new: String) -> [Piece] {
    let (old, new) = (words(of: old), words(of: new))
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    var steps = old[..<start].map { ($0, Kind.kept) }
    steps += middle(old[start..<oldEnd], new[start..<newEnd])
    steps += old[oldEnd...].map { ($0, Kind.kept) }
    return joined(steps)
  }

  private typealias Step = (word: Substring, kind: Kind)

  /// A longest common subsequence, by the table.
  private static func middle(_ old: ArraySlice<Substring>, _ new: ArraySlice<Substring>) -> [Step] {
    let width = new.count + 1
    guard (old.count + 1) * width <= mostCells, !old.isEmpty, !new.isEmpty else {
      return old.map { ($0, .removed) } + new.map { ($0, .added) }
    }
    let (old, new) = (Array(old), Array(new))
    // The length of the longest common subsequence of what follows both places.
    var common = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        common[i * width + j] =
          old[i] == new[j]
          ? common[(i + 1) * width + j + 1] + 1
          : max(common[(i + 1) * width + j], common[i * width + j + 1])
      }
    }
    var steps: [Step] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if old[i] == new[j] {
        steps.append((old[i], .kept))
        i += 1
        j += 1
      } else if common[(i + 1) * width + j] >= common[i * width + j + 1] {
        steps.append((old[i], .removed))
        i += 1
      } else {
        steps.append((new[j], .added))
        j += 1
      }
    }
    return steps + old[i...].map { ($0, .removed) } + new[j...].map { ($0, .added) }
  }

  /// Joins steps to pieces. Spaces alone between two changes belong to them: "[-one two-]{+three four+}"
  /// reads better than a change for each word.
  private static func joined(_ steps: [Step]) -> [Piece] {
    var pieces: [Piece] = []
    var (removed, added) = ("", "")
    func flush() {
      if !removed.isEmpty { pieces.append(Piece(.removed, removed)) }
      if !added.isEmpty { pieces.append(Piece(.added, added)) }
      (removed, added) = ("", "")
    }
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .removed: removed += step.word
      case .added: added += step.word
      case .kept:
        let isBetweenChanges =
          step.word.allSatisfy(\.isWhitespace) && !(removed.isEmpty || added.isEmpty)
          && index + 1 < steps.count && steps[index + 1].kind != .kept
        if isBetweenChanges {
          removed += step.word
          added += step.word
          continue
        }
        flush()
        if pieces.last?.kind == .kept {
          pieces[pieces.count - 1].text += step.word
        } else {
          pieces.append(Piece(.kept, String(step.word)))
        }
      }
    }
    flush()
    return pieces
  }

  /// Runs of letters and figures, runs of spaces, and every other character by itself.
  private static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let word: Substring
      if first.isLetter || first.isNumber {
        word = rest.prefix { $0.isLetter || $0.isNumber }
      } else if first.isWhitespace {
        word = rest.prefix(while: \.isWhitespace)
      } else {
        word = rest.prefix(1)
      }
      words.append(word)
      rest = rest[word.endIndex...]
    }
    return words
  }
}
