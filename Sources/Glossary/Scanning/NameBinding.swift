/// Binds the names of a text that more than one may bear, once the whole text is known.
struct NameBinding {
  /// The mentions that the words at one place may be, the likeliest first.
  private struct Place {
    var first: NameIndex.Mention
    /// Of other entries; mostly none.
    var others: [NameIndex.Mention]
  }

  private var places: [Place] = []
  private var isAmbiguous = false
  /// Entries whose surname somebody else is named by in full, and where that is first.
  private var strangers: [Int: Int] = [:]

  mutating func add(_ first: NameIndex.Mention, others: [NameIndex.Mention]) {
    places.append(Place(first: first, others: others))
    if !others.isEmpty { isAmbiguous = true }
  }

  /// The surname of an entry stands beside another given name.
  mutating func addStranger(_ entry: Int, at offset: Int) {
    if strangers[entry] == nil { strangers[entry] = offset }
  }

  /// The mentions, each name with the one who is named in full elsewhere.
  func resolved() -> [NameIndex.Mention] {
    guard isAmbiguous || !strangers.isEmpty else { return places.map(\.first) }
    var named: Set<Int> = []
    for place in places where place.others.isEmpty && !place.first.traits.contains(.surname) {
      named.insert(place.first.entry)
    }
    let foreign = foreignSurnames(besides: named)
    return places.compactMap { place in
      var candidates = [place.first] + place.others
      if place.first.traits.contains(.surname) {
        candidates.removeAll { foreign.contains($0.entry) }
      }
      let certain = candidates.filter { named.contains($0.entry) }
      if certain.count == 1 { candidates = certain }
      guard var bound = candidates.first else { return nil }
      bound.others = candidates.dropFirst().map(\.entry)
      return bound
    }
  }

  /// Entries that are not named in full, and whose surname stands nowhere alone before a stranger is
  /// named by it: readers are not told who they are.
  private func foreignSurnames(besides named: Set<Int>) -> Set<Int> {
    var foreign = strangers.filter { !named.contains($0.key) }
    guard !foreign.isEmpty else { return [] }
    for place in places where place.first.traits.contains(.surname) {
      for mention in [place.first] + place.others {
        if let offset = foreign[mention.entry], mention.range.lowerBound < offset {
          foreign[mention.entry] = nil
        }
      }
    }
    return Set(foreign.keys)
  }
}
