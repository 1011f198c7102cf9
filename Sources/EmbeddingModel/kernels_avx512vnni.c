// AVX-512 with VNNI: 64 products an instruction.
#if defined(__x86_64__)
#include "kernel_set.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512bw,avx512vl,avx512vnni"))), apply_to = function)
#define SET avx512vnni
enum { ROWS = 6, LEFT = 4, RIGHT = 4 };

static int supported(void) {
  return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl");
}

static inline __attribute__((always_inline)) void dot_rows(const uint8_t *const *rows, const int count, int depth,
                                                           const int8_t *values, int32_t out[ROWS][64]) {
  __m512i sums[ROWS][4];
  for (int r = 0; r < count; r++)
    for (int c = 0; c < 4; c++) sums[r][c] = _mm512_setzero_si512();
  for (int k = 0; k < depth; k += 4, values += 256) {
    __m512i v0 = _mm512_loadu_si512(values), v1 = _mm512_loadu_si512(values + 64);
    __m512i v2 = _mm512_loadu_si512(values + 128), v3 = _mm512_loadu_si512(values + 192);
#pragma clang loop unroll(full)
    for (int r = 0; r < count; r++) {
      int32_t four;
      __builtin_memcpy(&four, rows[r] + k, 4);
      __m512i a = _mm512_set1_epi32(four);
      sums[r][0] = _mm512_dpbusd_epi32(sums[r][0], a, v0);
      sums[r][1] = _mm512_dpbusd_epi32(sums[r][1], a, v1);
      sums[r][2] = _mm512_dpbusd_epi32(sums[r][2], a, v2);
      sums[r][3] = _mm512_dpbusd_epi32(sums[r][3], a, v3);
    }
  }
  for (int r = 0; r < count; r++)
    for (int c = 0; c < 4; c++) _mm512_storeu_si512(out[r] + 16 * c, sums[r][c]);
}

static void dot_tile(const uint8_t *const *rows, int count, int depth, const int8_t *values, int32_t out[ROWS][64]) {
  switch (count) {
    case 1: return dot_rows(rows, 1, depth, values, out);
    case 2: return dot_rows(rows, 2, depth, values, out);
    case 3: return dot_rows(rows, 3, depth, values, out);
    case 4: return dot_rows(rows, 4, depth, values, out);
    case 5: return dot_rows(rows, 5, depth, values, out);
    default: return dot_rows(rows, 6, depth, values, out);
  }
}

// The instruction multiplies unsigned bytes with signed ones: those of `b` are moved up by 128, and 128
// times the sum of `a` is taken off again.
static void bytes_tile(const int8_t *const a[LEFT], const int8_t *const b[RIGHT], int width,
                       int32_t out[LEFT][RIGHT]) {
  const __m512i top = _mm512_set1_epi8((char)0x80), ones = _mm512_set1_epi8(1);
  __m512i sums[LEFT][RIGHT], lefts[LEFT];
  for (int l = 0; l < LEFT; l++) {
    lefts[l] = _mm512_setzero_si512();
    for (int r = 0; r < RIGHT; r++) sums[l][r] = _mm512_setzero_si512();
  }
  for (int k = 0; k < width; k += 64) {
    __m512i v[LEFT];
#pragma clang loop unroll(full)
    for (int l = 0; l < LEFT; l++) {
      v[l] = _mm512_loadu_si512(a[l] + k);
      lefts[l] = _mm512_dpbusd_epi32(lefts[l], ones, v[l]);
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < RIGHT; r++) {
      __m512i right = _mm512_xor_si512(_mm512_loadu_si512(b[r] + k), top);
#pragma clang loop unroll(full)
      for (int l = 0; l < LEFT; l++) sums[l][r] = _mm512_dpbusd_epi32(sums[l][r], right, v[l]);
    }
  }
  for (int l = 0; l < LEFT; l++) {
    int32_t moved = 128 * _mm512_reduce_add_epi32(lefts[l]);
    for (int r = 0; r < RIGHT; r++) out[l][r] = _mm512_reduce_add_epi32(sums[l][r]) - moved;
  }
}
#define DOT_TILE dot_tile
#define BYTES_TILE bytes_tile
#include "network.inc.h"
#pragma clang attribute pop
#endif
