/// The start of a text for a message.
func excerpt(_ text: String, _ length: Int = 40) -> String {
  let start = text.unicodeScalars.prefix(length + 1)
  guard start.count > length else { return text }
  return String(String.UnicodeScalarView(start.dropLast())) + "…"
}
