import BitestoText
import Foundation

let usage = """
  usage: bitesto-bench encoder LINES [--model FILE] [--threads N] [--words] [--tokens FILE] [--vectors FILE]
         bitesto-bench retrieval ITALIAN ENGLISH
         bitesto-bench trace-features DIR SOURCES
         bitesto-bench quotations FILE it|en

  encoder   load time, speed and peak memory of the sentence encoder over a file of lines
            --words      encodes each distinct word instead of each line
            --tokens     writes the piece ids, a line of numbers for each text
            --vectors    writes the vectors, 512 little-endian 32-bit floats for each text
  retrieval how often a line's nearest neighbor is its translation, over two files of parallel lines
  trace-features
            the inputs of the tracer's model for gold quotations (DIR/gold.json, DIR/articles), as TSV
  quotations
            speed of sentences and quotations over a text
  """

var arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch arguments.first {
  case "encoder":
    try EncoderBenchmark(arguments: Array(arguments.dropFirst())).run()
  case "retrieval" where arguments.count == 3:
    try RetrievalBenchmark(italian: arguments[1], english: arguments[2]).run()
  case "trace-features" where arguments.count == 3:
    try TraceFeatureDump(folder: arguments[1], sources: arguments[2]).run()
  case "quotations" where arguments.count == 3:
    try QuotationBenchmark(path: arguments[1], language: Language(tag: arguments[2]) ?? .italian)
      .run()
  default:
    print(usage)
    exit(arguments.isEmpty ? 0 : 2)
  }
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(2)
}
