import CTextData

/// The files of Sources/TextData, which are part of the program.
enum TextData {
  /// The bytes of a file; empty when there is none of that name.
  static func bytes(_ name: String) -> UnsafeBufferPointer<UInt8> {
    for number in 0..<bitesto_text_file_count() {
      let file = bitesto_text_file_at(number)
      if String(cString: file.name) == name {
        return UnsafeBufferPointer(start: file.bytes, count: file.size)
      }
    }
    return UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The lines of a table, comments and empty lines left out.
  static func lines(_ name: String) -> [String] {
    String(decoding: bytes(name), as: UTF8.self).split(separator: "\n")
      .filter { $0.utf8.first != 0x23 }.map(String.init)
  }

  /// The part of a file's name that says which language it is for.
  static func tag(_ language: Language) -> String {
    switch language {
    case .russian, .ukrainian, .belarusian: "east-slavic"
    default: language.rawValue
    }
  }
}
