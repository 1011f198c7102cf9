// The forward pass, compiled once for every kernel set. The including file defines
//   SET            the set's name
//   DOT_TILE       void (const uint8_t *const rows[ROWS], int count, int depth, const int8_t *values,
//                  int32_t out[ROWS][64]): the products of up to ROWS rows with 64 columns
//   BYTES_TILE     void (const int8_t *const a[LEFT], const int8_t *const b[RIGHT], int width,
//                  int32_t out[LEFT][RIGHT]): products of rows of signed bytes, `width` a multiple of 64
// and turns on the processor's features. Vectors are 16 floats wide; the compiler splits them.
#include "bitesto_model.h"

#include <math.h>
#include <string.h>

// Vectors wider than the processor's are passed between functions of this file only: no ABI is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

// No fused multiply-adds, which not every processor has: all of them compute the same vectors, bit by
// bit.
#pragma clang fp contract(off)

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

typedef float floats __attribute__((vector_size(64), aligned(4)));
typedef int32_t ints __attribute__((vector_size(64), aligned(4)));
typedef uint32_t words __attribute__((vector_size(64), aligned(4)));
typedef uint16_t halves __attribute__((vector_size(32), aligned(2)));
typedef uint8_t octets __attribute__((vector_size(16), aligned(1)));

enum { LANES = 16, PIECES_AT_ONCE = 48, SENTENCES_AT_ONCE = 48 };
static const int orders[BITESTO_BRANCHES] = {2, 3, 5}, lefts[BITESTO_BRANCHES] = {0, 1, 2};
static const float epsilon = 1e-12f;
enum { ZERO_POINT = 128 };

static inline floats load(const float *at) { return *(const floats *)at; }
static inline void store(float *at, floats v) { *(floats *)at = v; }
static inline floats maximum(floats a, floats b) { return __builtin_elementwise_max(a, b); }
static inline floats minimum(floats a, floats b) { return __builtin_elementwise_min(a, b); }
static inline floats to_floats(ints v) { return __builtin_convertvector(v, floats); }
static inline floats from_octets(const uint8_t *at) {
  return __builtin_convertvector(__builtin_convertvector(*(const octets *)at, ints), floats);
}

// Halves added to halves: the same order of additions everywhere.
static inline float total(floats v) {
  v += __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
  v += __builtin_shufflevector(v, v, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3);
  v += __builtin_shufflevector(v, v, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1);
  return v[0] + v[1];
}

static inline floats from_bfloat(const uint16_t *at) {
  return (floats)(__builtin_convertvector(*(const halves *)at, words) << 16);
}

static inline void to_bfloat(uint16_t *at, floats v) {
  words bits = (words)v;
  bits += 0x7FFF + (bits >> 16 & 1);  // to nearest, ties to even
  *(halves *)at = __builtin_convertvector(bits >> 16, halves);
}

static float largest(const float *values, int count, int absolute) {
  floats most = {};
  for (int i = 0; i < count; i += LANES) {
    floats v = load(values + i);
    most = maximum(most, v);
    if (absolute) most = maximum(most, -v);
  }
  return __builtin_reduce_max(most);
}

// Bytes around a zero point: byte = round(value / scale) + zero.
static void quantize(const float *values, int count, float scale, int zero, uint8_t *out) {
  float inverse = scale > 0 ? 1 / scale : 0;
  floats shift = (floats){} + ((float)zero + 0.5f);
  for (int i = 0; i < count; i += LANES) {
    ints v = __builtin_convertvector(load(values + i) * inverse + shift, ints);
    *(octets *)(out + i) = __builtin_convertvector(v, octets);
  }
}

static float quantize_row(const float *values, int count, int zero, uint8_t *out) {
  float scale = largest(values, count, zero != 0) / (zero ? 127.f : 255.f);
  quantize(values, count, scale, zero, out);
  return scale;
}

