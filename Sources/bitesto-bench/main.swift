import Foundation

let usage = """
  usage: bitesto-bench encoder LINES [--model FILE] [--threads N] [--words] [--tokens FILE] [--vectors FILE]

  encoder   load time, speed and peak memory of the sentence encoder over a file of lines
            --words      encodes each distinct word instead of each line
            --tokens     writes the piece ids, a line of numbers for each text
            --vectors    writes the vectors, 512 little-endian 32-bit floats for each text
  """

var arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.first == "encoder" else {
  print(usage)
  exit(arguments.isEmpty ? 0 : 2)
}
do {
  try EncoderBenchmark(arguments: Array(arguments.dropFirst())).run()
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(2)
}
