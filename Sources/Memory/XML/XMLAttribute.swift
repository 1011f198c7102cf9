/// An attribute of an element: its name as it stands in the file, and its value decoded.
public struct XMLAttribute: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [XMLAttribute] {
  /// The value of an attribute, or nil when there is none; setting nil removes it.
  public subscript(name: String) -> String? {
    get { first { $0.name == name }?.value }
    set {
      let index = firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): self[index].value = value
      case (let index?, nil): remove(at: index)
      case (nil, let value?): append(XMLAttribute(name, value))
      case (nil, nil): break
      }
    }
  }
}
