/// Something in a file that is not as XML has it.
package struct XMLFault: Equatable {
  package enum Effect {
    /// What was meant is plain, and is read so.
    case mended
    /// What is meant cannot be known.
    case unreadable
  }

  /// From 1.
  package var line: Int
  package var what: String
  package var effect: Effect
  /// Whether it is a tag without its partner, of which a reader may have told already.
  var isNesting = false
}
