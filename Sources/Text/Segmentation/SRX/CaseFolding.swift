/// Characters beyond ASCII that are, or contain, an ASCII letter when case does not matter (Unicode 16,
/// CaseFolding.txt, statuses C and F): ß, ſ, the Kelvin sign, ligatures and a few more.
enum CaseFolding {
  static func mayBeASCII(_ unit: UInt16) -> Bool {
    switch unit {
    case 0xDF, 0x130, 0x149, 0x17F, 0x1F0, 0x1E96...0x1E9A, 0x1E9E, 0x212A, 0xFB00...0xFB06: true
    default: false
    }
  }

  /// Whether a code unit is one other at most when case does not matter; the others may be several,
  /// which moves all that stands beside them.
  static func isSimple(_ unit: UInt16) -> Bool {
    switch unit {
    case 0..<0x250: !mayBeASCII(unit)
    case 0x400..<0x530, 0x2010..<0x205F, 0x3000..<0xA640: true
    default: false
    }
  }
}
