/// *a* and *an* before a name.
enum EnglishArticles {
  /// The article before the new word; nil when nothing changes.
  static func adapted(_ word: String, old: String, to new: String) -> String? {
    guard word == "a" || word == "an", beginsWithVowel(old) != beginsWithVowel(new) else {
      return nil
    }
    let article = beginsWithVowel(new) ? "an" : "a"
    return article == word ? nil : article
  }

  /// By sound: *a Ukrainian*, *a European*, *an hour*.
  private static func beginsWithVowel(_ word: String) -> Bool {
    let word = word.lowercased()
    guard let first = word.first else { return false }
    if glides.contains(where: word.hasPrefix) { return false }
    if silent.contains(where: word.hasPrefix) { return true }
    return "aeiouàáâäèéêëėìíîïòóôöùúûü".contains(first)
  }

  private static let glides = ["uk", "eu", "un", "us", "ut", "ur", "uz", "one"]
  private static let silent = ["hour", "honest", "honor", "honour", "heir"]
}
