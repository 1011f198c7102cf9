/// Whom a text has been talking of, so that pronouns and missing subjects can be resolved.
struct Discourse {
  /// Who said the last quotation.
  var speaker: String?
  /// To whom it was said.
  private(set) var addressee: String?
  /// Whom the sentence just before is about, when no quotation stands between.
  private(set) var subject: String?
  /// The body that sentence is about: "il ministero".
  private(set) var body: String?
  /// The person that a sentence without quotation named last.
  private(set) var mentioned: String?
  /// The outlet named last.
  var outlet: String?

  /// Takes note of a quotation.
  mutating func note(_ quotation: Quotation) {
    subject = nil
    body = nil
    if quotation.isSpeech {
      speaker = quotation.speaker ?? speaker
      addressee = quotation.addressee
    }
    outlet = quotation.outlet?.name ?? outlet
  }

  /// Takes note of a sentence without quotation.
  mutating func note(
    _ sentence: ArraySlice<HostWord>, subject: String?, in context: AttributionContext
  ) {
    let subjects = SubjectFinder(context: context)
    self.subject = subject ?? subjects.mentioned(in: sentence)
    body = self.subject == nil ? subjects.leadingBody(in: sentence) : nil
    mentioned = self.subject ?? mentioned
    for index in sentence.indices where sentence[index].classes.contains(.outletStart) {
      outlet = context.outlets.match(at: index, in: sentence)?.name ?? outlet
    }
  }

  /// Whom a pronoun of a gender, or a missing subject, stands for.
  ///
  /// - Parameter readsText: the cue is "si legge", which prefers bodies to people.
  func antecedent(_ gender: Person.Gender?, readsText: Bool, names: NameIndex, at offset: Int)
    -> String?
  {
    guard let gender else {
      let candidates = readsText ? [subject, body, speaker] : [subject, speaker, body]
      return candidates.lazy.compactMap(\.self).first
    }
    return [subject, speaker, addressee].lazy.compactMap(\.self)
      .first { names.mayBe($0, gender) }
      ?? names.last(gender, before: offset)
  }
}
