/// The elements of HTML that matter for taking text out of a page; ``other`` stands for the rest, which
/// are transparent.
enum HTMLElement: UInt8, CaseIterable, Sendable {
  case other
  case html, head, body, title, meta, link, base, script, style, noscript, template, svg, math
  case article, aside, blockquote, center, details, dialog, div, dl, dt, dd, fieldset, figcaption
  case figure, footer, form, header, hgroup, hr, li, main, menu, nav, ol, p, pre, section, summary
  case ul, address, dir, search, listing, xmp, plaintext, legend
  case h1, h2, h3, h4, h5, h6
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, br, wbr, img, input, embed, source, track, area, param, span, q
  case audio, video, canvas, object, iframe, noframes, noembed, applet, marquee, map
  case button, select, option, optgroup, textarea, datalist, label, output, progress, meter
  case rp, rt, frame, frameset, time, small

  /// The element of a name in any letter case. Constant time.
  init(_ name: Range<Int>, in page: ByteView) {
    guard let key = Self.key(page.base[name]) else {
      self = .other
      return
    }
    self = Self.byKey[key] ?? .other
  }

  private static let byKey: [UInt64: HTMLElement] = Dictionary(
    allCases.dropFirst().compactMap { element in
      key(Array(element.name.utf8)).map { ($0, element) }
    }, uniquingKeysWith: { first, _ in first })

  private static let names = allCases.map { String(describing: $0) }

  /// In lower case.
  var name: String { Self.names[Int(rawValue)] }

  /// A number for a name of at most ten ASCII letters and digits, six bits each; nil for other names.
  private static func key(_ name: some Collection<UInt8>) -> UInt64? {
    guard name.count <= 10 else { return nil }
    var key: UInt64 = 0
    for byte in name {
      let code: UInt8
      switch byte {
      case 0x61...0x7A: code = byte - 0x60
      case 0x41...0x5A: code = byte - 0x40
      case 0x30...0x39: code = byte - 0x30 + 27
      default: return nil
      }
      key = key << 6 | UInt64(code)
    }
    return key
  }
}

extension HTMLElement {
  /// What an element does to the text around it.
  enum Flow {
    /// Goes on with the line.
    case inline
    /// Stands on lines of its own.
    case block
    /// Is nothing that is read: its content is left out.
    case hidden
  }

  var flow: Flow {
    switch self {
    case .head, .script, .style, .noscript, .template, .svg, .dialog, .audio, .video, .canvas,
      .iframe, .noframes, .noembed, .button, .select, .textarea, .datalist, .rp, .rt, .frameset,
      .title, .progress, .meter:
      .hidden
    case .html, .body, .article, .aside, .blockquote, .center, .details, .div, .dl, .dt, .dd,
      .fieldset, .figcaption, .figure, .footer, .form, .header, .hgroup, .hr, .li, .main, .menu,
      .nav, .ol, .p, .pre, .section, .summary, .ul, .address, .dir, .search, .listing, .xmp,
      .plaintext, .legend, .h1, .h2, .h3, .h4, .h5, .h6, .table, .caption, .thead, .tbody, .tfoot,
      .tr, .td, .th, .option, .optgroup:
      .block
    default: .inline
    }
  }

  /// Elements without content or end tag (WHATWG HTML, section 13.1.2).
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track,
      .wbr, .frame:
      true
    default: false
    }
  }

  /// What the content of an element is to the tokenizer.
  enum Content {
    case markup
    /// Text with character references, up to the element's end tag.
    case escapableText
    /// Text as it stands, up to the end tag.
    case rawText
    /// The same, with the rules for comments in scripts.
    case script
    /// Text up to the end of the page.
    case rest
  }

  var content: Content {
    switch self {
    case .title, .textarea: .escapableText
    case .style, .xmp, .iframe, .noembed, .noframes, .noscript: .rawText
    case .script: .script
    case .plaintext: .rest
    default: .markup
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Where the search for an open element that a tag closes ends ("scope": section 13.2.4.2).
  var isScopeBoundary: Bool {
    switch self {
    case .html, .table, .td, .th, .caption, .template, .object, .applet, .marquee, .button: true
    default: false
    }
  }
}
