import BitestoGlossary
import Foundation

/// Times the comparison of names, on one core.
struct NameComparisonBenchmark {
  let path: String

  /// Prints how long the tables take to be made, then how many names are made ready and how many
  /// pairs are compared in a second of processor time: with names kept from pair to pair, and with
  /// all names made ready before.
  func run() throws {
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    var pairs: [(String, String)] = []
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.count > 1 { pairs.append((String(cells[0]), String(cells[1]))) }
    }
    var comparer: NameComparer?
    let loading = processorTime { comparer = NameComparer() }
    guard let comparer, !pairs.isEmpty else { return }

    var keys: [String: NameKey] = [:]
    func key(of name: String) -> NameKey {
      if let key = keys[name] { return key }
      let key = comparer.key(of: name)
      keys[name] = key
      return key
    }
    var merged = 0
    let once = processorTime {
      for (first, second) in pairs
      where comparer.compare(key(of: first), key(of: second)).verdict == .same {
        merged += 1
      }
    }
    let names = Array(keys.keys)
    let making = processorTime {
      for name in names { keys[name] = comparer.key(of: name) }
    }
    let ready = pairs.map { (key(of: $0.0), key(of: $0.1)) }
    let repetitions = max(1, 200_000 / pairs.count)
    var again = 0
    let comparing = processorTime {
      for _ in 0..<repetitions {
        for (first, second) in ready where comparer.compare(first, second).verdict == .same {
          again += 1
        }
      }
    }
    func rate(_ count: Int, _ seconds: Double) -> String {
      "\(Int(Double(count) / max(seconds, 1e-9)))/s"
    }
    print(
      """
      tables              \(Int(loading * 1000)) ms
      names made ready    \(rate(names.count, making))
      pairs, names kept   \(rate(pairs.count, once))
      pairs, names ready  \(rate(pairs.count * repetitions, comparing))
      same                \(merged) of \(pairs.count) pairs (\(again) of all repetitions)
      """)
  }

  /// Seconds that the process worked, which other work on the machine does not lengthen.
  private func processorTime(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}