// out[row][column] (+)= scale[row] * step * (bytes · column - zero * sums[column]), for rows of bytes
// that stand `stride` apart.
static void multiply(const uint8_t *bytes, size_t stride, const float *scales, int rows, int zero,
                     const bitesto_matrix *matrix, const int32_t *sums, int add, float *out) {
  int columns = matrix->columns;
  for (int block = 0; block < columns / 64; block++) {
    const int8_t *values = matrix->values + (size_t)block * matrix->depth * 64;
    for (int first = 0; first < rows; first += ROWS) {
      const uint8_t *at[ROWS];
      int32_t tile[ROWS][64];
      int count = rows - first < ROWS ? rows - first : ROWS;
      for (int r = 0; r < count; r++) at[r] = bytes + (size_t)(first + r) * stride;
      DOT_TILE(at, count, matrix->depth, values, tile);
      for (int r = 0; r < count; r++) {
        float *to = out + (size_t)(first + r) * columns + block * 64, scale = scales[first + r] * matrix->step;
        for (int c = 0; c < 64; c += LANES) {
          ints product = *(ints *)(tile[r] + c);
          if (zero) product -= zero * *(const ints *)(sums + block * 64 + c);
          floats value = to_floats(product) * scale;
          store(to + c, add ? load(to + c) + value : value);
        }
      }
    }
  }
}

static void unpack_fine(const uint8_t *packed, uint8_t *row) {
  const uint8_t *pairs = packed + 256;
  for (int i = 0; i < 128; i++) {
    uint8_t high = pairs[i];
    row[i] = (packed[i] & 15) | (high & 3) << 4;
    row[i + 128] = (packed[i + 128] & 15) | (high >> 2 & 3) << 4;
    row[i + 256] = packed[i] >> 4 | (high >> 4 & 3) << 4;
    row[i + 384] = packed[i + 128] >> 4 | (high >> 6) << 4;
  }
}

// 16 levels between the lowest value and lowest + range.
static void unpack_coarse(const uint8_t *packed, uint8_t *row) {
  uint8_t levels[16];
  for (int i = 0; i < 16; i++) levels[i] = packed[0] + (i * packed[1] + 7) / 15;
  for (int i = 0; i < 256; i++) {
    row[i] = levels[packed[2 + i] & 15];
    row[i + 256] = levels[packed[2 + i] >> 4];
  }
}

static void unpack(const bitesto_network *n, int32_t id, bitesto_piece *piece) {
  if (id < n->fine_rows)
    unpack_fine(n->rows + (size_t)id * BITESTO_ROW_BYTES, piece->row);
  else
    unpack_coarse(n->coarse + (size_t)(id - n->fine_rows) * BITESTO_COARSE_BYTES, piece->row);
  const float *scale = n->row_scale + 2 * n->row_class[id];
  piece->scale = scale[0];
  piece->lowest = scale[1];
}

static void normalize(float *x, int count, const float *gamma, const float *beta) {
  floats sum = {};
  for (int i = 0; i < count; i += LANES) sum += load(x + i);
  float mean = total(sum) / count;
  floats squares = {};
  for (int i = 0; i < count; i += LANES) {
    floats v = load(x + i) - mean;
    squares += v * v;
  }
  float inverse = 1 / sqrtf(total(squares) / count + epsilon);
  for (int i = 0; i < count; i += LANES)
    store(x + i, (load(x + i) - mean) * inverse * load(gamma + i) + load(beta + i));
}

enum { PROJECTED = BITESTO_BRANCHES * BITESTO_BRANCH, TOKENS_AT_ONCE = 16 * ROWS };

typedef struct {
  float x[PIECES_AT_ONCE * PROJECTED], product[PIECES_AT_ONCE * BITESTO_BRANCH];
  uint8_t bytes[PIECES_AT_ONCE * BITESTO_WIDTH];
} piece_scratch;
_Static_assert(sizeof(piece_scratch) <= BITESTO_SCRATCH, "the scratch memory is too small");

