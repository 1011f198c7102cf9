/// How far the translation of a unit has come: the properties ``property`` (with the values of XLIFF 2.1)
/// and ``detail``, and what XLIFF says for them.
enum XLIFFState {
  /// "initial", "translated", "reviewed" or "final".
  static let property = "x-state"
  /// `subState` of XLIFF 2, such as "tool:checked"; what XLIFF 1.2 says more finely has the prefix
  /// "xliff12:".
  static let detail = "x-substate"

  private static let prefix = "xliff12:"
  /// What the states of XLIFF 1.2 are in 2.1.
  private static let meanings: [String: String] = [
    "new": "initial", "needs-translation": "initial", "needs-adaptation": "initial",
    "needs-l10n": "initial", "translated": "translated",
    "needs-review-translation": "translated", "needs-review-adaptation": "translated",
    "needs-review-l10n": "translated", "signed-off": "reviewed", "final": "final",
  ]
  /// What the states of XLIFF 2.1 are in 1.2.
  private static let usual: [String: String] = [
    "initial": "needs-translation", "translated": "translated", "reviewed": "signed-off",
    "final": "final",
  ]

  // MARK: XLIFF 1.2

  /// The properties for the attributes `state` and `approved`.
  static func read(state: String?, isApproved: Bool) -> [MemoryProperty] {
    let isOpen = state.map { $0 == "new" || $0.hasPrefix("needs-") } ?? false
    if isApproved, !isOpen { return [MemoryProperty(property, "final")] }
    guard let state else { return [] }
    let meaning = meanings[state]
    var properties = meaning.map { [MemoryProperty(property, $0)] } ?? []
    if meaning.flatMap({ usual[$0] }) != state {
      properties.append(MemoryProperty(detail, prefix + state))
    }
    return properties
  }

  /// Takes what the attribute `state` can say out of the properties.
  static func takeOldState(from properties: inout [MemoryProperty]) -> String? {
    let meaning = properties.first { $0.type == property }?.text
    if let fine = properties.first(where: { $0.type == detail })?.text, fine.hasPrefix(prefix) {
      let state = String(fine.dropFirst(prefix.count))
      let isKnown = meanings[state].map { $0 == meaning } ?? (meaning == nil && isExtension(state))
      if isKnown {
        properties.remove(detail)
        properties.remove(property)
        return state
      }
    }
    guard let state = meaning.flatMap({ usual[$0] }) else { return nil }
    properties.remove(property)
    return state
  }

  private static func isExtension(_ state: String) -> Bool {
    state.hasPrefix("x-") && state.utf8.count > 2 && !state.utf8.contains { $0 <= 0x20 }
  }

  // MARK: Trados Studio

  /// What the confirmation levels of Trados Studio are in XLIFF 2.1.
  private static let levels: [String: String] = [
    "Unspecified": "initial", "Draft": "initial", "Translated": "translated",
    "RejectedTranslation": "initial", "ApprovedTranslation": "reviewed",
    "RejectedSignOff": "translated", "ApprovedSignOff": "final",
  ]

  /// The properties for the attribute `conf` of an SDLXLIFF file; what was rejected keeps that, too.
  static func read(confirmationLevel level: String) -> [MemoryProperty] {
    let state = levels[level].map { MemoryProperty(property, $0) }
    let isPlain = state != nil && !level.hasPrefix("Rejected")
    return [state, isPlain ? nil : MemoryProperty(detail, "sdl:" + level)].compactMap(\.self)
  }

  // MARK: XLIFF 2

  static func read(state: String?, substate: String?) -> [MemoryProperty] {
    [state.map { MemoryProperty(property, $0) }, substate.map { MemoryProperty(detail, $0) }]
      .compactMap(\.self)
  }

  /// Takes what the attributes `state` and `subState` can say out of the properties.
  static func takeState(
    from properties: inout [MemoryProperty], hasTarget: Bool
  ) -> (state: String?, substate: String?) {
    guard let state = properties.first(where: { $0.type == property })?.text,
      usual[state] != nil, hasTarget || state == "initial"
    else { return (nil, nil) }
    properties.remove(property)
    guard let substate = properties.first(where: { $0.type == detail })?.text,
      isUserDefined(substate)
    else { return (state, nil) }
    properties.remove(detail)
    return (state, substate)
  }

  /// Whether a value is a prefix and a name with a colon between them.
  private static func isUserDefined(_ value: String) -> Bool {
    let parts = value.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && !$0.contains { $0 <= 0x20 || $0 == 0xEF } }
  }
}

extension [MemoryProperty] {
  /// Takes the first property of a type out.
  fileprivate mutating func remove(_ type: String) {
    if let index = firstIndex(where: { $0.type == type }) { remove(at: index) }
  }
}
