/// The names of outlets that are known without being told.
package enum KnownOutlets {
  /// In the spellings in use.
  package static let spellings = outletTable.split(separator: "\n").map(String.init)
}
