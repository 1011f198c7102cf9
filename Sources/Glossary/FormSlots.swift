import BitestoText

/// What may stand once in an entry: a form, and the preferred form of each language and style.
///
/// A few forms are looked through, more are looked up, so that no entry takes time beyond the number
/// of its forms.
struct FormSlots {
  private static let few = 16

  private struct Slot: Hashable {
    let language: Language
    let style: Style
    /// Nil for the preferred form.
    let text: String?
  }

  /// The index of the form in each slot, once there are more than a few.
  private var indices: [Slot: Int] = [:]

  /// Forgets the forms of the entry before.
  mutating func removeAll() {
    if !indices.isEmpty { indices = [:] }
  }

  /// The last of the entry's forms that is the same as a new one, and the one that is preferred as
  /// the new one is. The new form is taken to be added behind them.
  mutating func conflicts(
    of form: Form, with forms: [Form]
  ) -> (same: Int?, preferred: Int?) {
    guard forms.count >= Self.few else {
      var found: (same: Int?, preferred: Int?) = (nil, nil)
      // Member by member: an element as a whole would be copied.
      for index in forms.indices
      where forms[index].language == form.language && forms[index].style == form.style {
        if forms[index].text == form.text { found.same = index }
        if forms[index].status == .preferred, form.status == .preferred { found.preferred = index }
      }
      return found
    }
    if indices.isEmpty {
      for (index, form) in forms.enumerated() { _ = insert(form, at: index) }
    }
    return insert(form, at: forms.count)
  }

  private mutating func insert(_ form: Form, at index: Int) -> (same: Int?, preferred: Int?) {
    let slot = Slot(language: form.language, style: form.style, text: form.text)
    let same = indices.updateValue(index, forKey: slot)
    guard form.status == .preferred else { return (same, nil) }
    let preferred = Slot(language: form.language, style: form.style, text: nil)
    return (same, indices.updateValue(index, forKey: preferred))
  }
}
