import BitestoAlignment
import BitestoFormats
import BitestoText
import Testing

@Suite struct ReviewPageTests {
  @Test func wordsInQuestionAreMarkedOnBothSidesAndInTheCard() throws {
    let page = try text(.html, ReviewSample.bitext())
    for (letter, words) in [("a", "13 milioni"), ("r", "30 million")] {
      #expect(
        page.contains("id=\"\(letter)2-n1\"></span><mark class=\"error matched\" data-q=\"2\""))
      #expect(page.count(of: ">\(words)</mark>") == 2)
    }
    let note = try #require(page.between("<ul class=\"notes\"", "</ul>"))
    #expect(note.contains("<a href=\"#a2-n1\" data-words=\"2-1\">A number differs"))
    #expect(note.contains("“13 milioni” stands for “30 million”."))
    #expect(note.contains("<span class=\"hidden\">warning: </span>"))
    #expect(page.contains("aria-label=\"Quotation 2, 2 notes\""))
  }

  @Test func aNoteAboutTheWholeQuotationMarksNoWordsOfIt() throws {
    let page = try text(.html, ReviewSample.bitext())
    #expect(!page.contains("id=\"a3-n1\"") && page.contains("id=\"r3-n1\""))
    #expect(page.contains("<a href=\"#r3-n1\" data-words=\"3-1\">"))
  }

  @Test func joinedPassagesAreBothInTheCardAndInTheReports() throws {
    let page = try text(.html, ReviewSample.bitext())
    let card = try #require(page.between("id=\"q3\"", "</li>\n<li class=\"item"))
    #expect(card.count(of: "<blockquote class=\"found\"") == 2)
    #expect(card.contains("joined with") && card.contains("href=\"#r3-j1\""))
    #expect(page.contains("id=\"r3-j1\"></span><mark class=\"matched\" data-q=\"3\">Nobody will,"))
  }

  @Test func anAlternativeThatIsJoinedAlreadyIsNotShownTwice() throws {
    let page = try text(.html, ReviewSample.bitext())
    #expect(page.contains("id=\"r4-j1\"") && !page.contains("id=\"r4-1\""))
  }

  @Test func sentencesAreApartFromQuotations() throws {
    let page = try text(.html, ReviewSample.bitext())
    #expect(page.contains("<li class=\"item card strong sentence\" id=\"q1\""))
    #expect(page.contains("<mark class=\"sentence\" data-q=\"1\">Dopo otto mesi"))
    #expect(page.contains("4 of 6 quotations and 3 of 3 sentences found in 3 of 7 reports"))
    #expect(page.contains(">Sentences <span class=\"count\">3</span>"))
    #expect(try !text(.html, plainTrace()).contains("data-filter=\"sentence\""))
  }

  @Test func aQuotationIsShownOverTheSentenceItStandsIn() throws {
    let sample = try Sample(article: "T\nDice «mai» e se ne va.", reports: ["r.txt": "R\nNever."])
    var units = [sample.unit(try sample.quotation("mai"), try sample.passage("Never"))]
    units += ["Dice «mai» e se ne va.", "T"].map {
      Bitext.Unit(source: byteRange(of: $0, in: sample.article), target: nil, confidence: 0.5)
    }
    units[1].target = try sample.passage("Never.")
    let page = try text(.html, sample.trace(units))
    #expect(page.contains("<mark class=\"sentence\" data-q=\"2\">Dice «</mark>"))
    #expect(page.contains("<mark class=\"matched\" data-q=\"1 2\">mai</mark>"))
    #expect(page.contains("<h1 dir=\"auto\">T</h1>"), "the article's own sentence is left alone")
  }

  @Test func whatNobodySaidIsNoAlarm() throws {
    let page = try text(.html, ReviewSample.bitext())
    let card = try #require(page.between("id=\"q5\"", "</nav>"))
    #expect(card.contains(">A term in marks</h3>") && card.contains("class=\"nothing expected\""))
  }

  @Test func filtersSayHowMuchTheyWouldShow() throws {
    let page = try text(.html, ReviewSample.bitext())
    for (filter, name, count) in [
      ("missing", "Not found", 2), ("unsure", "Unsure", 3), ("noted", "With notes", 2),
    ] {
      #expect(
        page.contains(
          "data-filter=\"\(filter)\" aria-pressed=\"false\">\(name) "
            + "<span class=\"count\">\(count)</span>"))
    }
    let plain = try text(.html, plainTrace())
    #expect(plain.contains("data-filter=\"noted\" aria-pressed=\"false\" disabled>"))
  }

  @Test func nearCopiesAreFoldedUnderTheirOriginal() throws {
    let page = try text(.html, ReviewSample.bitext())
    let original = try #require(page.between("id=\"s0\"", "id=\"s3\""))
    let copies = try #require(original.between("<details class=\"copies\">", "</details>"))
    #expect(copies.contains("2 near copies of this report"))
    #expect(copies.contains("id=\"s1\"") && copies.contains("Coast Tribune"))
    #expect(!page.contains("id=\"s2\""), "a copy of a copy without a passage is only named")
    #expect(page.contains("2 reports without a match"))
    let card = try #require(page.between("id=\"q2\"", "</nav>"))
    #expect(card.contains("also in near copies: <a href=\"#r2-1\"><bdi>Valley Mirror</bdi></a>"))
  }

  @Test func copiesThatLeadInACircleOrNowhereEnd() throws {
    var bitext = try plainTrace()
    bitext.targets[0].copyOf = 1
    bitext.targets[1].copyOf = 0
    bitext.targets[2].copyOf = 99
    let page = try HTMLPage(text(.html, bitext))
    #expect(page.errors == [])
    #expect(page.text.contains("1 near copy of this report"))
  }

  /// U+202E turns what follows it, up to the end of its isolate.
  @Test func aNameCannotTurnTheRestOfItsLine() throws {
    let page = try text(.html, ReviewSample.bitext())
    let rest = page.components(between: "\u{202E}tsoP")
    #expect(rest.count > 4)
    #expect(
      rest.dropFirst().allSatisfy {
        $0.hasPrefix("</bdi>") || $0.hasPrefix("</option>")
          || $0.hasPrefix("</h3>")
      })
    #expect(!page.contains("</script><b>"))
  }

  @Test func onlyReportsWithAPassageOfAPoolOfThousandsAreOnThePage() throws {
    var bitext = try plainTrace()
    let unused = bitext.targets[2]
    bitext.targets += Array(repeating: unused, count: 10_000)
    var pieces: [Int] = []
    try BitextFormat.html.write(bitext) { pieces.append($0.count) }
    #expect(pieces.reduce(0, +) < 100_000)
    let page = try text(.html, bitext)
    #expect(page.contains("10001 reports without a match") && page.contains("and 9901 more"))
    #expect(!page.contains("It rains."))
  }

  @Test func ofHundredsOfAlternativesTheBestAreShown() throws {
    var bitext = try plainTrace()
    let other = bitext.targets[0]
    let first = bitext.targets.count
    bitext.targets += Array(repeating: other, count: 300)
    let range = bitext.units[0].alternatives[0].range
    bitext.units[0].alternatives += (first..<(first + 300)).map {
      Bitext.Passage(side: $0, range: range, confidence: 0.5)
    }
    let page = try text(.html, bitext)
    #expect(page.contains("<summary>301 other passages</summary>"))
    #expect(page.contains("and 289 more"))
    #expect(page.count(of: "<article class=\"report\"") == 13)
  }
}

extension String {
  fileprivate func components(between separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }

  fileprivate func count(of part: String) -> Int {
    components(between: part).count - 1
  }

  /// What stands between the first `start` and the first `end` after it.
  fileprivate func between(_ start: String, _ end: String) -> String? {
    guard let head = firstRange(of: start),
      let tail = self[head.upperBound...].firstRange(of: end)
    else { return nil }
    return String(self[head.upperBound..<tail.lowerBound])
  }
}