static void compute_some(const bitesto_network *n, const int32_t *ids, int count,
                         piece_scratch *scratch, bitesto_piece *const *pieces) {
  float *const x = scratch->x, *const product = scratch->product;
  uint8_t *const bytes = scratch->bytes;
  float scales[PIECES_AT_ONCE];
  for (int i = 0; i < count; i++) {
    bitesto_piece *piece = pieces[i];
    unpack(n, ids[i], piece);
    memcpy(bytes + i * BITESTO_WIDTH, piece->row, BITESTO_WIDTH);
    scales[i] = piece->scale;
    floats sum = {}, squares = {};
    for (int j = 0; j < BITESTO_WIDTH; j += LANES) {
      floats v = from_octets(piece->row + j) * piece->scale + piece->lowest;
      sum += v;
      squares += v * v;
    }
    piece->sum = total(sum);
    piece->squares = total(squares);
  }
  for (int branch = 0; branch < BITESTO_BRANCHES; branch++) {
    const bitesto_matrix *matrix = &n->projection[branch];
    multiply(bytes, BITESTO_WIDTH, scales, count, 0, matrix, 0, 0, product);
    int start = branch * BITESTO_BRANCH;
    for (int i = 0; i < count; i++) {
      float lowest = pieces[i]->lowest * matrix->step;
      for (int c = 0; c < BITESTO_BRANCH; c += LANES) {
        floats sums = to_floats(*(const ints *)(n->projection_sums + start + c));
        store(x + i * PROJECTED + start + c,
              load(product + i * BITESTO_BRANCH + c) + sums * lowest + load(n->projection_bias + start + c));
      }
    }
  }
  for (int i = 0; i < count; i++) {
    normalize(x + i * PROJECTED, PROJECTED, n->projection_gamma, n->projection_beta);
    for (int c = 0; c < PROJECTED; c += LANES)
      to_bfloat(pieces[i]->projected + c, load(x + i * PROJECTED + c));
  }
  for (int branch = 0, tap = 0; branch < BITESTO_BRANCHES; branch++) {
    for (int i = 0; i < count; i++)
      scales[i] = quantize_row(x + i * PROJECTED + branch * BITESTO_BRANCH, BITESTO_BRANCH, ZERO_POINT,
                               bytes + i * BITESTO_BRANCH);
    for (int k = 0; k < orders[branch]; k++, tap++) {
      // Tap k is a slice of the depth of every block of columns.
      const bitesto_matrix *whole = &n->first[branch];
      for (int block = 0; block < BITESTO_BRANCH / 64; block++) {
        bitesto_matrix slice = {whole->values + (size_t)block * whole->depth * 64 + k * BITESTO_BRANCH * 64,
                                BITESTO_BRANCH, 64, whole->step};
        multiply(bytes, BITESTO_BRANCH, scales, count, ZERO_POINT, &slice,
                 n->first_sums + tap * BITESTO_BRANCH + block * 64, 0, product);
        for (int i = 0; i < count; i++)
          for (int c = 0; c < 64; c += LANES)
            to_bfloat(pieces[i]->taps + tap * BITESTO_BRANCH + block * 64 + c, load(product + i * 64 + c));
      }
    }
  }
}

static void compute_pieces(const bitesto_network *n, const int32_t *ids, int32_t count,
                           void *scratch, bitesto_piece *const *pieces) {
  for (int first = 0; first < count; first += PIECES_AT_ONCE) {
    int some = count - first < PIECES_AT_ONCE ? count - first : PIECES_AT_ONCE;
    compute_some(n, ids + first, some, scratch, pieces + first);
  }
}

