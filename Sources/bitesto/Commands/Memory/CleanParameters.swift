import BitestoCommandLayer
import BitestoMemory

enum CleanParameters {
  static let dropped = OptionDescription.value(
    "dropped", "FILE", type: .path,
    help: "Write the units that are dropped to this file; without it -o with .dropped in its name")

  static let noDropped = OptionDescription.flag(
    "no-dropped", help: "Don't keep the units that are dropped")

  static let dryRun = OptionDescription.flag(
    "dry-run", help: "Only count what would be dropped, and write nothing")

  static let only = OptionDescription.value(
    "only", "RULE", type: .text, kind: .repeatedValue,
    help: "Use no rule but this one; several are separated by commas")

  static let with = OptionDescription.value(
    "with", "RULE", type: .text, kind: .repeatedValue,
    help: "Use this rule, too; several are separated by commas")

  static let disable = OptionDescription.value(
    "disable", "RULE", type: .text, kind: .repeatedValue,
    help: "Don't use this rule; several are separated by commas")

  static let keep = OptionDescription.value(
    "keep", "WHICH",
    type: .choice([
      ValueType.Choice("first", "The one that comes first"),
      ValueType.Choice("newest", "The one with the latest date; reads the memory twice"),
    ]), default: "first", help: "Which one of several units that are the same stays")

  static let minConfidence = OptionDescription.value(
    "min-confidence", "X", type: .number(0...1),
    help: "Drop units whose confidence (property x-confidence) is below X")

  static let lengthDeviation = OptionDescription.value(
    "length-deviation", "Z", type: .number(1...100), default: "4.5",
    help: """
      Drop units whose translation is more than Z standard deviations longer or shorter than one \
      expects; short segments spread more
      """)

  static let sameAny = OptionDescription.flag(
    "same-any",
    help: "Drop names, numbers and addresses that stay as they are in the translation, too")

  /// The rules as the help lists them.
  static let ruleList = CleaningRule.allCases.map { rule in
    let note = rule.isUsual ? "" : rule == .confidence ? " (--min-confidence)" : " (off)"
    return "\(rule.rawValue)\(note): \(rule.summary)."
  }.joined(separator: "\n\n")

  /// - Throws: ``CommandError`` for a rule that is not known.
  static func options(_ context: CommandContext) throws -> MemoryCleaner.Options {
    let arguments = context.arguments
    var options = MemoryCleaner.Options()
    let only = try rules(Self.only, context)
    if !only.isEmpty { options.rules = only }
    options.rules.formUnion(try rules(with, context))
    options.rules.subtract(try rules(disable, context))
    if let least = try arguments.number(minConfidence) {
      options.leastConfidence = least
      options.rules.insert(.confidence)
    } else if options.rules.contains(.confidence) {
      throw CommandError(
        "the rule low-confidence needs a least confidence", notes: ["give it with --min-confidence"]
      )
    }
    options.keeping = try arguments.choice(keep) ?? .first
    options.greatestLengthDeviation =
      try arguments.number(lengthDeviation) ?? options.greatestLengthDeviation
    options.dropsEverySameText = arguments.isGiven(sameAny)
    options.source = try context.memorySource()
    return options
  }

  private static func rules(
    _ option: OptionDescription, _ context: CommandContext
  ) throws -> Set<CleaningRule> {
    let known = CleaningRule.allCases.map(\.rawValue).joined(separator: ", ")
    return try context.arguments.rules(of: option, notes: ["rules: \(known)"])
  }
}
