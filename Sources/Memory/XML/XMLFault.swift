/// Something in a file that is not as XML has it.
struct XMLFault: Equatable {
  enum Effect {
    /// What was meant is plain, and is read so.
    case mended
    /// What is meant cannot be known.
    case unreadable
  }

  /// From 1.
  var line: Int
  var what: String
  var effect: Effect
}