// The first layer of one branch for one sentence: sums of taps, ReLU, residual. Returns the largest
// magnitude.
static float first_layer(const bitesto_network *n, const bitesto_piece *const *tokens, int length,
                         int branch, int first_tap, float *out) {
  const float *bias = n->first_bias + branch * BITESTO_BRANCH;
  floats most = {};
  for (int t = 0; t < length; t++) {
    float *row = out + (size_t)t * PROJECTED;
    int from = t - lefts[branch], low = from < 0 ? -from : 0;
    int high = from + orders[branch] > length ? length - from : orders[branch];
    const uint16_t *residual = tokens[t]->projected + branch * BITESTO_BRANCH;
    for (int c = 0; c < BITESTO_BRANCH; c += LANES) {
      floats sum = load(bias + c);
      for (int k = low; k < high; k++)
        sum += from_bfloat(tokens[from + k]->taps + (first_tap + k) * BITESTO_BRANCH + c);
      sum = maximum(sum, (floats){}) + from_bfloat(residual + c);
      most = maximum(most, maximum(sum, -sum));
      store(row + c, sum);
    }
  }
  return __builtin_reduce_max(most);
}

// Tokens whose windows have the same taps inside their sentences.
typedef struct {
  int branch, first_tap, low, high, count;
  const uint8_t *windows[TOKENS_AT_ONCE];
  float scales[TOKENS_AT_ONCE], *rows[TOKENS_AT_ONCE];
} window_group;

// Adds relu(window · W + b) to the tokens' rows, and empties the group.
static void second_layer(const bitesto_network *n, window_group *group) {
  const bitesto_matrix *matrix = &n->second[group->branch];
  const float *bias = n->second_bias + group->branch * BITESTO_BRANCH;
  int depth = (group->high - group->low) * BITESTO_BRANCH;
  for (int block = 0; block < BITESTO_BRANCH / 64; block++) {
    const int8_t *values = matrix->values + ((size_t)block * matrix->depth + group->low * BITESTO_BRANCH) * 64;
    int32_t sums[64] = {0};
    for (int tap = group->low; tap < group->high; tap++)
      for (int c = 0; c < 64; c++)
        sums[c] += n->second_sums[(group->first_tap + tap) * BITESTO_BRANCH + block * 64 + c];
    for (int first = 0; first < group->count; first += ROWS) {
      int32_t tile[ROWS][64];
      int count = group->count - first < ROWS ? group->count - first : ROWS;
      DOT_TILE(group->windows + first, count, depth, values, tile);
      for (int r = 0; r < count; r++) {
        float *to = group->rows[first + r] + block * 64, scale = group->scales[first + r] * matrix->step;
        for (int c = 0; c < 64; c += LANES) {
          ints product = *(ints *)(tile[r] + c) - ZERO_POINT * *(const ints *)(sums + c);
          floats value = to_floats(product) * scale + load(bias + block * 64 + c);
          store(to + c, load(to + c) + maximum(value, (floats){}));
        }
      }
    }
  }
  group->count = 0;
}

// The second layer of one branch for all sentences; `rows` and `bytes` are those of the first token.
static void second_layers(const bitesto_network *n, int branch, int first_tap, const int32_t *lengths,
                          int sentences, const float *scales, const uint8_t *bytes, float *rows) {
  int left = lefts[branch], order = orders[branch];
  for (int low = 0; low <= left; low++)
    for (int high = left + 1; high <= order; high++) {
      window_group group = {.branch = branch, .first_tap = first_tap, .low = low, .high = high};
      for (int s = 0, start = 0; s < sentences; start += lengths[s++])
        for (int t = 0; t < lengths[s]; t++) {
          int missing = t < left ? left - t : 0, after = lengths[s] - t + left;
          if (missing != low || (after < order ? after : order) != high) continue;
          group.windows[group.count] = bytes + (size_t)(start + t + low - left) * BITESTO_BRANCH;
          group.scales[group.count] = scales[s];
          group.rows[group.count++] = rows + (size_t)(start + t) * PROJECTED;
          if (group.count == TOKENS_AT_ONCE) second_layer(n, &group);
        }
      second_layer(n, &group);
    }
}

