/// The sentence encoder's arithmetic, and the model that ships inside the binary.
///
/// Every matrix is int8 in the layout [columns/64][depth/4][64][4]; activations are unsigned 8-bit with
/// one scale a row, so that all processors compute the same integers. Nothing here allocates.
#ifndef BITESTO_MODEL_H
#define BITESTO_MODEL_H

#include <stddef.h>
#include <stdint.h>

enum {
  BITESTO_WIDTH = 512,       // an embedding row, and the sentence vector
  BITESTO_ROW_BYTES = 384,   // a frequent piece's embedding row as stored, 6 bits a value
  BITESTO_COARSE_BYTES = 258,  // another's: lowest value, range, 4 bits a value
  BITESTO_BRANCH = 256,      // one n-gram branch
  BITESTO_BRANCHES = 3,      // 2-, 3- and 5-grams
  BITESTO_TAPS = 10,         // 2 + 3 + 5
  BITESTO_FEATURES = 1280,   // the row and the three branches
  BITESTO_HIDDEN = 320,
  BITESTO_WORD_WIDTH = 128,  // a word's vector in the word table
  // Bytes of scratch memory that bitesto_compute_pieces and bitesto_finish_sentences need.
  BITESTO_SCRATCH = 48 * (2 * BITESTO_WIDTH + 2 * BITESTO_HIDDEN) * 4 + 48 * BITESTO_FEATURES,
};

/// The embedded model file.
const uint8_t *bitesto_model_bytes(void);
size_t bitesto_model_size(void);

/// The embedded table of frequent words' vectors.
const uint8_t *bitesto_words_bytes(void);
size_t bitesto_words_size(void);

/// The embedded directions of sketches.
const uint8_t *bitesto_sketch_bytes(void);
size_t bitesto_sketch_size(void);

/// The embedded table of word translations.
const uint8_t *bitesto_translations_bytes(void);
size_t bitesto_translations_size(void);

/// An int8 matrix: its values are `step` times the bytes.
typedef struct {
  const int8_t *values;
  int32_t depth, columns;
  float step;
} bitesto_matrix;

/// The network's weights, pointing into a model file that must stay in memory.
typedef struct {
  int32_t fine_rows;         // pieces below this number have 6-bit rows, the others coarse ones
  const uint8_t *rows;       // [fine_rows][BITESTO_ROW_BYTES]
  const uint8_t *row_class;  // [pieces]: which of the 17 scales
  const float *row_scale;    // [17][2]: scale, lowest value
  const uint8_t *coarse;     // [pieces - fine_rows][BITESTO_COARSE_BYTES]
  bitesto_matrix projection[BITESTO_BRANCHES], first[BITESTO_BRANCHES], second[BITESTO_BRANCHES];
  bitesto_matrix pool, d0, d1, p1, d2, p3, d3;
  const float *projection_bias, *projection_gamma, *projection_beta;  // [3 * 256]
  const float *first_bias, *second_bias;                              // [3 * 256]
  const float *gamma, *beta;                                          // [1280]
  const float *pool_bias;                                             // [512]
  // Sums of the columns, filled by bitesto_prepare.
  int32_t projection_sums[BITESTO_BRANCHES * BITESTO_BRANCH];
  int32_t first_sums[BITESTO_TAPS * BITESTO_BRANCH];
  int32_t second_sums[BITESTO_TAPS * BITESTO_BRANCH];
  int32_t pool_sums[BITESTO_WIDTH], d0_sums[BITESTO_HIDDEN], p1_sums[BITESTO_HIDDEN];
} bitesto_network;

/// What a piece contributes wherever it stands: computed once, then only added up.
/// The first convolution is linear in each token, so its products with every tap are kept (bfloat16).
typedef struct {
  uint16_t projected[BITESTO_BRANCHES * BITESTO_BRANCH];
  uint16_t taps[BITESTO_TAPS * BITESTO_BRANCH];
  uint8_t row[BITESTO_WIDTH];
  float scale, lowest;  // row value = scale * byte + lowest
  float sum, squares;   // of the row's values
} bitesto_piece;

/// Fills in the column sums.
void bitesto_prepare(bitesto_network *network);

/// Computes pieces[i] for the piece ids[i], with BITESTO_SCRATCH bytes of scratch memory.
void bitesto_compute_pieces(const bitesto_network *network, const int32_t *ids, int32_t count,
                            void *scratch, bitesto_piece *const *pieces);

/// The bytes of scratch memory bitesto_pool_sentences needs for so many tokens and sentences.
size_t bitesto_scratch_size(int32_t tokens, int32_t sentences);

/// Sums the normalized features of each sentence's tokens: pooled[sentence][BITESTO_FEATURES].
/// `tokens` holds the pieces of all sentences one after the other, `lengths` how many each has.
void bitesto_pool_sentences(const bitesto_network *network, const bitesto_piece *const *tokens,
                            const int32_t *lengths, int32_t sentences, void *scratch,
                            float *pooled);

/// Turns pooled sums into unit vectors, vectors[sentence][BITESTO_WIDTH], with BITESTO_SCRATCH bytes of
/// scratch memory.
void bitesto_finish_sentences(const bitesto_network *network, const float *pooled,
                              const int32_t *lengths, int32_t sentences, void *scratch,
                              float *vectors);

/// The dot product of two float vectors.
float bitesto_dot(const float *a, const float *b, int32_t count);

/// products[i][j] = a[i] · b[j] for row-major matrices with rows of `width` floats.
void bitesto_dot_matrix(const float *a, int32_t a_rows, const float *b, int32_t b_rows,
                        int32_t width, float *products);

/// products[i][j] = a[i] · b[j] for the rows of `a` and `b` that `a_rows` and `b_rows` name, `width`
/// components each; a sum must fit into 32 bits.
void bitesto_dot_selected(const int16_t *a, const int32_t *a_rows, int32_t a_count, const int16_t *b,
                      const int32_t *b_rows, int32_t b_count, int32_t width, int32_t *products);

/// products[i][j] = a[i] · b[j] for rows of `width` signed bytes: of `a` the rows that `a_rows` names, or the
/// first when it is null, of `b` the first.
void bitesto_dot_bytes(const int8_t *a, const int32_t *a_rows, int32_t a_count, const int8_t *b,
                       int32_t b_count, int32_t width, int32_t *products);

/// The dot product of two vectors of 32 floats, anywhere in memory.
static inline float bitesto_dot_32(const void *a, const void *b) {
  typedef float four __attribute__((vector_size(16), aligned(4)));
  const four *x = (const four *)a, *y = (const four *)b;
  four sums = x[0] * y[0];
  for (int i = 1; i < 8; i++) sums += x[i] * y[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// CRC-32 (ISO-HDLC, as zlib's crc32).
uint32_t bitesto_crc32(const uint8_t *bytes, size_t count);

/// The checksum of some bytes and of those before them, whose checksum is known.
uint32_t bitesto_crc32_continued(uint32_t before, const uint8_t *bytes, size_t count);

/// The name of the kernels in use: "avx512vnni", "avxvnni", "avx2", "neon", "portable".
const char *bitesto_kernel_name(void);

/// Uses the named kernels from now on, if this processor has them: 0 when it has not. For tests.
int bitesto_use_kernels(const char *name);

#endif
