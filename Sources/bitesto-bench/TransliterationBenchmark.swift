import BitestoGlossary
import BitestoText
import Foundation

/// Measures transliteration with public test vectors, and variants with names whose Latin forms
/// are known.
struct TransliterationBenchmark {
  let folder: String
  let isVerbose: Bool

  init(arguments: [String]) {
    isVerbose = arguments.contains("--verbose")
    folder = arguments.last { $0 != "--verbose" } ?? "."
  }

  func run() throws {
    try vectors()
    print("by rules alone:")
    try gold(NameVariants())
    try speed()
    print("with the built-in glossary:")
    try gold(NameVariants(glossary: .builtIn()))
  }

  // MARK: Vectors

  private func vectors() throws {
    var systems: [VectorSystem: (right: Int, all: Int)] = [:]
    var others: [String: Int] = [:]
    for row in try rows("romanization-tests.tsv").dropFirst() where row.count >= 4 {
      let name = "\(row[0]) \(row[1])"
      guard let system = VectorSystem(name), let transliterator = system.transliterator else {
        others[name, default: 0] += 1
        continue
      }
      let result = transliterator.transliterated(row[2])
      let isRight = Self.notation(result) == Self.notation(row[3])
      systems[system, default: (0, 0)].right += isRight ? 1 : 0
      systems[system, default: (0, 0)].all += 1
      if isVerbose, !isRight { print("missed\t\(name)\t\(row[2])\t\(row[3])\t\(result)") }
    }
    for (system, score) in systems.sorted(by: { $0.key.name < $1.key.name }) {
      print("\(system.name) (\(system.system.rawValue)): \(score.right)/\(score.all)")
    }
    let sum = systems.values.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.all) }
    print("vectors: \(share(sum.0, sum.1))")
    let rest = others.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("not applicable: \(others.values.reduce(0, +)) (\(rest.joined(separator: ", ")))")
  }

  /// Signs for ь and ъ are typed in many ways, ĭ is ǐ in one table, and a separating dot is · or ∙.
  private static func notation(_ text: String) -> String {
    var result = ""
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "'", "’", "´", "′": result += "ʹ"
      case "\"", "”", "″": result += "ʺ"
      case "∙": result += "·"
      case "\u{30C}" where result.lowercased().hasSuffix("i"): result += "\u{306}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.decomposedStringWithCanonicalMapping
  }

  // MARK: Gold names

  private func gold(_ finder: NameVariants) throws {
    let table = try rows("gold.tsv")
    guard let header = table.first else { return }
    func column(_ name: String) -> Int? { header.firstIndex(of: name) }
    let languages: [Language] = [.belarusian, .russian, .ukrainian]
    var counts: [Language: Score] = [:]
    var guesses = (right: 0, all: 0)
    var lengths = 0
    for row in table.dropFirst() {
      func forms(_ name: String) -> [String] {
        guard let column = column(name), column < row.count else { return [] }
        return row[column].split(separator: "|").map { form in
          let hasTag = form.dropFirst(2).first == ":"
          return String(hasTag ? form.dropFirst(3) : form).precomposedStringWithCanonicalMapping
        }
      }
      let printed = Set(["en", "it", "other_latin"].flatMap(forms))
      let listed = printed.union(forms("sci"))
      for language in languages {
        guard let column = column(language.rawValue), column < row.count, !row[column].isEmpty
        else { continue }
        let variants = finder.variants(of: row[column], language: language).map(\.text)
        lengths = max(lengths, variants.count)
        let score = Score(
          all: 1, listed: listed.isDisjoint(with: variants) ? 0 : 1,
          printed: printed.isDisjoint(with: variants) ? 0 : 1,
          first: variants.first.map(printed.contains) == true ? 1 : 0)
        counts[language, default: Score()].add(score)
        guesses.right += Language.ofCyrillicName(row[column]) == language ? 1 : 0
        guesses.all += 1
        if isVerbose, score.printed == 0 {
          print(
            "not printed\t\(language)\t\(row[column])\t\(printed.sorted().joined(separator: "|"))"
              + "\t\(variants.joined(separator: "|"))")
        }
      }
    }
    var sum = Score()
    for language in languages {
      let score = counts[language] ?? Score()
      sum.add(score)
      report("names in \(language)", score)
    }
    report("names", sum)
    print("most forms of a name: \(lengths)")
    print("language guessed: \(share(guesses.right, guesses.all))")
  }

  /// The best of five runs over all names.
  private func speed() throws {
    let table = try rows("gold.tsv")
    guard let column = table.first?.firstIndex(of: "ru") else { return }
    let names = table.dropFirst().filter { column < $0.count }.map { $0[column] }
    let finder = NameVariants()
    guard let transliterator = Transliterator(.scientificItalian, language: .russian) else {
      return
    }
    let text = names.joined(separator: "\n")
    let clock = ContinuousClock()
    var best = (variants: Duration.seconds(1_000), text: Duration.seconds(1_000))
    for _ in 0..<5 {
      best.variants = min(
        best.variants,
        clock.measure { for name in names { _ = finder.variants(of: name, language: .russian) } })
      best.text = min(best.text, clock.measure { _ = transliterator.transliterated(text) })
    }
    let megabytes = Double(text.utf8.count) / 1e6
    print(
      "speed: variants of \(Int(Double(names.count) / (best.variants / .seconds(1)))) names/s; "
        + String(format: "one system %.1f MB/s", megabytes / (best.text / .seconds(1))))
  }

  private struct Score {
    var all = 0
    var listed = 0
    var printed = 0
    var first = 0

    mutating func add(_ other: Score) {
      all += other.all
      listed += other.listed
      printed += other.printed
      first += other.first
    }
  }

  private func report(_ label: String, _ score: Score) {
    print(
      "\(label): a listed form \(share(score.listed, score.all)); one in print, scientific ones "
        + "not counted, \(share(score.printed, score.all)); the first \(share(score.first, score.all))"
    )
  }

  private func share(_ part: Int, _ all: Int) -> String {
    "\(part)/\(all) " + String(format: "%.3f", Double(part) / Double(max(all, 1)))
  }

  private func rows(_ name: String) throws -> [[String]] {
    let path = URL(fileURLWithPath: folder).appendingPathComponent("names/\(name)")
    return String(decoding: try Data(contentsOf: path), as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}

/// A system of the public vectors that is one of ours.
private struct VectorSystem: Hashable {
  let name: String
  let language: Language
  let system: RomanizationSystem

  /// Nil for a system that we do not have.
  init?(_ name: String) {
    guard let known = Self.known[name] else { return nil }
    self.name = name
    (language, system) = known
  }

  var transliterator: Transliterator? { Transliterator(system, language: language) }

  private static let known: [String: (Language, RomanizationSystem)] = [
    "bel alalc-1997": (.belarusian, .alaLC),
    "bel bgnpcgn-1979": (.belarusian, .bgnBelarusian),
    "bel by-1998": (.belarusian, .belarusNational2007),
    "bel by-2007": (.belarusian, .belarusNational2007),
    "bel un-2007": (.belarusian, .belarusNational2007),
    "bel icao-9303": (.belarusian, .icao),
    "bel mvd-2010": (.belarusian, .belarusPassport),
    "rus alalc-1997": (.russian, .alaLC),
    "rus alalc-2012": (.russian, .alaLC),
    "rus bgnpcgn-1947": (.russian, .bgnRussian),
    "rus gost-7.79-2000-2002": (.russian, .iso9),
    "rus un-1987": (.russian, .scientificH),
    "ukr alalc-1997": (.ukrainian, .alaLC),
    "ukr bgnpcgn-1965": (.ukrainian, .bgnUkrainian),
    "ukr bgnpcgn-2019": (.ukrainian, .ukraineNational2010),
    "ukr un-2012": (.ukrainian, .ukraineNational2010),
    "ukr ua-1996": (.ukrainian, .ukraineNational1996),
    "ukr ua-2007": (.ukrainian, .ukraineNational2010),
    "ukr ua-2010": (.ukrainian, .ukraineNational2010),
  ]
}
