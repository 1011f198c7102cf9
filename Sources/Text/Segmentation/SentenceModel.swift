/// A linear model over hashed features, its weights rounded to 8 bits: it decides what the rules
/// leave open.
///
/// The file: "BSM1", the base-2 logarithm of the number of weights (a byte), three zero bytes, the
/// weight of the rules' verdict (a little-endian 32-bit integer), four zero bytes, then the weights.
/// A stop ends a sentence when the weights of its features and that of the verdict, counted
/// negative when the rules say that the sentence goes on, add up to more than zero.
package struct SentenceModel: Sendable {
  private let weights: [Int8]
  private let mask: UInt32
  private let prior: Int32

  /// - Parameter weights: a power of two of them.
  package init(weights: [Int8], prior: Int32) {
    let isPowerOfTwo = weights.count > 0 && weights.count & (weights.count - 1) == 0
    self.weights = isPowerOfTwo ? weights : [0]
    mask = UInt32(self.weights.count - 1)
    self.prior = prior
  }

  private static let header = 16

  /// Nil when the bytes are no model of this form.
  package init?(bytes: some RandomAccessCollection<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count > Self.header, bytes.starts(with: Array("BSM1".utf8)), bytes[4] <= 20,
      bytes.count == Self.header + 1 << Int(bytes[4])
    else { return nil }
    let prior = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[8 + $1]) << UInt32(8 * $1) }
    self.init(
      weights: bytes[Self.header...].map { Int8(bitPattern: $0) },
      prior: Int32(bitPattern: prior))
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    var bytes = Array("BSM1".utf8) + [UInt8(weights.count.trailingZeroBitCount), 0, 0, 0]
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: UInt32(bitPattern: prior) >> shift))
    }
    return bytes + [0, 0, 0, 0] + weights.map { UInt8(bitPattern: $0) }
  }

  package func endsSentence(_ features: [UInt32], rulesSay: Bool) -> Bool {
    features.reduce(rulesSay ? prior : -prior) { $0 &+ Int32(weights[Int($1 & mask)]) } > 0
  }

  @inline(__always)
  func endsSentence(_ stop: Stop, _ verdict: Verdict) -> Bool {
    weights.withUnsafeBufferPointer { weights in
      var sum = WeightSum(
        weights: weights, mask: mask, value: verdict.endsSentence ? prior : -prior)
      SentenceFeatures.collect(stop, verdict, into: &sum)
      return sum.value > 0
    }
  }

  private struct WeightSum: FeatureSink {
    let weights: UnsafeBufferPointer<Int8>
    let mask: UInt32
    var value: Int32

    @inline(__always)
    mutating func add(_ hash: UInt32) { value &+= Int32(weights[Int(hash & mask)]) }
  }

  /// The model that comes with the program; nil for languages that have none.
  package static func builtIn(_ language: Language) -> SentenceModel? {
    switch language {
    case .italian: italian
    case .english: english
    default: nil
    }
  }

  private static let italian = SentenceModel(bytes: TextData.bytes("sentence-model.it.bin"))
  private static let english = SentenceModel(bytes: TextData.bytes("sentence-model.en.bin"))
}
