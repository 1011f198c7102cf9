import BitestoText
import Foundation

let usage = """
  usage: bitesto-bench encoder LINES [--model FILE] [--threads N] [--words] [--tokens FILE] [--vectors FILE]
         bitesto-bench retrieval ITALIAN ENGLISH
         bitesto-bench trace-features DIR SOURCES
         bitesto-bench quotations FILE it|en
         bitesto-bench passages [--verbose] DIR|QUOTES.json...
         bitesto-bench segmentation [--verbose] [--rules] [--srx RULES] FILE...
         bitesto-bench align [--effort HOW]... [--languages XX,YY] [--model FILE] [--threads N] [--verbose] DIR...
         bitesto-bench train-aligner DIR... [--pairs TABLE]... [--folds N] [-o TABLE]
         bitesto-bench word-table XX=LIST... --pairs TABLE... [--words N] [-o TABLE]
         bitesto-bench report-index SOURCES ARTICLES... [--reports N] [--threads N] [--index FILE]
         bitesto-bench long-texts ARTICLES SOURCES FOLDER
         bitesto-bench sketch --pairs TABLE... [-o FILE]
         bitesto-bench translation-table --pairs TABLE... --dictionary TABLE... [-o TABLE]
         bitesto-bench html FILE...
         bitesto-bench compare-names PAIRS
         bitesto-bench pair-confidence TABLE...
         bitesto-bench memory [--print words|everything|outside] FILE...
         bitesto-bench memory --generate MB FILE
         bitesto-bench glossary FILE [--entries N]
         bitesto-bench names [--entries N] [--megabytes N] FILE...
         bitesto-bench fidelity [--half tuning|held-out] [--verbose] FACTS DATA CORPORA
         bitesto-bench extraction [--bare] [--verbose] LIST ARTICLE REPORTS
         bitesto-bench train-segmenter --language XX FILE... [--lines FILE[:N]]... [-o MODEL]
         bitesto-bench transliteration [--verbose] DATA

  encoder   load time, speed and peak memory of the sentence encoder over a file of lines
            --words      encodes each distinct word instead of each line
            --tokens     writes the piece ids, a line of numbers for each text
            --vectors    writes the vectors, 512 little-endian 32-bit floats for each text
  retrieval how often a line's nearest neighbor is its translation, over two files of parallel lines
  trace-features
            the inputs of the tracer's model for gold quotations (DIR/gold.json, DIR/articles), as TSV
  quotations
            speed of sentences and quotations over a text
  passages  how well quotations, speakers and outlets are found, over folders of passages with their
            quotations marked (Tests/TextTests/Passages) or an article annotated in a JSON file beside it
            --verbose    prints each quotation, speaker and outlet that was missed or invented
  segmentation
            how well and how fast sentences are found, over files XX_name.json of known sentences
            ({"paragraphs": [{"text", "ends"}]}) or a table of golden rules (.tsv);
            over XX_name.txt how fast alone
            --verbose    prints each sentence end that was missed or invented
            --rules      leaves the model out
            --srx RULES  splits by the rules of an SRX file
  html      speed of taking the text out of HTML pages
  pair-confidence
            fits the curve of 'bitesto tmx score' to tables of Italian and English sentences
  memory    speed of reading and writing translation memories
            --print      prints their units instead, to compare them with what others read: the words, everything
                         (with what codes hold), or what stands outside of all codes and highlights
            --generate   writes a memory of that size instead, the same one each time
  glossary  speed of reading a glossary and of writing and reading it in every format
            --entries N  repeats its entries under other ids up to this number
  compare-names
            speed of comparing names, over a table of pairs with a header row
  names     speed of finding names in the texts, repeated, beside programs that read or search them
            --entries    of the glossary, the built-in ones and invented ones; 10000 without it
            --megabytes  of text; 50 without it
  fidelity  how many of the notes on the links of development articles are right (FACTS says what a reader
            found in them), and how many changes made on purpose are found
            --half       only the links the rules were made with, or only those kept apart
            --verbose    prints each false note and each change that was missed
  extraction
            how many of the names that a list holds are proposed as entries for an article and a folder of
            reports, each once, and how much else is (Sources/bitesto-bench/extraction)
            --bare       leaves the built-in glossary out
            --verbose    prints what was missed, proposed twice, of another kind, or not asked for
  train-segmenter
            fits the sentence model of a language; see Sources/Text/Segmentation/SEGMENTATION.md
            --lines      a file with one sentence a line, or column N of a table
            --folds N    also judges by cross-validation, N stretches of each file held out in turn
            -o MODEL     where to write the model
  align     accuracy, calibration and speed of the aligner over folders of documents with known beads
            (NNN.it.txt, NNN.en.txt, NNN.gold.json; a line a segment), as a Markdown table
            --effort     fast, balanced or full; all of them without it
            --verbose    prints each bead that was missed or invented
  train-aligner
            fits the aligner's weights (Sources/AlignmentData/alignment-weights.tsv) to folders of
            documents with known beads (NNN.it.txt, NNN.en.txt, NNN.gold.json; a line a segment)
            --pairs      parallel lines, two columns, to make noisy texts of
            --folds N    also judges by cross-validation, with all versions of a document held out
            --versions N noisy texts made of each clean one
            -o TABLE     where to write the weights
  word-table
            makes the table of frequent words' vectors; see Sources/EmbeddingModel/MODEL.md
            --pairs      a table of Italian and English sentences
            --words N    words of each list that are kept
  report-index
            speed of indexing reports, and of tracing articles to the index, in one process each; an index
            that is there is only traced to
            --reports N  reports to index: those of SOURCES, repeated with other names and numbers
            --index      where the index is
  long-texts
            writes an article of 1 MB and a report of 2 MB to trace it to: those of ARTICLES (NAME.it.txt)
            and SOURCES (NAME.en.txt), repeated with other names and numbers
  sketch    finds the directions of passage sketches; see Sources/EmbeddingModel/MODEL.md
            --pairs      a table of Italian and English sentences
  translation-table
            makes the table of word translations; see Sources/EmbeddingModel/MODEL.md
            --pairs      a table of Italian and English sentences
            --dictionary a table of English and Italian words
  transliteration
            how many public test vectors transliteration gets right, and for how many names a known Latin form
            is among the variants, over DATA/names
            --verbose    prints each vector and each name that was missed
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
  case "passages" where arguments.count > 1:
    try PassageBenchmark(arguments: Array(arguments.dropFirst())).run()
  case "segmentation" where arguments.count > 1:
    try SegmentationBenchmark(arguments: Array(arguments.dropFirst())).run()
  case "compare-names" where arguments.count == 2:
    try NameComparisonBenchmark(path: arguments[1]).run()
  case "html" where arguments.count > 1:
    try HTMLBenchmark(files: Array(arguments.dropFirst())).run()
  case "pair-confidence" where arguments.count > 1:
    try PairConfidenceFit(tables: Array(arguments.dropFirst())).run()
  case "memory" where arguments.count == 4 && arguments[1] == "--generate":
    try MemoryGenerator(megabytes: Int(arguments[2]) ?? 1, path: arguments[3]).run()
  case "memory" where arguments.count > 3 && arguments[1] == "--print":
    try MemoryListing(
      files: Array(arguments.dropFirst(3)),
      part: MemoryListing.Part(rawValue: arguments[2]) ?? .words
    ).run()
  case "memory" where arguments.count > 1:
    try MemoryBenchmark(files: Array(arguments.dropFirst())).run()
  case "glossary" where arguments.count > 1:
    try GlossaryBenchmark(arguments: Array(arguments.dropFirst())).run()
  case "names" where arguments.count > 1:
    try NamesBenchmark(arguments: Array(arguments.dropFirst())).run()
  case "fidelity" where arguments.count > 1:
    try FidelityBenchmark(arguments: Array(arguments.dropFirst())).run()
  case "extraction" where arguments.count > 3:
    let files = Array(arguments.suffix(3))
    try ExtractionBenchmark(
      list: files[0], article: files[1], reports: files[2], isBare: arguments.contains("--bare"),
      isVerbose: arguments.contains("--verbose")
    ).run()
  case "train-segmenter" where arguments.count > 1:
    try SegmenterTraining(arguments: Array(arguments.dropFirst())).run()
  case "align" where arguments.count > 1:
    try AlignmentBenchmark(arguments: Array(arguments.dropFirst())).run()
  case "train-aligner" where arguments.count > 1:
    try AlignerTraining(arguments: Array(arguments.dropFirst())).run()
  case "report-index" where arguments.count > 1:
    try ReportIndexBenchmark(arguments: Array(arguments.dropFirst())).run()
  case "long-texts" where arguments.count == 4:
    try LongTexts(articles: arguments[1], sources: arguments[2], folder: arguments[3]).run()
  case "sketch" where arguments.count > 1:
    try SketchTraining(arguments: Array(arguments.dropFirst())).run()
  case "word-table" where arguments.count > 1:
    try WordTableTraining(arguments: Array(arguments.dropFirst())).run()
  case "translation-table" where arguments.count > 1:
    try TranslationTableTraining(arguments: Array(arguments.dropFirst())).run()
  case "transliteration" where arguments.count > 1:
    try TransliterationBenchmark(arguments: Array(arguments.dropFirst())).run()
  default:
    print(usage)
    exit(arguments.isEmpty ? 0 : 2)
  }
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(2)
}
