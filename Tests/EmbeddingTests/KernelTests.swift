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

  @Test(arguments: ["avx512vnni", "avxvnni", "avx2", "neon"])
  func allKernelsComputeTheSameProductsOfBytes(name: String) throws {
    let best = Encoder.kernelName
    defer { _ = bitesto_use_kernels(best) }
    guard bitesto_use_kernels(name) != 0 else { return }
    for (width, rows, others) in [(1, 1, 1), (64, 5, 3), (100, 4, 4), (192, 9, 17), (512, 3, 2)] {
      let a = (0..<(rows * width)).map { Int8(truncatingIfNeeded: $0 * 37 - 128) }
      let b = (0..<(others * width)).map { Int8(truncatingIfNeeded: $0 * 91 + 127) }
      func products(_ kernels: String) -> [Int32] {
        #expect(bitesto_use_kernels(kernels) != 0)
        var products = [Int32](repeating: 0, count: rows * others)
        bitesto_dot_bytes(a, nil, Int32(rows), b, Int32(others), Int32(width), &products)
        return products
      }
      #expect(products(name) == products("portable"))
    }
  }

  @Test func unknownKernelsAreRefused() {
    let best = Encoder.kernelName
    #expect(bitesto_use_kernels("abacus") == 0)
    #expect(Encoder.kernelName == best)
  }
}
