/// Numbers in a row: an array of its own, or a part of a file in memory, which it keeps alive.
package struct MappedArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private enum Storage {
    case owned([Element])
    /// The owner never lets go of the memory, and nobody writes to it.
    case mapped(UnsafeBufferPointer<Element>, owner: any AnyObject & Sendable)
  }

  private var storage: Storage

  package init(_ elements: [Element] = []) {
    storage = .owned(elements)
  }

  /// - Parameter elements: memory that stays as it is as long as `owner` lives.
  package init(_ elements: UnsafeBufferPointer<Element>, owner: any AnyObject & Sendable) {
    storage = .mapped(elements, owner: owner)
  }

  package var count: Int {
    switch storage {
    case .owned(let elements): elements.count
    case .mapped(let elements, _): elements.count
    }
  }

  package subscript(index: Int) -> Element {
    switch storage {
    case .owned(let elements): return elements[index]
    case .mapped(let elements, _):
      precondition(elements.indices.contains(index), "there is no element \(index)")
      return elements[index]
    }
  }

  /// A copy of some elements.
  package subscript(range: Range<Int>) -> [Element] {
    withUnsafeBufferPointer { Array($0[range]) }
  }

  package func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    switch storage {
    case .owned(let elements): return try elements.withUnsafeBufferPointer(body)
    case .mapped(let elements, let owner):
      return try withExtendedLifetime(owner) { try body(elements) }
    }
  }
}
