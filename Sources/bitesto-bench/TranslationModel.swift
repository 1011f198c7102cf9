/// IBM Model 1 (Brown, Della Pietra, Della Pietra and Mercer 1993): how likely a word is translated by
/// another, learned from pairs of sentences by expectation maximization.
struct TranslationModel {
  /// Two words, the given one in the upper half; 0 is the empty word.
  private(set) var probabilities: [UInt64: Float] = [:]

  static func key(_ given: Int32, _ other: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: given)) << 32 | UInt64(UInt32(bitPattern: other))
  }

  /// - Parameters:
  ///   - pairs: numbers of words from 1 on, the given language first.
  ///   - doubt: what is added to a word's count before its translations share it: rare words prove less.
  init(_ pairs: [(given: [Int32], other: [Int32])], iterations: Int = 6, doubt: Float = 0.5) {
    var places: [UInt64: Int32] = [:]
    var givenOf: [Int32] = []
    /// Sentence after sentence, word of the other language after word, the places of its pairs with the
    /// given ones and the empty word.
    var flat: [Int32] = []
    for pair in pairs {
      for other in pair.other {
        for given in [0] + pair.given {
          let place = places[Self.key(given, other)] ?? Int32(givenOf.count)
          if Int(place) == givenOf.count {
            places[Self.key(given, other)] = place
            givenOf.append(given)
          }
          flat.append(place)
        }
      }
    }
    let words = Int(givenOf.max() ?? 0) + 1
    var values = [Float](repeating: 1, count: givenOf.count)
    for iteration in 1...iterations {
      var counts = [Float](repeating: 0, count: values.count)
      var at = 0
      for pair in pairs {
        for _ in pair.other {
          let own = flat[at..<(at + pair.given.count + 1)]
          at = own.endIndex
          let all = own.reduce(Float(0)) { $0 + values[Int($1)] }
          for place in own { counts[Int(place)] += values[Int(place)] / all }
        }
      }
      var totals = [Float](repeating: iteration == iterations ? doubt : 0, count: words)
      for (place, given) in givenOf.enumerated() { totals[Int(given)] += counts[place] }
      for (place, given) in givenOf.enumerated() {
        values[place] = counts[place] / max(totals[Int(given)], .leastNormalMagnitude)
      }
    }
    for (key, place) in places { probabilities[key] = values[Int(place)] }
  }
}
