/// Why bytes cannot be read as a text; its description says where, what, and what to do.
public enum DocumentError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The byte at `byteOffset` (in the file, from 0) on `line` (from 1) is not UTF-8.
  case notUTF8(path: String, byteOffset: Int, line: Int, guess: Encoding?)
  /// A zero byte, which no text holds.
  case zeroByte(path: String, byteOffset: Int)
  /// A file of another kind ("PDF document").
  case notText(path: String, format: BinaryFormat)
  /// Nothing but white space.
  case empty(path: String)
  /// An HTML page without text.
  case emptyPage(path: String)
  /// An HTML page of more bytes than `limit`.
  case tooLarge(path: String, limit: Int)
  /// A page says that it is in an encoding that is not known, and it is not UTF-8.
  case unknownEncoding(path: String, name: String)
  /// The byte at `byteOffset` (in the file, from 0) on `line` (from 1) has no meaning in the encoding that
  /// the page is in by its own account.
  case notAsDeclared(path: String, byteOffset: Int, line: Int, encoding: String)

  /// What bytes that are not UTF-8 look like; the raw value is the name iconv knows.
  public enum Encoding: String, Sendable {
    case western = "WINDOWS-1252"
    case cyrillic = "WINDOWS-1251"
    /// UTF-8 that stops in the middle of a character.
    case truncated = "UTF-8"
  }

  /// Kinds of file that people take for a text, known by their first bytes.
  public enum BinaryFormat: String, Sendable, CaseIterable {
    case pdf, zip, legacyOffice, richText, gzip, utf16LittleEndian, utf16BigEndian, utf32
  }

  public var description: String {
    switch self {
    case .notUTF8(let path, let byteOffset, let line, let guess):
      "\(path):\(line): byte \(byteOffset) is not UTF-8; \(Self.advice(guess, path: path))"
    case .zeroByte(let path, let byteOffset):
      "\(path): byte \(byteOffset) is zero, so this is not a text file; "
        + "save it as plain text in UTF-8"
    case .notText(let path, let format):
      "\(path): this is \(format.name), not a text; \(format.advice(path: path))"
    case .empty(let path):
      "\(path): there is no text in it; is this the right file?"
    case .emptyPage(let path):
      "\(path): there is no text in this HTML page; if a script brings it, save the page from the "
        + "browser when it is shown"
    case .tooLarge(let path, let limit):
      "\(path): this page is larger than \(limit >> 20) MiB; save it as text"
    case .unknownEncoding(let path, let name):
      "\(path): the page says it is in '\(name)', which is not known here; convert it with "
        + "iconv -f '\(name)' -t UTF-8 '\(path == "-" ? "FILE" : path)'"
    case .notAsDeclared(let path, let byteOffset, let line, let encoding):
      "\(path):\(line): byte \(byteOffset) is not \(encoding), which the page says it is in; "
        + "save it from the browser again"
    }
  }

  private static func advice(_ guess: Encoding?, path: String) -> String {
    let file = path == "-" ? "FILE" : path
    return switch guess {
    case .western:
      "it looks like Latin-1/Windows-1252; convert it with "
        + "iconv -f WINDOWS-1252 -t UTF-8 '\(file)'"
    case .cyrillic:
      "it looks like Windows-1251; convert it with iconv -f WINDOWS-1251 -t UTF-8 '\(file)'"
    case .truncated:
      "the text stops in the middle of a character; copy or download it again"
    case nil:
      "save it as plain text in UTF-8"
    }
  }
}

extension DocumentError.BinaryFormat {
  /// The bytes such a file begins with.
  var signature: [UInt8] {
    switch self {
    case .pdf: Array("%PDF-".utf8)
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .legacyOffice: [0xD0, 0xCF, 0x11, 0xE0]
    case .richText: Array("{\\rtf".utf8)
    case .gzip: [0x1F, 0x8B]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32: [0xFF, 0xFE, 0x00, 0x00]
    }
  }

  var name: String {
    switch self {
    case .pdf: "a PDF document"
    case .zip: "a ZIP archive (.docx, .odt and .epub files are such archives)"
    case .legacyOffice: "an old Word or Office document"
    case .richText: "an RTF document"
    case .gzip: "a gzip archive"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .utf32: "UTF-32"
    }
  }

  func advice(path: String) -> String {
    let file = path == "-" ? "FILE" : path
    return switch self {
    case .pdf: "take its text out with pdftotext '\(file)'"
    case .zip, .legacyOffice, .richText: "open it and save it as plain text in UTF-8"
    case .gzip: "unpack it with gunzip '\(file)'"
    case .utf16LittleEndian, .utf16BigEndian:
      "convert it with iconv -f UTF-16 -t UTF-8 '\(file)'"
    case .utf32: "convert it with iconv -f UTF-32 -t UTF-8 '\(file)'"
    }
  }
}
