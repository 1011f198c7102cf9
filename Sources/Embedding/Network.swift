import CEmbeddingModel

/// The dense layers of the encoder, pointing into a model file that it keeps alive.
final class Network: @unchecked Sendable {
  let model: ModelFile
  /// Allocated once, then only read.
  let layers: UnsafeMutablePointer<bitesto_network>

  init(model: ModelFile, pieceCount: Int) throws(ModelError) {
    let classes = try model.section("rowclass", of: UInt8.self, count: pieceCount)
    let rows = try model.section("rows", of: UInt8.self)
    let fineRows = rows.count / Int(BITESTO_ROW_BYTES)
    guard rows.count % Int(BITESTO_ROW_BYTES) == 0, fineRows <= pieceCount else {
      throw .malformed(path: model.path, what: "section 'rows' has \(rows.count) bytes")
    }
    let coarse = try model.section(
      "coarse", of: UInt8.self, count: (pieceCount - fineRows) * Int(BITESTO_COARSE_BYTES))
    let scales = try model.numbers("rowscale", count: 17 * 2)
    guard !classes.contains(where: { $0 >= 17 }) else {
      throw .malformed(path: model.path, what: "a row has an unknown scale")
    }
    var network = bitesto_network()
    network.fine_rows = Int32(fineRows)
    network.rows = rows.baseAddress
    network.coarse = coarse.baseAddress
    network.row_class = classes.baseAddress
    network.row_scale = scales.baseAddress

    // In the order of the section "matrices".
    let shapes: [(depth: Int, columns: Int)] =
      Array(repeating: (512, 256), count: 3)
      + [(512, 256), (768, 256), (1280, 256), (512, 256), (768, 256), (1280, 256)]
      + [(1280, 512), (512, 320), (320, 320), (512, 320), (320, 512), (320, 512), (512, 512)]
    let values = try model.section(
      "matrices", of: Int8.self, count: shapes.reduce(0) { $0 + $1.depth * $1.columns })
    let steps = try model.numbers("steps", count: shapes.count)
    var matrices: [bitesto_matrix] = []
    var at = 0
    for (shape, step) in zip(shapes, steps) {
      matrices.append(
        bitesto_matrix(
          values: values.baseAddress.map { $0 + at }, depth: Int32(shape.depth),
          columns: Int32(shape.columns), step: step))
      at += shape.depth * shape.columns
    }
    network.projection = (matrices[0], matrices[1], matrices[2])
    network.first = (matrices[3], matrices[4], matrices[5])
    network.second = (matrices[6], matrices[7], matrices[8])
    (network.pool, network.d0, network.d1) = (matrices[9], matrices[10], matrices[11])
    (network.p1, network.d2, network.p3, network.d3) = (
      matrices[12], matrices[13], matrices[14], matrices[15]
    )

    // In the order of the section "vectors".
    let branches = 3 * 256
    let widths = [branches, branches, branches, branches, branches, 1280, 1280, 512]
    let vectors = try model.numbers("vectors", count: widths.reduce(0, +))
    var pointers: [UnsafePointer<Float>?] = []
    var start = 0
    for width in widths {
      pointers.append(vectors.baseAddress.map { $0 + start })
      start += width
    }
    (network.projection_bias, network.projection_gamma, network.projection_beta) = (
      pointers[0], pointers[1], pointers[2]
    )
    (network.first_bias, network.second_bias) = (pointers[3], pointers[4])
    (network.gamma, network.beta, network.pool_bias) = (pointers[5], pointers[6], pointers[7])

    self.model = model
    layers = .allocate(capacity: 1)
    layers.initialize(to: network)
    bitesto_prepare(layers)
  }

  deinit {
    layers.deinitialize(count: 1)
    layers.deallocate()
  }
}
