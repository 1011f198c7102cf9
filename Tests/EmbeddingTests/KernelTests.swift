import CEmbeddingModel
import Testing

@testable import BitestoEmbedding

// One at a time: the choice of kernels is the whole process's. Tests that run beside these may see it
// change, but not in their results.
@Suite("Kernels", .serialized)
struct KernelTests {
  @Test(arguments: ["avx512vnni", "avxvnni", "avx2", "neon"])
  func allKernelsComputeTheSameBits(name: String) throws {
    let best = Encoder.kernelName
    defer { _ = bitesto_use_kernels(best) }
    guard bitesto_use_kernels(name) != 0 else { return }
    let texts = ["Il treno parte alle otto.", "", "The train leaves at eight.", "Sì"]
    let table = try Encoder.builtIn(threads: 1).encode(texts)
    #expect(bitesto_use_kernels("portable") != 0)
    #expect(try Encoder.builtIn(threads: 1).encode(texts).values == table.values)
  }

  @Test func unknownKernelsAreRefused() {
    let best = Encoder.kernelName
    #expect(bitesto_use_kernels("abacus") == 0)
    #expect(Encoder.kernelName == best)
  }
}
