extension Collection<UInt8> {
  /// Whether the bytes begin with U+FEFF in UTF-8, as some editors sign their files.
  package var beginsWithByteOrderMark: Bool { starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The bytes after a byte order mark, or all of them.
  package var withoutByteOrderMark: SubSequence {
    beginsWithByteOrderMark ? dropFirst(3) : self[...]
  }
}
