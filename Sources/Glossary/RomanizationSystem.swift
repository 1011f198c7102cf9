/// How a Cyrillic name was written in Latin letters.
public enum RomanizationSystem: String, CaseIterable, Sendable {
  /// ISO/R 9:1968 as Italian libraries and it.wikipedia use it (х = ch): *Lukašėnka*, *Šojgu*.
  case scientificItalian = "scientific-it"
  /// ISO/R 9:1968 with х = h.
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
  /// Ukraine, Cabinet of Ministers, resolution 55 of 2010.
  case ukraineNational2010 = "kmu55-2010"
  /// Machine-readable travel documents.
  case icao = "icao9303-2013"
  /// The usual form of English-language agencies.
  case pressEnglish = "press-en"
  /// The usual form of Italian dailies.
  case pressItalian = "press-it"
}
