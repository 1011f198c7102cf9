// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Bitesto",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "bitesto", targets: ["bitesto"]),
    .library(name: "BitestoText", targets: ["BitestoText"]),
    .library(name: "BitestoEmbedding", targets: ["BitestoEmbedding"]),
    .library(name: "BitestoGlossary", targets: ["BitestoGlossary"]),
    .library(name: "BitestoAlignment", targets: ["BitestoAlignment"]),
    .library(name: "BitestoMemory", targets: ["BitestoMemory"]),
    .library(name: "BitestoChecks", targets: ["BitestoChecks"]),
    .library(name: "BitestoExtraction", targets: ["BitestoExtraction"]),
    .library(name: "BitestoFormats", targets: ["BitestoFormats"]),
  ],
  targets: [
    .target(name: "BitestoSuggestion", path: "Sources/Suggestion"),
    .target(
      name: "CTextData",
      path: "Sources/TextData",
      exclude: [
        "abbreviations.east-slavic.tsv", "abbreviations.en.tsv", "abbreviations.it.tsv",
        "encodings.tsv", "furniture.be.tsv", "furniture.en.tsv", "furniture.it.tsv",
        "furniture.ru.tsv", "furniture.uk.tsv", "html-entities.tsv", "html-hints.tsv",
        "sentence-model.en.bin", "sentence-model.it.bin", "starters.east-slavic.txt",
        "starters.en.txt", "starters.it.txt",
      ]),
    .target(
      name: "BitestoText", dependencies: ["CTextData"], path: "Sources/Text",
      exclude: ["Reading/HTML/HTML.md", "Segmentation/SEGMENTATION.md"]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib"),
    .target(
      name: "BitestoMemory", dependencies: ["BitestoText", "CZlib"], path: "Sources/Memory",
      exclude: ["MEMORY.md"]),
    .target(
      name: "CEmbeddingModel",
      path: "Sources/EmbeddingModel",
      exclude: [
        "MODEL.md", "build_model.py", "model.bin", "sketch.bin", "translations.bin", "words.bin",
      ]),
    .target(
      name: "BitestoEmbedding", dependencies: ["BitestoText", "CEmbeddingModel"],
      path: "Sources/Embedding"),
    .target(
      name: "CGlossaryData", path: "Sources/GlossaryData",
      exclude: [
        "case-endings.tsv", "given-name-spellings.tsv", "given-names.tsv", "letter-readings.tsv",
        "name-variants.tsv", "respelling.tsv", "romanization.tsv", "sounds.tsv",
      ]),
    .target(
      name: "BitestoGlossary",
      dependencies: ["BitestoText", "BitestoSuggestion", "CGlossaryData"],
      path: "Sources/Glossary"),
    .target(
      name: "CAlignmentData", path: "Sources/AlignmentData", exclude: ["alignment-weights.tsv"]),
    .target(
      name: "BitestoAlignment",
      dependencies: ["BitestoText", "BitestoEmbedding", "CEmbeddingModel", "CAlignmentData"],
      path: "Sources/Alignment", exclude: ["Index/INDEX.md"]),
    .target(
      name: "BitestoChecks",
      dependencies: [
        "BitestoText", "BitestoMemory", "BitestoSuggestion", "BitestoGlossary",
        "BitestoAlignment",
      ],
      path: "Sources/Checks"),
    .target(
      name: "BitestoExtraction",
      dependencies: ["BitestoText", "BitestoEmbedding", "BitestoGlossary", "BitestoAlignment"],
      path: "Sources/Extraction"),
    .target(
      name: "CPageData", path: "Sources/PageData",
      exclude: [
        "act.js", "alignment.css", "cards.css", "colors.css", "filter.js", "layout.css",
        "print.css", "print.js", "search.js", "select.js", "text.css", "tools.css",
      ]),
    .target(
      name: "BitestoFormats",
      dependencies: [
        "BitestoText", "BitestoMemory", "BitestoAlignment", "BitestoGlossary", "BitestoChecks",
        "BitestoExtraction", "CPageData",
      ],
      path: "Sources/Formats"),
    .target(
      name: "BitestoCommandLayer", dependencies: ["BitestoSuggestion"],
      path: "Sources/CommandLayer"),
    .executableTarget(
      name: "bitesto",
      dependencies: [
        "BitestoText", "BitestoEmbedding", "BitestoGlossary", "BitestoAlignment", "BitestoChecks",
        "BitestoExtraction", "BitestoFormats", "BitestoMemory", "BitestoCommandLayer",
        "BitestoSuggestion",
      ],
      path: "Sources/bitesto"),
    .executableTarget(
      name: "bitesto-bench",
      dependencies: [
        "BitestoText", "BitestoEmbedding", "BitestoAlignment", "BitestoFormats", "BitestoGlossary",
        "BitestoExtraction", "BitestoMemory", "CEmbeddingModel", "TestSupport",
      ],
      path: "Sources/bitesto-bench",
      exclude: [
        "RESULTS.md", "extraction", "fidelity-facts.tsv", "fit_trace_weights.py",
        "encoder_parity.py",
        "segmentation_peers.py", "memory_oracle.py", "memory_peers.py",
      ]),
    .target(name: "TestSupport", dependencies: ["BitestoText"], path: "Tests/TestSupport"),
    .testTarget(
      name: "TextTests", dependencies: ["BitestoText", "TestSupport"], path: "Tests/TextTests",
      exclude: ["Pages", "Passages"]),
    .testTarget(
      name: "EmbeddingTests",
      dependencies: ["BitestoText", "BitestoEmbedding", "CEmbeddingModel", "TestSupport"],
      path: "Tests/EmbeddingTests", exclude: ["ReferenceVectors.tsv"]),
    .testTarget(
      name: "GlossaryTests", dependencies: ["BitestoGlossary", "TestSupport"],
      path: "Tests/GlossaryTests"),
    .testTarget(
      name: "AlignmentTests", dependencies: ["BitestoAlignment", "BitestoGlossary", "TestSupport"],
      path: "Tests/AlignmentTests", exclude: ["Fidelity"]),
    .testTarget(
      name: "ChecksTests", dependencies: ["BitestoChecks", "BitestoGlossary", "TestSupport"],
      path: "Tests/ChecksTests"),
    .testTarget(
      name: "ExtractionTests",
      dependencies: [
        "BitestoExtraction", "BitestoAlignment", "BitestoEmbedding", "BitestoGlossary",
        "TestSupport",
      ],
      path: "Tests/ExtractionTests"),
    .testTarget(
      name: "MemoryTests", dependencies: ["BitestoMemory", "TestSupport"],
      path: "Tests/MemoryTests", exclude: ["Problems"]),
    .testTarget(
      name: "FormatsTests", dependencies: ["BitestoFormats", "TestSupport"],
      path: "Tests/FormatsTests"),
    .testTarget(
      name: "CommandLayerTests",
      dependencies: ["BitestoCommandLayer", "BitestoSuggestion", "TestSupport"],
      path: "Tests/CommandLayerTests"),
    .testTarget(
      name: "CommandTests", dependencies: ["bitesto", "TestSupport"], path: "Tests/CommandTests",
      exclude: ["Cases"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
