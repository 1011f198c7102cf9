import BitestoEmbedding
import BitestoText
import Foundation

/// How often a line's nearest neighbor in the other language is its translation, over two files of
/// parallel lines: for sums of word vectors and for sentence vectors, in both directions.
struct RetrievalBenchmark {
  var italian: String
  var english: String

  func run() throws {
    let texts = try [linesOfFile(italian), linesOfFile(english)]
    guard texts[0].count == texts[1].count else {
      print("the files have \(texts[0].count) and \(texts[1].count) lines")
      return
    }
    let encoder = try Encoder.builtIn()
    let words = WordVectors(encoder: encoder)
    var sums = zip(texts, [Language.italian, .english]).map { lines, language in
      words.sums(lines.map(Self.words), language: language)
    }
    for side in sums.indices { sums[side].normalize() }
    print("\(texts[0].count) pairs         it → en  en → it")
    report("sums of word vectors", sums[0].products(with: sums[1]), texts[0].count)
    let sentences = texts.map(encoder.encode)
    report("sentence vectors", sentences[0].products(with: sentences[1]), texts[0].count)
  }

  private func report(_ name: String, _ cosines: [Float], _ count: Int) {
    let rows = (0..<count).map { row in cosines[(row * count)..<((row + 1) * count)] }
    let forward = rows.enumerated().count { row, cosines in
      cosines.max() == cosines[cosines.startIndex + row]
    }
    let backward = (0..<count).count { column in
      (0..<count).map { cosines[$0 * count + column] }.max() == cosines[column * count + column]
    }
    let shares = [forward, backward].map { Double($0) / Double(count) }
    print(
      name.padding(toLength: 20, withPad: " ", startingAt: 0),
      String(format: "%9.3f%9.3f", shares[0], shares[1]))
  }

  /// Runs of letters and digits.
  private static func words(_ line: String) -> [String] {
    line.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
