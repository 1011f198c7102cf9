import BitestoText

extension UnitFormat {
  /// JSON Lines: everything that a memory holds, an object a line. See ``JSONUnitWriter``.
  public static let jsonLines = UnitFormat(
    name: "jsonl", summary: "JSON Lines, which keep everything", extensions: ["jsonl", "ndjson"],
    reader: { try JSONUnitReader($0, options: $1) },
    writer: { try JSONUnitWriter($0, options: $1, sink: $2) })
}

/// Writes JSON Lines that keep all a memory holds, a unit a line. The first line is the header:
///
/// ```json
/// {"header": {"version": "1.4", "attributes": {"srclang": "it", "segtype": "sentence"}}}
/// ```
///
/// A unit (here in several lines):
///
/// ```json
/// {"attributes": {"tuid": "7", "creationdate": "20240101T120000Z"},
///  "notes": [{"text": "From the minutes."}],
///  "properties": [{"type": "x-project", "text": "minutes", "attributes": {"xml:lang": "en"}}],
///  "variants": [
///   {"language": "it", "text": "Il primo punto",
///    "segment": ["Il ", {"code": "bpt", "attributes": {"i": "1"}, "content": ["<b>"]}, "primo",
///     {"code": "ept", "attributes": {"i": "1"}, "content": ["</b>"]}, " punto"]},
///   {"language": "en", "text": "The first item"}]}
/// ```
///
/// What is empty is left out. `text` holds the words alone; a variant with inline codes has a `segment`,
/// too, which alone counts when the file is read: an array of texts and codes. A variant has
/// `attributes`, `notes` and `properties` as a unit has. Linear; memory does not grow with the file.
public struct JSONUnitWriter: UnitWriter {
  private let options: UnitWritingOptions
  private var output: JSONOutput

  /// Writes the header.
  ///
  /// - Throws: what the sink throws.
  public init(
    _ header: MemoryHeader, options: UnitWritingOptions = UnitWritingOptions(),
    sink: @escaping UnitFormat.Sink
  ) throws {
    self.options = options
    output = JSONOutput(ByteOutput(sink: sink))
    output.object { json in
      json.key("header")
      json.object { json in
        if let version = header.version { json.member("version", version) }
        json.attributes(options.retagged(header.attributes))
        json.notes(header.notes)
        json.properties(header.properties)
        json.encodings(header.encodings)
      }
    }
    output.endLine()
  }

  public mutating func write(_ unit: TranslationUnit) throws -> Bool {
    let options = options
    output.object { json in
      json.attributes(options.retagged(unit.attributes))
      json.notes(unit.notes)
      json.properties(unit.properties)
      json.key("variants")
      json.array { json in
        for variant in unit.variants {
          json.object { json in
            json.member("language", options.tag(variant.language))
            json.attributes(variant.attributes)
            json.notes(variant.notes)
            json.properties(variant.properties)
            json.member("text", variant.segment.plainText)
            if options.keepsCodes, variant.segment.hasCodes {
              json.key("segment")
              json.pieces(variant.segment)
            }
          }
        }
      }
    }
    output.endLine()
    try output.flushIfLarge()
    return true
  }

  public mutating func finish() throws {
    try output.finish()
  }
}

extension UnitWritingOptions {
  /// The tag asked for, else as the memory spells it, so that nothing is lost.
  fileprivate func tag(_ language: LanguageTag) -> String {
    tags[language] ?? language.spelling
  }
}

extension JSONOutput {
  fileprivate mutating func attributes(_ attributes: [XMLAttribute]) {
    guard !attributes.isEmpty else { return }
    key("attributes")
    object { json in
      for attribute in attributes { json.member(attribute.name, attribute.value) }
    }
  }

  fileprivate mutating func notes(_ notes: [MemoryNote]) {
    guard !notes.isEmpty else { return }
    key("notes")
    array { json in
      for note in notes {
        json.object { json in
          json.member("text", note.text)
          json.attributes(note.attributes)
        }
      }
    }
  }

  fileprivate mutating func properties(_ properties: [MemoryProperty]) {
    guard !properties.isEmpty else { return }
    key("properties")
    array { json in
      for property in properties {
        json.object { json in
          json.member("type", property.type)
          json.member("text", property.text)
          json.attributes(property.attributes)
        }
      }
    }
  }

  fileprivate mutating func encodings(_ encodings: [UserDefinedEncoding]) {
    guard !encodings.isEmpty else { return }
    key("encodings")
    array { json in
      for encoding in encodings {
        json.object { json in
          json.attributes(encoding.attributes)
          json.key("maps")
          json.array { json in
            for map in encoding.maps { json.object { $0.attributes(map) } }
          }
        }
      }
    }
  }

  fileprivate mutating func pieces(_ content: SegmentContent) {
    array { json in
      for piece in content.pieces {
        switch piece {
        case .text(let text): json.text(text)
        case .code(let code):
          json.object { json in
            json.member("code", code.kind.rawValue)
            json.attributes(code.attributes)
            if !code.content.pieces.isEmpty {
              json.key("content")
              json.pieces(code.content)
            }
          }
        }
      }
    }
  }
}
