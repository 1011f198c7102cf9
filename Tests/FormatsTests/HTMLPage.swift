/// A page taken apart into tags and text, with what is wrong with their order.
///
/// It knows the HTML that a careful writer writes: quoted attributes, every element closed.
struct HTMLPage {
  struct Tag {
    var name: String
    var attributes: [String: String]
  }

  private(set) var tags: [Tag] = []
  private(set) var text = ""
  private(set) var errors: [String] = []
  var names: Set<String> { Set(tags.map(\.name)) }

  init(_ source: String) throws {
    var open: [String] = []
    var rest = Array(source.unicodeScalars)[...]
    while let scalar = rest.first {
      guard scalar == "<" else {
        let run = rest.prefix { $0 != "<" }
        text += Self.unescaped(run, &errors)
        rest = rest.dropFirst(run.count)
        continue
      }
      guard let end = rest.firstIndex(of: ">") else {
        errors.append("a tag is not closed: \(Self.string(rest.prefix(40)))")
        return
      }
      let inside = Self.string(rest[(rest.startIndex + 1)..<end])
      rest = rest[(end + 1)...]
      if inside == "!DOCTYPE html" { continue }
      if inside.hasPrefix("/") {
        let name = String(inside.dropFirst())
        if open.popLast() != name { errors.append("</\(name)> closes another element") }
        continue
      }
      let tag = Self.tag(inside, &errors)
      tags.append(tag)
      if tag.name == "meta" || tag.name == "input" || inside.hasSuffix("/") { continue }
      open.append(tag.name)
      if tag.name == "script" || tag.name == "style" {
        let close = Array("</\(tag.name)".unicodeScalars)
        while !rest.isEmpty, !rest.starts(with: close) { rest = rest.dropFirst() }
      }
    }
    if !open.isEmpty { errors.append("never closed: \(open)") }
  }

  private static func tag(_ inside: String, _ errors: inout [String]) -> Tag {
    let name = inside.prefix { $0 != " " && $0 != "/" }
    var attributes: [String: String] = [:]
    var rest = inside.dropFirst(name.count)
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "/" }) {
      rest = rest[start...]
      let key = rest.prefix { $0 != "=" && $0 != " " && $0 != "/" }
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        if rest.first == "=" { errors.append("an attribute without quotes in \(inside)") }
        attributes[String(key)] = ""
        continue
      }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      attributes[String(key)] = unescaped(Array(value.unicodeScalars)[...], &errors)
      rest = rest.dropFirst(value.count + 3)
    }
    return Tag(name: String(name), attributes: attributes)
  }

  private static func unescaped(
    _ run: ArraySlice<Unicode.Scalar>, _ errors: inout [String]
  ) -> String {
    let entities: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'",
    ]
    var result = String.UnicodeScalarView()
    var rest = run
    while let scalar = rest.popFirst() {
      guard scalar == "&" else {
        result.append(scalar)
        continue
      }
      let name = string(rest.prefix { $0 != ";" })
      rest = rest.dropFirst(name.unicodeScalars.count + 1)
      if let character = entities[name] {
        result.append(character)
      } else {
        errors.append("unknown reference &\(name.prefix(12))")
      }
    }
    return String(result)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
