// Which kernels this processor runs, and the few functions that need none.
#include "kernel_set.h"

#include <string.h>

static const bitesto_kernel_set *const sets[] = {
#if defined(__x86_64__)
    &bitesto_kernels_avx512vnni, &bitesto_kernels_avxvnni, &bitesto_kernels_avx2,
#elif defined(__aarch64__)
    &bitesto_kernels_neon,
#endif
    &bitesto_kernels_portable,
};
enum { SETS = sizeof sets / sizeof *sets };

static _Atomic(const bitesto_kernel_set *) chosen;

static const bitesto_kernel_set *kernels(void) {
  const bitesto_kernel_set *set = chosen;
  for (int i = 0; !set && i < SETS; i++)
    if (sets[i]->supported()) chosen = set = sets[i];
  return set;
}

const char *bitesto_kernel_name(void) { return kernels()->name; }

int bitesto_use_kernels(const char *name) {
  for (int i = 0; i < SETS; i++) {
    if (strcmp(sets[i]->name, name) != 0 || !sets[i]->supported()) continue;
    chosen = sets[i];
    return 1;
  }
  return 0;
}

void bitesto_compute_pieces(const bitesto_network *network, const int32_t *ids, int32_t count,
                            void *scratch, bitesto_piece *const *pieces) {
  kernels()->compute_pieces(network, ids, count, scratch, pieces);
}

void bitesto_pool_sentences(const bitesto_network *network, const bitesto_piece *const *tokens,
                            const int32_t *lengths, int32_t sentences, void *scratch,
                            float *pooled) {
  kernels()->pool_sentences(network, tokens, lengths, sentences, scratch, pooled);
}

void bitesto_finish_sentences(const bitesto_network *network, const float *pooled,
                              const int32_t *lengths, int32_t sentences, void *scratch,
                              float *vectors) {
  kernels()->finish_sentences(network, pooled, lengths, sentences, scratch, vectors);
}

void bitesto_dot_matrix(const float *a, int32_t a_rows, const float *b, int32_t b_rows,
                        int32_t width, float *products) {
  kernels()->dot_matrix(a, a_rows, b, b_rows, width, products);
}

void bitesto_dot_selected(const int16_t *a, const int32_t *a_rows, int32_t a_count, const int16_t *b,
                      const int32_t *b_rows, int32_t b_count, int32_t width, int32_t *products) {
  kernels()->dot_selected(a, a_rows, a_count, b, b_rows, b_count, width, products);
}

void bitesto_dot_bytes(const int8_t *a, const int32_t *a_rows, int32_t a_count, const int8_t *b,
                       int32_t b_count, int32_t width, int32_t *products) {
  kernels()->dot_bytes(a, a_rows, a_count, b, b_count, width, products);
}

float bitesto_dot(const float *a, const float *b, int32_t count) {
  float product;
  kernels()->dot_matrix(a, 1, b, 1, count, &product);
  return product;
}

size_t bitesto_scratch_size(int32_t tokens, int32_t sentences) {
  // floats: the three branches of every token, and a scale for each sentence; bytes: the second
  // convolution's input, one branch at a time.
  size_t floats = (size_t)tokens * BITESTO_BRANCHES * BITESTO_BRANCH + (size_t)sentences;
  return floats * sizeof(float) + (size_t)tokens * BITESTO_BRANCH;
}

// The sums over depth [from, to) of each column.
static void sum_columns(const bitesto_matrix *matrix, int from, int to, int32_t *sums) {
  for (int column = 0; column < matrix->columns; column++) {
    const int8_t *at = matrix->values + (size_t)(column / 64) * matrix->depth * 64 + column % 64 * 4;
    int32_t sum = 0;
    for (int k = from / 4; k < to / 4; k++)
      for (int i = 0; i < 4; i++) sum += at[(size_t)k * 256 + i];
    sums[column] = sum;
  }
}

void bitesto_prepare(bitesto_network *n) {
  int tap = 0;
  for (int branch = 0; branch < BITESTO_BRANCHES; branch++) {
    int start = branch * BITESTO_BRANCH;
    sum_columns(&n->projection[branch], 0, n->projection[branch].depth, n->projection_sums + start);
    for (int at = 0; at < n->first[branch].depth; at += BITESTO_BRANCH, tap++) {
      sum_columns(&n->first[branch], at, at + BITESTO_BRANCH, n->first_sums + tap * BITESTO_BRANCH);
      sum_columns(&n->second[branch], at, at + BITESTO_BRANCH, n->second_sums + tap * BITESTO_BRANCH);
    }
  }
  sum_columns(&n->pool, 0, n->pool.depth, n->pool_sums);
  sum_columns(&n->d0, 0, n->d0.depth, n->d0_sums);
  sum_columns(&n->p1, 0, n->p1.depth, n->p1_sums);
}

uint32_t bitesto_crc32(const uint8_t *bytes, size_t count) {
  return bitesto_crc32_continued(0, bytes, count);
}

uint32_t bitesto_crc32_continued(uint32_t before, const uint8_t *bytes, size_t count) {
  // Made anew each time: that is nothing beside a model's megabytes, and threads share no state.
  uint32_t table[8][256];
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; bit++) value = value >> 1 ^ (value & 1 ? 0xEDB88320u : 0);
    table[0][i] = value;
  }
  for (int slice = 1; slice < 8; slice++)
    for (int i = 0; i < 256; i++)
      table[slice][i] = table[slice - 1][i] >> 8 ^ table[0][table[slice - 1][i] & 255];
  uint32_t crc = ~before;
  for (; count >= 8; bytes += 8, count -= 8) {
    uint32_t low, high;
    memcpy(&low, bytes, 4);
    memcpy(&high, bytes + 4, 4);
    low ^= crc;
    crc = table[7][low & 255] ^ table[6][low >> 8 & 255] ^ table[5][low >> 16 & 255] ^
          table[4][low >> 24] ^ table[3][high & 255] ^ table[2][high >> 8 & 255] ^
          table[1][high >> 16 & 255] ^ table[0][high >> 24];
  }
  for (; count; count--) crc = crc >> 8 ^ table[0][(crc ^ *bytes++) & 255];
  return ~crc;
}