static void pool_sentence(const bitesto_network *n, const bitesto_piece *const *tokens, int length,
                          const float *branches, float *pooled) {
  for (int i = 0; i < BITESTO_FEATURES; i += LANES) store(pooled + i, (floats){});
  for (int t = 0; t < length; t++) {
    const bitesto_piece *piece = tokens[t];
    const float *row = branches + (size_t)t * PROJECTED;
    floats sums = {}, squares = {};
    for (int i = 0; i < PROJECTED; i += LANES) {
      floats v = load(row + i);
      sums += v;
      squares += v * v;
    }
    float mean = (piece->sum + total(sums)) / BITESTO_FEATURES;
    float variance = (piece->squares + total(squares)) / BITESTO_FEATURES - mean * mean;
    float inverse = 1 / sqrtf((variance > 0 ? variance : 0) + epsilon);
    float scale = piece->scale * inverse, shift = (piece->lowest - mean) * inverse;
    for (int i = 0; i < BITESTO_WIDTH; i += LANES)
      store(pooled + i, load(pooled + i) + from_octets(piece->row + i) * scale + shift);
    float *rest = pooled + BITESTO_WIDTH;
    for (int i = 0; i < PROJECTED; i += LANES)
      store(rest + i, load(rest + i) + (load(row + i) - mean) * inverse);
  }
  for (int i = 0; i < BITESTO_FEATURES; i += LANES)
    store(pooled + i, load(pooled + i) * load(n->gamma + i) + load(n->beta + i) * (float)length);
}

static void pool_sentences(const bitesto_network *n, const bitesto_piece *const *tokens,
                           const int32_t *lengths, int32_t sentences, void *scratch,
                           float *pooled) {
  int count = 0;
  for (int s = 0; s < sentences; s++) count += lengths[s];
  float *branches = scratch, *scales = branches + (size_t)count * PROJECTED;
  uint8_t *bytes = (uint8_t *)(scales + sentences);
  for (int branch = 0, first_tap = 0; branch < BITESTO_BRANCHES; first_tap += orders[branch++]) {
    float *rows = branches + branch * BITESTO_BRANCH;
    for (int s = 0, start = 0; s < sentences; start += lengths[s++]) {
      float *row = rows + (size_t)start * PROJECTED;
      scales[s] = first_layer(n, tokens + start, lengths[s], branch, first_tap, row) / 127;
      for (int t = 0; t < lengths[s]; t++)
        quantize(row + (size_t)t * PROJECTED, BITESTO_BRANCH, scales[s], ZERO_POINT,
                 bytes + (size_t)(start + t) * BITESTO_BRANCH);
    }
    second_layers(n, branch, first_tap, lengths, sentences, scales, bytes, rows);
  }
  for (int s = 0, start = 0; s < sentences; start += lengths[s++])
    pool_sentence(n, tokens + start, lengths[s], branches + (size_t)start * PROJECTED,
                  pooled + (size_t)s * BITESTO_FEATURES);
}

// A rational minimax approximation on [-9, 9], as in Eigen's ptanh; error below 1e-6.
static inline floats hyperbolic_tangent(floats x) {
  x = minimum(maximum(x, (floats){} - 7.9053111f), (floats){} + 7.9053111f);
  floats y = x * x;
  floats p = y * -2.76076847742355e-16f + 2.00018790482477e-13f;
  p = p * y + -8.60467152213735e-11f;
  p = p * y + 5.12229709037114e-08f;
  p = p * y + 1.48572235717979e-05f;
  p = p * y + 6.37261928875436e-04f;
  p = p * y + 4.89352455891786e-03f;
  floats q = y * 1.19825839466702e-06f + 1.18534705686654e-04f;
  q = q * y + 2.26843463243900e-03f;
  q = q * y + 4.89352518554385e-03f;
  return x * p / q;
}

static void rectify(float *values, int count) {
  for (int i = 0; i < count; i += LANES) store(values + i, maximum(load(values + i), (floats){}));
}

