/// Recognizes what a web page puts around a story: photo credits, cross-links, share lines,
/// copyright.
struct PageFurniture {
  /// The folded beginning of a line.
  private struct Opening: Sendable {
    let words: String
    /// Says it only when the line has no more words than this.
    let longest: Int
  }

  private let openings: [Opening]
  /// By first word, so that a line is compared with few openings.
  private let byFirstWord: [String: [Int]]

  init(language: Language) {
    openings = Self.table[language] ?? Self.table[.english] ?? []
    var byFirstWord: [String: [Int]] = [:]
    for (index, opening) in openings.enumerated() {
      let first = opening.words.prefix { $0 != " " && $0 != ":" }
      byFirstWord[String(first), default: []].append(index)
    }
    self.byFirstWord = byFirstWord
  }

  /// Longer lines are prose, in bytes.
  private static let longestLine = 600

  func matches(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= Self.longestLine else { return false }
    let head = bytes[range].prefix(64)
    let end = head.firstIndex { $0 == 0x20 || $0 == 0x3A } ?? head.endIndex
    guard let candidates = byFirstWord[WordFolding.key(head[..<end])] else { return false }
    let line = WordFolding.key(head)
    let words = bytes[range].count { $0 == 0x20 } + 1
    return candidates.contains { index in
      let opening = openings[index]
      guard line.hasPrefix(opening.words), words <= opening.longest else { return false }
      let rest = line.dropFirst(opening.words.count)
      let isWhole = rest.first.map { !$0.isLetter } ?? true
      return isWhole || opening.words.hasSuffix(":") || opening.words.hasSuffix(" ")
    }
  }

  private static func openings(_ longest: Int, _ text: String) -> [Opening] {
    text.split(separator: "\n").map { Opening(words: String($0), longest: longest) }
  }

  /// A colon makes an opening sure, so such lines may be long; others only open short lines.
  private static let table: [Language: [Opening]] = [
    .italian: openings(
      40,
      """
      leggi anche
      vedi anche
      leggi tutto
      leggi di più
      guarda anche
      guarda il video
      ascolta anche
      per approfondire
      ti potrebbe interessare
      potrebbe interessarti
      articoli correlati
      notizie correlate
      condividi su
      condividi l'articolo
      segui su
      seguici su
      iscriviti alla
      iscriviti al
      clicca qui
      continua a leggere
      continua dopo la pubblicità
      riproduzione riservata
      © riproduzione
      ©
      tutti i diritti riservati
      foto:
      foto di:
      credit:
      crediti:
      credits:
      fonte immagine
      fonte foto
      immagine di copertina
      immagine:
      video:
      """)
      + openings(
        15,
        """
        foto di
        foto d'
        fotografia di
        ph.
        ph:
        immagine di
        copyright
        getty images
        """)
      + openings(2, "foto\npubblicità\ncommenti\nstampa\ncondividi\ncredit"),
    .english: openings(
      40,
      """
      read more
      read also
      also read
      see also
      read next
      watch:
      listen:
      related:
      related articles
      more on this story
      you may also like
      you might also like
      recommended:
      follow us on
      share this
      share on
      sign up for
      sign up to
      subscribe to
      click here
      continue reading
      story continues below
      advertisement
      all rights reserved
      ©
      photo:
      photos:
      image:
      picture:
      video:
      photo credit
      image credit
      credit:
      image source
      image caption
      media caption
      """)
      + openings(
        15,
        """
        photo by
        photos by
        photograph by
        photo courtesy
        image by
        picture by
        copyright
        getty images
        """)
      + openings(2, "photo\nadvertisement\nshare\ncomments\nprint"),
    .russian: openings(
      40, "читайте также\nсмотрите также\nчитайте ещё\nчитать далее\nфото:\nподписывайтесь на\n©"),
    .ukrainian: openings(
      40, "читайте також\nдивіться також\nчитати далі\nфото:\nпідписуйтесь на\n©"),
    .belarusian: openings(40, "чытайце таксама\nглядзіце таксама\nфота:\n©"),
  ]
}
