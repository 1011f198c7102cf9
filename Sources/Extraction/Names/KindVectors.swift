import BitestoEmbedding
import BitestoGlossary
import BitestoText

/// How like a single word is to the glossary's single names of each kind, by the vectors of frequent words.
struct KindVectors {
  /// What a difference of one in cosine is worth.
  private static let weight = 8.0
  private static let kinds: [Entry.Kind] = [.person, .place, .organization]

  private let table: WordTable
  private var means: [Entry.Kind: [Double]] = [:]

  init(_ glossary: Glossary, table: WordTable) {
    self.table = table
    for kind in Self.kinds {
      var sum = [Double](repeating: 0, count: WordTable.width)
      for entry in glossary.entries where entry.kind == kind {
        for form in entry.forms {
          let name = kind == .person ? entry.surname(of: form) ?? "" : form.text
          guard let vector = vector(of: name, form.language) else { continue }
          for index in sum.indices { sum[index] += vector[index] }
        }
      }
      means[kind] = Self.normalized(sum)
    }
  }

  /// Empty for names of several words and for words that are not frequent.
  func likeness(of name: Candidate) -> [Entry.Kind: Double] {
    guard name.evidence.words == 1, let spelling = name.spellings.first,
      let vector = vector(of: spelling.text, spelling.language)
    else { return [:] }
    let cosines = means.mapValues { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    let least = cosines.values.min() ?? 0
    return cosines.mapValues { ($0 - least) * Self.weight }
  }

  private func vector(of name: String, _ language: Language) -> [Double]? {
    let hash = WordFrequencies.hash(WordFolding.key(name.utf8).utf8)
    guard let row = table.row(hash, language: language) else { return nil }
    var steps: [Int16] = []
    table.append(row: row, language: language, to: &steps)
    return steps.count == WordTable.width ? Self.normalized(steps.map(Double.init)) : nil
  }

  private static func normalized(_ vector: [Double]) -> [Double] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length == 0 ? vector : vector.map { $0 / length }
  }
}
