import Foundation
import Testing

@testable import BitestoText

struct HTMLTokenizerTests {
  /// Tags as "<p>" and "</p>", with attributes as "<p a=b>"; texts as they stand in the page.
  private func tokens(_ html: String, isXML: Bool = false) -> [String] {
    Array(html.utf8).withView { page in
      var tokenizer = HTMLTokenizer(page, isXML: isXML)
      var tokens: [String] = []
      while let token = tokenizer.next() {
        switch token {
        case .text(let range): tokens.append(tokenizer.text(range))
        case .literal(let range): tokens.append("=" + tokenizer.text(range))
        case .end(let element): tokens.append("</\(element.name)>")
        case .start(let element):
          let attributes = tokenizer.attributes.map {
            " \(tokenizer.text($0.name))=\(tokenizer.text($0.value))"
          }
          tokens.append(
            "<\(element.name)\(attributes.joined())\(tokenizer.closesItself ? "/" : "")>")
        }
      }
      return tokens
    }
  }

  @Test(
    "takes tags, attributes and text apart as browsers do",
    arguments: [
      (
        "<P Class=a id='b c' hidden title=\"d>\">x</P >",
        ["<p Class=a id=b c hidden= title=d>>", "x", "</p>"]
      ),
      ("<p a = b/c/d=e>", ["<p a=b/c/d=e>"]),
      ("<p a=\"b\"c>", ["<p a=b c=>"]),
      ("<p =a>", ["<p =a=>"]),
      ("a < b <3 <= </ >c", ["a ", "< b ", "<3 ", "<= ", "c"]),
      ("a</>b</1>c", ["a", "b", "c"]),
      ("<!doctype html><!-- a > b --->x<!-->y<!--->z", ["x", "y", "z"]),
      ("<!-- a --!>x<!- b ->y<?c?>z", ["x", "y", "z"]),
      ("x<!-- a -> b", ["x"]),
      ("x<p a='b>c", ["x"]),
      ("x<p", ["x"]),
      ("<", ["<"]),
      ("</", ["</"]),
      ("<![CDATA[a]]>b", ["b"]),
      ("<svg><![CDATA[a<b]]></svg>", ["<svg>", "=a<b", "</svg>"]),
      ("<svg/><title>a<b></title>", ["<svg/>", "<title>", "a<b>", "</title>"]),
      ("<br/><my-card>x", ["<br>", "<other>", "x"]),
    ] as [(String, [String])])
  func tokenizes(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(
    "reads scripts, styles and titles as text up to their end tags",
    arguments: [
      ("<script>a<b></p></script >x", ["<script>", "=a<b></p>", "</script>", "x"]),
      ("<script></scripts></SCRIPT>", ["<script>", "=</scripts>", "</script>"]),
      (
        "<script><!-- <script> </script> --></script>x",
        ["<script>", "=<!-- <script> </script> -->", "</script>", "x"]
      ),
      ("<script><!-- </script>x", ["<script>", "=<!-- ", "</script>", "x"]),
      ("<style></style><p>", ["<style>", "</style>", "<p>"]),
      ("<textarea><p></textarea>", ["<textarea>", "<p>", "</textarea>"]),
      ("<title>a", ["<title>", "a"]),
      ("<plaintext></plaintext>", ["<plaintext>", "=</plaintext>"]),
    ] as [(String, [String])])
  func readsRawText(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test("lets elements close themselves in XML")
  func readsXML() {
    #expect(tokens("<p/><script/><![CDATA[a]]>", isXML: true) == ["<p/>", "<script/>", "=a"])
  }

  @Test(
    "resolves character references",
    arguments: [
      ("&egrave;&Egrave;&euro;&thetasym;", "èÈ€ϑ"), ("&eacute&copy2", "é©2"),
      ("&notin;&notit;", "∉¬it;"),
      ("&amp;lt; &AMP &ampx", "&lt; & &x"), ("&#233;&#xe9;&#XE9;&#233x", "ééééx"),
      ("&#128;&#x99;&#129;", "€™\u{81}"),
      ("&#0;&#xD800;&#1114112;&#99999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("&;&#;&#x;&x;&hellip", "&;&#;&#x;&x;&hellip"), ("&apos;&scaron;&zcaron;", "'šž"), ("&", "&"),
    ])
  func resolvesReferences(html: String, expected: String) throws {
    let document = try Document(path: "a", html: Array("<p>\(html)".utf8))
    #expect(document.text(0..<document.bytes.count) == expected)
  }

  @Test("reads every name of the table, and no two alike")
  func readsNames() {
    let lines = TextData.lines("html-entities.tsv")
    #expect(lines.count > 250)
    #expect(Set(lines.map { $0.split(separator: "\t")[0] }).count == lines.count)
    for line in lines {
      let fields = line.split(separator: "\t")
      let html = Array("&\(fields[0]);x".utf8)
      html.withView { page in
        let found = HTMLEntities.reference(at: 0, in: page, limit: page.count)
        #expect(found?.0 == UInt32(fields[1], radix: 16), "\(line)")
        #expect(found?.end == page.count - 1, "\(line)")
      }
    }
  }
}
