import BitestoAlignment
import BitestoText

/// A bilingual file: two columns of one file are the two texts of a pair, a row is a unit.
///
/// The header names the columns `source` and `target`, as `align -o x.tsv` writes them, or `it` and
/// `en`. A reader of another format gives the same value: the texts keep their places in the file.
public struct BilingualTable: Sendable {
  public let pair: PairChecker.Pair

  /// Reads a table. Linear.
  ///
  /// - Throws: ``SettingsError`` that says what is wrong in which line.
  public init(path: String, contents: [UInt8]) throws(SettingsError) {
    func error(_ line: Int, _ message: String) -> SettingsError {
      SettingsError(path: path, line: line, message: message)
    }
    let document: Document
    do throws(DocumentError) {
      document = try Document(path: path, contents: contents, language: .italian)
    } catch {
      throw SettingsError(path: path, line: 1, message: error.description)
    }
    let bytes = document.bytes
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let header = Self.cells(lines[0]).map { cell in
      let name = String(decoding: bytes[cell], as: UTF8.self).lowercased()
      // "en-US" is as good as "en".
      return ["it-", "en-"].contains(String(name.prefix(3))) ? String(name.prefix(2)) : name
    }
    let names = [["it", "en"], ["source", "target"]]
    guard let used = names.first(where: { $0.allSatisfy(header.contains) }),
      let first = header.firstIndex(of: used[0]), let second = header.firstIndex(of: used[1])
    else { throw error(1, "expected columns named 'source' and 'target', or 'it' and 'en'") }

    var rows: [(Range<Int>, Range<Int>)] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.allSatisfy({ $0 <= 0x20 }) {
      let cells = Self.cells(line)
      guard cells.count > max(first, second) else {
        throw error(number + 1, "expected \(header.count) columns, found \(cells.count)")
      }
      rows.append((bytes.trimmingSpace(cells[first]), bytes.trimmingSpace(cells[second])))
    }
    let masked = [rows.map(\.0), rows.map(\.1)].map { Self.masked(bytes, $0) }
    var languages: [Language] = [.italian, .english]
    if used == names[1], Language.detect(in: masked[0]).language == .english { languages.reverse() }
    let texts = CheckedText.columns(of: bytes, path: path, Array(zip(languages, masked)))
    guard texts.count == 2 else { throw error(1, "both columns must have texts") }
    let isSwapped = languages[0] == .english
    let units = rows.compactMap { row -> Bitext.Unit? in
      let (italian, english) = isSwapped ? (row.1, row.0) : (row.0, row.1)
      guard !italian.isEmpty, !english.isEmpty else { return nil }
      return Bitext.Unit(
        source: italian, target: Bitext.Passage(side: 0, range: english, confidence: 1),
        confidence: 1)
    }
    pair = PairChecker.Pair(
      italian: texts[isSwapped ? 1 : 0], english: texts[isSwapped ? 0 : 1], units: units)
  }

  /// The cells of a line, its end excluded.
  private static func cells(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
    let line = line.last == 0x0D ? line.dropLast() : line
    return line.split(separator: 0x09, omittingEmptySubsequences: false).map {
      $0.startIndex..<$0.endIndex
    }
  }

  /// The bytes with everything but some cells made line ends.
  private static func masked(_ bytes: [UInt8], _ cells: [Range<Int>]) -> [UInt8] {
    var masked = [UInt8](repeating: 0x0A, count: bytes.count)
    for cell in cells {
      var index = cell.lowerBound
      while index < cell.upperBound {
        // "\n" in a cell is a line end.
        if bytes[index] == 0x5C, index + 1 < cell.upperBound, bytes[index + 1] < 0x80 {
          masked[index] = 0x20
          masked[index + 1] = bytes[index + 1] == 0x5C ? 0x5C : 0x20
          index += 2
        } else {
          masked[index] = bytes[index]
          index += 1
        }
      }
    }
    return masked
  }
}
