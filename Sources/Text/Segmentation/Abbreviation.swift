/// A shortened word that ends in a stop, and what may follow that stop.
public struct Abbreviation: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Stands before a name or a further word (sig., cfr., Mr.): its stop ends no sentence.
    case leading
    /// Leading only before a number (art. 5, No. 5); otherwise an ordinary word.
    case beforeNumber
    /// May stand last: its stop ends a sentence when the next word can only begin one (U.S., a.C.).
    case either
    /// Stands last, as a rule: a capital letter after it begins a sentence (ecc.).
    case trailing
  }

  /// Without the final stop, inner ones kept: "p.es", "U.S". In lower case it stands for every
  /// spelling; with a capital letter for itself and for the same word in capitals.
  public var text: String
  public var kind: Kind

  public init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }
}