typedef struct {
  float mean[SENTENCES_AT_ONCE * BITESTO_WIDTH], y0[SENTENCES_AT_ONCE * BITESTO_HIDDEN];
  float y1[SENTENCES_AT_ONCE * BITESTO_HIDDEN], y2[SENTENCES_AT_ONCE * BITESTO_WIDTH];
  uint8_t bytes[SENTENCES_AT_ONCE * BITESTO_FEATURES];
} sentence_scratch;
_Static_assert(sizeof(sentence_scratch) <= BITESTO_SCRATCH, "the scratch memory is too small");

static void finish_some(const bitesto_network *n, const float *pooled, const int32_t *lengths,
                        int count, sentence_scratch *scratch, float *vectors) {
  float *const mean = scratch->mean, *const y0 = scratch->y0, *const y1 = scratch->y1, *const y2 = scratch->y2;
  uint8_t *const bytes = scratch->bytes;
  float scales[SENTENCES_AT_ONCE];
#define QUANTIZE(FROM, WIDTH, ZERO)  \
  for (int s = 0; s < count; s++)    \
    scales[s] = quantize_row((FROM) + (size_t)s * (WIDTH), (WIDTH), (ZERO), bytes + s * (WIDTH))
  QUANTIZE(pooled, BITESTO_FEATURES, ZERO_POINT);
  multiply(bytes, BITESTO_FEATURES, scales, count, ZERO_POINT, &n->pool, n->pool_sums, 0, mean);
  for (int s = 0; s < count; s++) {
    float length = (float)lengths[s], inverse = 1 / sqrtf(length);
    for (int i = 0; i < BITESTO_WIDTH; i += LANES) {
      float *at = mean + s * BITESTO_WIDTH + i;
      store(at, (load(at) + load(n->pool_bias + i) * length) * inverse);
    }
  }
  QUANTIZE(mean, BITESTO_WIDTH, ZERO_POINT);
  multiply(bytes, BITESTO_WIDTH, scales, count, ZERO_POINT, &n->d0, n->d0_sums, 0, y0);
  multiply(bytes, BITESTO_WIDTH, scales, count, ZERO_POINT, &n->p1, n->p1_sums, 0, y1);
  rectify(y0, count * BITESTO_HIDDEN);
  QUANTIZE(y0, BITESTO_HIDDEN, 0);
  multiply(bytes, BITESTO_HIDDEN, scales, count, 0, &n->d1, 0, 1, y1);
  rectify(y1, count * BITESTO_HIDDEN);
  QUANTIZE(y1, BITESTO_HIDDEN, 0);
  multiply(bytes, BITESTO_HIDDEN, scales, count, 0, &n->d2, 0, 0, y2);
  multiply(bytes, BITESTO_HIDDEN, scales, count, 0, &n->p3, 0, 0, vectors);
  rectify(y2, count * BITESTO_WIDTH);
  QUANTIZE(y2, BITESTO_WIDTH, 0);
  multiply(bytes, BITESTO_WIDTH, scales, count, 0, &n->d3, 0, 1, vectors);
#undef QUANTIZE
  for (int s = 0; s < count; s++) {
    float *vector = vectors + (size_t)s * BITESTO_WIDTH;
    floats squares = {};
    for (int i = 0; i < BITESTO_WIDTH; i += LANES) {
      floats v = hyperbolic_tangent(load(vector + i));
      store(vector + i, v);
      squares += v * v;
    }
    float norm = total(squares), inverse = 1 / sqrtf(norm > epsilon ? norm : epsilon);
    for (int i = 0; i < BITESTO_WIDTH; i += LANES) store(vector + i, load(vector + i) * inverse);
  }
}

static void finish_sentences(const bitesto_network *n, const float *pooled, const int32_t *lengths,
                             int32_t sentences, void *scratch, float *vectors) {
  for (int first = 0; first < sentences; first += SENTENCES_AT_ONCE) {
    int some = sentences - first < SENTENCES_AT_ONCE ? sentences - first : SENTENCES_AT_ONCE;
    finish_some(n, pooled + (size_t)first * BITESTO_FEATURES, lengths + first, some, scratch,
                vectors + (size_t)first * BITESTO_WIDTH);
  }
}

