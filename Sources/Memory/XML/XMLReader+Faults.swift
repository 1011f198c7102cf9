extension XMLReader {
  /// Keeps a fault; of very many in one place the first are enough, if they do not hide what matters.
  mutating func fault(_ what: String, at index: Int? = nil, _ effect: XMLFault.Effect) {
    let most = effect == .unreadable ? 2 * Self.mostFaults : Self.mostFaults
    guard faults.count < most else { return }
    let line = tokenLine()
    let before = buffer[tokenStart..<max(tokenStart, index ?? tokenStart)]
    let further = before.count { $0 == 0x0A }
    faults.append(XMLFault(line: line + further, what: what, effect: effect))
  }

  /// Reports the bytes without a meaning before an offset: all that have been read, if none is given.
  mutating func reportDamage(_ effect: XMLFault.Effect, upTo offset: Int? = nil) {
    let end = offset ?? endOffset
    while reported < damage.count, damage[reported] < end {
      fault(
        "bytes that are not \(encodingName); restore the text, or mend the declared encoding",
        at: damage[reported] - base, effect)
      reported += 1
    }
  }

  mutating func tooLong() -> MemoryError {
    MemoryError(line: tokenLine(), "a tag or a declaration is longer than 1 MB")
  }
}
