// AVX-VNNI (256-bit): 32 products an instruction.
#if defined(__x86_64__)
#include "kernel_set.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)
#define SET avxvnni
enum { ROWS = 4, LEFT = 2, RIGHT = 4 };

static int supported(void) { return __builtin_cpu_supports("avxvnni") && __builtin_cpu_supports("fma"); }

static void dot_tile(const uint8_t *const *rows, int count, int depth, const int8_t *values, int32_t out[ROWS][64]) {
  const uint8_t *at[ROWS];
  for (int r = 0; r < ROWS; r++) at[r] = rows[r < count ? r : 0];
  for (int c = 0; c < 64; c += 16) {
    __m256i sums[ROWS][2] = {};
    for (int k = 0; k < depth; k += 4) {
      const int8_t *from = values + (size_t)k * 64 + c * 4;
      __m256i v0 = _mm256_loadu_si256((const __m256i *)from), v1 = _mm256_loadu_si256((const __m256i *)(from + 32));
#pragma clang loop unroll(full)
      for (int r = 0; r < ROWS; r++) {
        int32_t four;
        __builtin_memcpy(&four, at[r] + k, 4);
        __m256i a = _mm256_set1_epi32(four);
        sums[r][0] = _mm256_dpbusd_avx_epi32(sums[r][0], a, v0);
        sums[r][1] = _mm256_dpbusd_avx_epi32(sums[r][1], a, v1);
      }
    }
    for (int r = 0; r < count; r++)
      for (int i = 0; i < 2; i++) _mm256_storeu_si256((__m256i *)(out[r] + c + 8 * i), sums[r][i]);
  }
}

static inline int32_t total_of_eight(__m256i v) {
  __m128i four = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
  four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
  return _mm_cvtsi128_si32(_mm_add_epi32(four, _mm_shuffle_epi32(four, 0xB1)));
}

// The instruction multiplies unsigned bytes with signed ones: those of `b` are moved up by 128, and 128
// times the sum of `a` is taken off again.
static void bytes_tile(const int8_t *const a[LEFT], const int8_t *const b[RIGHT], int width,
                       int32_t out[LEFT][RIGHT]) {
  const __m256i top = _mm256_set1_epi8((char)0x80), ones = _mm256_set1_epi8(1);
  __m256i sums[LEFT][RIGHT] = {}, lefts[LEFT] = {};
  for (int k = 0; k < width; k += 32) {
    __m256i v0 = _mm256_loadu_si256((const __m256i *)(a[0] + k));
    __m256i v1 = _mm256_loadu_si256((const __m256i *)(a[1] + k));
    lefts[0] = _mm256_dpbusd_avx_epi32(lefts[0], ones, v0);
    lefts[1] = _mm256_dpbusd_avx_epi32(lefts[1], ones, v1);
#pragma clang loop unroll(full)
    for (int r = 0; r < RIGHT; r++) {
      __m256i right = _mm256_xor_si256(_mm256_loadu_si256((const __m256i *)(b[r] + k)), top);
      sums[0][r] = _mm256_dpbusd_avx_epi32(sums[0][r], right, v0);
      sums[1][r] = _mm256_dpbusd_avx_epi32(sums[1][r], right, v1);
    }
  }
  for (int l = 0; l < LEFT; l++) {
    int32_t moved = 128 * total_of_eight(lefts[l]);
    for (int r = 0; r < RIGHT; r++) out[l][r] = total_of_eight(sums[l][r]) - moved;
  }
}
#define DOT_TILE dot_tile
#define BYTES_TILE bytes_tile
#include "network.inc.h"
#pragma clang attribute pop
#endif
