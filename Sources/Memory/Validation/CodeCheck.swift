/// Looks at the codes inside segments.
enum CodeCheck {
  /// Segments of more codes are not compared: each of very many variants is, with the source.
  private static let mostCompared = 10_000

  /// Reports begins and ends without a partner, and numbers that stand twice. Linear in the codes.
  static func check(_ codes: [InlineCode], of variant: UnitVariant, _ report: inout UnitReport) {
    guard !codes.isEmpty else { return }
    var open: Set<String> = []
    var closed: Set<String> = []
    var unpaired: [String] = []
    var repeated: [String] = []
    for code in codes where code.kind == .begin || code.kind == .end {
      guard let number = code.attributes["i"] else { continue }
      if code.kind == .begin {
        let isNew = open.insert(number).inserted && !closed.contains(number)
        if !isNew { repeated.append(number) }
      } else if open.remove(number) != nil {
        closed.insert(number)
      } else if closed.contains(number) {
        repeated.append(number)
      } else {
        unpaired.append("<ept i=\"\(excerpt(number))\">")
      }
    }
    unpaired += open.sorted().map { "<bpt i=\"\(excerpt($0))\">" }
    let segment = "the “\(excerpt(variant.language.spelling))” segment"
    if let first = unpaired.first {
      report.add(
        .unpairedCode,
        "\(segment) has \(first)\(more(unpaired)) without its partner; add it, or write <it>")
    }
    if let first = repeated.first {
      report.add(
        .duplicateCodeNumber,
        "\(segment) has i=\"\(excerpt(first))\"\(more(repeated)) for two pairs; number them apart")
    }
  }

  private static func more(_ found: [String]) -> String {
    found.count == 1 ? "" : " and \(found.count - 1) more"
  }

  /// What codes of two languages have in common.
  private struct Key: Hashable {
    var kind: InlineCode.Kind
    var x: String?
    var type: String?

    var shown: String {
      let attributes = [("x", x), ("type", type)].compactMap { name, value in
        value.map { " \(name)=\"\(excerpt($0))\"" }
      }
      return "<\(kind.rawValue)\(attributes.joined())>"
    }
  }

  /// Reports codes that one of two segments lacks; their order may differ. Linear in the codes.
  ///
  /// Ends belong to their begins, words inside codes to these, and `i` pairs codes within a segment only.
  /// What not all codes tell (`x`, `type`) is not compared.
  static func compare(
    _ codes: [InlineCode], of source: UnitVariant, _ others: [InlineCode], of target: UnitVariant,
    _ report: inout UnitReport
  ) {
    guard codes.count + others.count <= mostCompared else { return }
    let (codes, others) = (codes.filter(isCompared), others.filter(isCompared))
    if codes.isEmpty, others.isEmpty { return }
    func isTold(_ name: String) -> Bool {
      (codes + others).allSatisfy { $0.attributes[name] != nil }
    }
    let (hasX, hasType) = (isTold("x"), isTold("type"))
    var balance: [Key: Int] = [:]
    for (list, step) in [(codes, 1), (others, -1)] {
      for code in list {
        let key = Key(
          kind: code.kind, x: hasX ? code.attributes["x"] : nil,
          type: hasType ? code.attributes["type"] : nil)
        balance[key, default: 0] += step
      }
    }
    let missing = shown(balance.filter { $0.value > 0 })
    let added = shown(balance.filter { $0.value < 0 })
    if missing.isEmpty, added.isEmpty { return }
    let (one, other) = (
      excerpt(source.language.spelling), excerpt(target.language.spelling)
    )
    let parts = [
      missing.isEmpty ? nil : "lacks \(missing)", added.isEmpty ? nil : "adds \(added)",
    ].compactMap { $0 }
    report.add(
      .codesDiffer,
      "the “\(other)” segment \(parts.joined(separator: " and ")), unlike “\(one)”; make them alike"
    )
  }

  private static func isCompared(_ code: InlineCode) -> Bool {
    code.kind != .end && code.kind != .subflow
  }

  private static func shown(_ counts: [Key: Int]) -> String {
    let names = counts.map { key, count in
      abs(count) == 1 ? key.shown : "\(key.shown) × \(abs(count))"
    }.sorted()
    return names.prefix(3).joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }
}

extension SegmentContent {
  /// All codes in the order of their starts, those inside others, too.
  var allCodes: [InlineCode] {
    var codes: [InlineCode] = []
    collect(into: &codes)
    return codes
  }

  private func collect(into codes: inout [InlineCode]) {
    for case .code(let code) in pieces {
      codes.append(code)
      code.content.collect(into: &codes)
    }
  }
}
