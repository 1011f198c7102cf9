/// A command line as a shell would split it: quotation marks, backslashes, leading assignments and a
/// redirection at the end, which is left out.
struct ShellWords: Equatable {
  private(set) var variables: [String: String] = [:]
  private(set) var words: [String] = []

  init(_ line: String) {
    var word: String?
    var quote: Character?
    var characters = line[...]
    var isRedirected = false
    while let character = characters.popFirst(), !isRedirected {
      switch character {
      case quote: quote = nil
      case "'" where quote == nil, "\"" where quote == nil:
        quote = character
        word = word ?? ""
      case "\\" where quote != "'":
        if let next = characters.popFirst() { word = (word ?? "") + String(next) }
      case " " where quote == nil:
        add(word)
        word = nil
      case "<" where quote == nil, ">" where quote == nil:
        isRedirected = true
      default: word = (word ?? "") + String(character)
      }
    }
    add(word)
  }

  private mutating func add(_ word: String?) {
    guard let word else { return }
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    let isName = parts.first?.allSatisfy { $0.isUppercase || $0 == "_" } ?? false
    if words.isEmpty, isName, word.contains("=") {
      variables[parts[0]] = parts.count > 1 ? parts[1] : ""
    } else {
      words.append(word)
    }
  }
}
