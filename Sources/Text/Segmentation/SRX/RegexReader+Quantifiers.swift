extension RegexReader {
  /// The atom with the quantifiers that follow it; greed does not matter here, possession does.
  mutating func quantified(_ atom: RegexNode) throws(RegexFault) -> RegexNode {
    var node = atom
    while let count = quantifier() {
      node = .repeated(node, least: count.least, most: count.most)
      if next == "?" {
        copy()
      } else if next == "+" {
        copy()
        node = .sequence([node, .assertion])
      } else if next == "*" {
        throw RegexFault(.danglingQuantifier)
      }
    }
    return node
  }

  private mutating func quantifier() -> (least: Int, most: Int?)? {
    let limit = lookbehinds > 0 ? Self.longestLookbehind : nil
    switch next {
    case "*", "+":
      let least = next == "+" ? 1 : 0
      if let limit {
        index += 1
        text += "{\(least),\(limit)}"
      } else {
        copy()
      }
      return (least, limit)
    case "?":
      copy()
      return (0, 1)
    case "{":
      guard let close = scalars[index...].firstIndex(of: "}") else { return nil }
      var body = String.UnicodeScalarView()
      body.append(contentsOf: scalars[(index + 1)..<close])
      let bounds = String(body).split(separator: ",", omittingEmptySubsequences: false)
      guard let least = Int(bounds[0]), bounds.count <= 2 else { return nil }
      var most: Int? = least
      if bounds.count == 2 {
        most = Int(bounds[1])
        guard bounds[1].isEmpty || most != nil else { return nil }
        if most == nil, let limit {
          index = close + 1
          text += "{\(least),\(max(least, limit))}"
          return (least, max(least, limit))
        }
      }
      copy(close + 1 - index)
      return (least, most)
    default: return nil
    }
  }
}
