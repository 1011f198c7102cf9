import Testing

@testable import BitestoGlossary

/// A sign that a table misspells would be passed over in silence, and names be misread.
@Suite struct `The tables of comparison` {
  private let sounds = EmbeddedTable("sounds.tsv").rows
  private let readings = EmbeddedTable("letter-readings.tsv").rows

  @Test func `put every sound into a class`() {
    for row in sounds where ["drop", "means", "near", "after", "closed", "shown"].contains(row[0]) {
      #expect(isSound(row[1]), "\(row)")
      if ["means", "near", "closed"].contains(row[0]) { #expect(isSound(row[2]), "\(row)") }
      if row[0] == "after" {
        #expect(row[2].allSatisfy { isSound($0) }, "\(row)")
        #expect(isSound(row[3]), "\(row)")
      }
    }
  }

  @Test func `have only kinds of rows that are read`() {
    let kinds: Set<Substring> = [
      "class", "drop", "double", "means", "near", "after", "closed", "shown",
    ]
    #expect(Set(sounds.map { $0[0] }).subtracting(kinds).isEmpty)
  }

  @Test func `read letters as known sounds in known families`() {
    let families = Set(ReadingFamily.allCases.map(\.rawValue) + ["latin"])
    for row in readings {
      #expect(families.contains(String(row[0])), "\(row)")
      #expect(!row[1].isEmpty && !row[4].isEmpty, "\(row)")
      for sign in row[4] where !" +-!".contains(sign) { #expect(isSound(sign), "\(row)") }
    }
  }

  @Test func `number every letter`() {
    let alphabet = LetterTable.builtIn.alphabet
    for row in readings {
      for letter in row[1].unicodeScalars {
        #expect(alphabet.number(of: letter) != 0, "\(row)")
      }
    }
  }

  @Test func `cost the same both ways`() {
    let table = SoundTable.builtIn
    for first in 0..<table.count {
      for second in 0..<table.count {
        for costs in [table.costs, table.surnameCosts] {
          #expect(
            costs.pairs[first * table.count + second] == costs.pairs[second * table.count + first])
        }
      }
    }
  }

  private func isSound(_ sign: Character) -> Bool { SoundTable.builtIn.number(of: sign) != 0 }

  private func isSound(_ text: Substring) -> Bool { text.count == 1 && text.allSatisfy(isSound) }
}
