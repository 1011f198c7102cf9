extension MemoryHeader {
  /// Attributes that hold for every unit that does not say otherwise.
  private static let inherited = ["srclang", "segtype", "datatype"]

  /// One header for the units of several memories: what the first says, with the notes, properties and
  /// encodings of all. Where their source languages differ it is "*all*".
  public init(merging headers: [MemoryHeader]) {
    self = headers.first ?? MemoryHeader()
    var (seenNotes, seenProperties) = (Set(notes), Set(properties))
    var seenEncodings = Set(encodings)
    for header in headers.dropFirst() {
      notes += header.notes.filter { seenNotes.insert($0).inserted }
      properties += header.properties.filter { seenProperties.insert($0).inserted }
      encodings += header.encodings.filter { seenEncodings.insert($0).inserted }
    }
    if Set(headers.map(\.sourceLanguage)).count > 1 { attributes["srclang"] = "*all*" }
  }

  /// The attributes that a unit of this memory needs under another header to mean what it meant.
  func attributes(under other: MemoryHeader) -> [XMLAttribute] {
    Self.inherited.compactMap { name in
      guard let value = attributes[name], !value.isEmpty else { return nil }
      let isSame =
        name == "srclang"
        ? sourceLanguage == other.sourceLanguage : other.attributes[name] == value
      return isSame ? nil : XMLAttribute(name, value)
    }
  }
}
