import BitestoText

/// How a Cyrillic name was written in Latin letters.
///
/// The rules of each are in Sources/GlossaryData/romanization.tsv, with their sources.
public enum RomanizationSystem: String, CaseIterable, Sendable {
  /// ISO/R 9:1968 as Italian libraries and it.wikipedia use it (х = ch): *Lukašėnka*, *Šojgu*.
  case scientificItalian = "scientific-it"
  /// What Slavists outside Italy write: х = h in Russian, ї = ji in Ukrainian, э = è.
  case scientificH = "scientific-h"
  /// ISO 9:1995, one letter for one letter.
  case iso9 = "iso9-1995"
  /// American Library Association and Library of Congress.
  case alaLC = "ala-lc"
  /// BGN/PCGN 1947 for Russian.
  case bgnRussian = "bgnpcgn-1947"
  /// BGN/PCGN 1965 for Ukrainian.
  case bgnUkrainian = "bgnpcgn-1965"
  /// BGN/PCGN 1979 for Belarusian.
  case bgnBelarusian = "bgnpcgn-1979"
  /// Belarus, instruction for place names, 2007.
  case belarusNational2007 = "be-national-2007"
  /// Belarus, instruction of 2023.
  case belarusNational2023 = "be-instruction-2023"
  /// Belarusian passports.
  case belarusPassport = "be-passport"
  /// The Belarusian Latin alphabet.
  case lacinka
  /// Ukraine, Cabinet of Ministers, resolution 55 of 2010; also BGN/PCGN since 2019.
  case ukraineNational2010 = "kmu55-2010"
  /// Ukraine, Legal Terminology Commission, decision 9 of 1996; in passports until 2010.
  case ukraineNational1996 = "ua-1996"
  /// Machine-readable travel documents.
  case icao = "icao9303-2013"
  /// The usual form of English-language agencies.
  case pressEnglish = "press-en"
  /// The usual form of Italian dailies.
  case pressItalian = "press-it"
  /// The usual form of French papers.
  case pressFrench = "press-fr"
  /// The usual form of German papers.
  case pressGerman = "press-de"
}

extension RomanizationSystem {
  /// What it is, in a few words: "ISO 9:1995".
  public var summary: String {
    switch self {
    case .scientificItalian: "ISO/R 9:1968 as in Italian: Šojgu, Lukašėnka"
    case .scientificH: "Slavists' transliteration: Lukašènka"
    case .iso9: "ISO 9:1995, letter for letter"
    case .alaLC: "American libraries"
    case .bgnRussian: "BGN/PCGN for Russian"
    case .bgnUkrainian: "BGN/PCGN for Ukrainian, until 2019"
    case .bgnBelarusian: "BGN/PCGN for Belarusian"
    case .belarusNational2007: "Belarusian place names, 2007"
    case .belarusNational2023: "Belarusian place names, 2023"
    case .belarusPassport: "Belarusian passports"
    case .lacinka: "Belarusian Latin alphabet"
    case .ukraineNational2010: "Ukraine's official system"
    case .ukraineNational1996: "Ukraine's system of 1996"
    case .icao: "Passports, ICAO Doc 9303"
    case .pressEnglish: "English-language agencies"
    case .pressItalian: "Italian dailies"
    case .pressFrench: "French papers"
    case .pressGerman: "German papers"
    }
  }

  /// The languages that have a table in this system, among Russian, Ukrainian and Belarusian.
  public var languages: [Language] { languages(.toLatin) }

  /// The languages that the Cyrillic spelling can be restored for.
  ///
  /// The way back is exact in ISO 9:1995, but for ь and ъ after a single capital. Elsewhere it is
  /// exact for words without sequences that are rare in their language and look like others in
  /// Latin letters:
  ///
  /// | system | language | what cannot be told apart |
  /// |---|---|---|
  /// | ALA-LC | ru | шч and щ |
  /// | scientific | ru | шч and щ; й before а, у and я, ю |
  /// | scientific | uk | шч and щ; й before а, у, е and я, ю, є; цг and х; apostrophes are lost |
  /// | scientific | be | й before а, у and я, ю; цг and х; apostrophes are lost |
  /// | Łacinka, 2007 | be | і, й before а э о у and я е ё ю; цг and х; ь but for зь ль нь сь ць |
  public var reversibleLanguages: [Language] { languages(.toCyrillic) }

  private func languages(_ direction: Transliterator.Direction) -> [Language] {
    [.russian, .ukrainian, .belarusian].filter {
      RomanizationTable.builtIn.rules(rawValue, $0, direction) != nil
    }
  }
}
