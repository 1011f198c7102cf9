/// A word between quotation marks as messages show it, control characters escaped, so that a file
/// name cannot draw on the terminal.
public func quoted(_ word: String) -> String {
  var result = "'"
  for scalar in word.unicodeScalars {
    if scalar.properties.generalCategory == .control {
      result += scalar.escaped(asASCII: true)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}