static void dot_matrix(const float *a, int32_t a_rows, const float *b, int32_t b_rows, int32_t width,
                       float *products) {
#pragma clang fp contract(fast)
  enum { TILE = 4 };
  for (int j = 0; j < b_rows; j++) {
    const float *right = b + (size_t)j * width;
    for (int i = 0; i < a_rows; i += TILE) {
      int rows = a_rows - i < TILE ? a_rows - i : TILE;
      const float *left[TILE];
      floats sums[TILE] = {};
      for (int r = 0; r < TILE; r++) left[r] = a + (size_t)(i + (r < rows ? r : 0)) * width;
      int k = 0;
      for (; k + LANES <= width; k += LANES) {
        floats v = load(right + k);
        for (int r = 0; r < TILE; r++) sums[r] += load(left[r] + k) * v;
      }
      for (int r = 0; r < rows; r++) {
        float sum = total(sums[r]);
        for (int rest = k; rest < width; rest++) sum += left[r][rest] * right[rest];
        products[(size_t)(i + r) * b_rows + j] = sum;
      }
    }
  }
}

static inline int32_t dot_pair(const int16_t *a, const int16_t *b, int32_t width) {
  int32_t sum = 0;
  for (int k = 0; k < width; k++) sum += a[k] * b[k];
  return sum;
}

// The usual width is known to the compiler, which then keeps everything in registers.
static void dot_selected(const int16_t *a, const int32_t *a_rows, int32_t a_count, const int16_t *b,
                         const int32_t *b_rows, int32_t b_count, int32_t width, int32_t *products) {
  for (int i = 0; i < a_count; i++) {
    const int16_t *left = a + (size_t)a_rows[i] * width;
    for (int j = 0; j < b_count; j++) {
      const int16_t *right = b + (size_t)b_rows[j] * width;
      *products++ = width == BITESTO_WORD_WIDTH ? dot_pair(left, right, BITESTO_WORD_WIDTH)
                                                : dot_pair(left, right, width);
    }
  }
}

// All products of `a_count` rows with `b_count` others. The rows of a block of `a` stay in the first-level
// cache while every row of `b` passes.
static void dot_bytes(const int8_t *a, const int32_t *a_rows, int32_t a_count, const int8_t *b,
                      int32_t b_count, int32_t width, int32_t *products) {
  int whole = width / 64 * 64;
  for (int i = 0; i < a_count; i += LEFT) {
    int lefts = a_count - i < LEFT ? a_count - i : LEFT;
    const int8_t *left[LEFT];
    for (int l = 0; l < LEFT; l++) {
      int row = i + (l < lefts ? l : 0);
      left[l] = a + (size_t)(a_rows ? a_rows[row] : row) * width;
    }
    for (int j = 0; j < b_count; j += RIGHT) {
      int rights = b_count - j < RIGHT ? b_count - j : RIGHT;
      const int8_t *right[RIGHT];
      int32_t tile[LEFT][RIGHT];
      for (int r = 0; r < RIGHT; r++) right[r] = b + (size_t)(j + (r < rights ? r : 0)) * width;
      BYTES_TILE(left, right, whole, tile);
      for (int l = 0; l < lefts; l++)
        for (int r = 0; r < rights; r++) {
          int32_t sum = tile[l][r];
          for (int k = whole; k < width; k++) sum += left[l][k] * right[r][k];
          products[(size_t)(i + l) * b_count + j + r] = sum;
        }
    }
  }
}

#define STRING_(a) #a
#define STRING(a) STRING_(a)

const bitesto_kernel_set JOIN(bitesto_kernels_, SET) = {
    STRING(SET), supported, compute_pieces, pool_sentences, finish_sentences, dot_matrix,
    dot_selected,   dot_bytes,
};
