/// Stops of a text whose sentences are known, for training and checking a ``SentenceModel``.
package struct SentenceExamples {
  package struct Example {
    /// Where the sentence would end, in UTF-8 bytes.
    package var end: Int
    package var features: [UInt32]
    package var endsSentence: Bool
    /// What the rules say, and whether that is all there is to say.
    package var rulesSay: Bool
    package var isSure: Bool
  }

  /// The stops of a text in order.
  ///
  /// - Parameter ends: where sentences end, in UTF-8 bytes, white space after them excluded.
  package static func examples(in document: Document, ends: Set<Int>) -> [Example] {
    document.bytes.withView { text in
      var scanner = SentenceScanner(
        text: text, language: document.language, policies: SentencePolicies(),
        abbreviations: .builtIn(document.language), judge: Recorder(ends: ends))
      var found: [Int] = []
      for paragraph in document.paragraphs { scanner.appendEnds(in: paragraph, to: &found) }
      return scanner.judge.examples
    }
  }

  private struct Recorder: StopJudge {
    let ends: Set<Int>
    var examples: [Example] = []

    mutating func endsSentence(_ stop: Stop, _ verdict: Verdict) -> Bool {
      var list = FeatureList()
      SentenceFeatures.collect(stop, verdict, into: &list)
      let endsSentence = ends.contains(stop.end)
      examples.append(
        Example(
          end: stop.end, features: list.hashes, endsSentence: endsSentence,
          rulesSay: verdict.endsSentence, isSure: verdict.isSure))
      return endsSentence
    }
  }

  private struct FeatureList: FeatureSink {
    var hashes: [UInt32] = []
    mutating func add(_ hash: UInt32) { hashes.append(hash) }
  }
}
