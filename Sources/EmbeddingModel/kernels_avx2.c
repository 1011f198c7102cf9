// AVX2: bytes widened to 16 bits, so that nothing saturates; 16 products an instruction.
#if defined(__x86_64__)
#include "kernel_set.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define SET avx2
enum { ROWS = 6, LEFT = 2, RIGHT = 4 };

static int supported(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

static void dot_tile(const uint8_t *const *rows, int count, int depth, const int8_t *values, int32_t out[ROWS][64]) {
  const uint8_t *at[ROWS];
  for (int r = 0; r < ROWS; r++) at[r] = rows[r < count ? r : 0];
  for (int c = 0; c < 64; c += 8) {
    __m256i sums[ROWS][2] = {};  // columns c to c+3 and c+4 to c+7, two halves a column
    for (int k = 0; k < depth; k += 4) {
      const int8_t *from = values + (size_t)k * 64 + c * 4;
      __m256i v0 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)from));
      __m256i v1 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(from + 16)));
#pragma clang loop unroll(full)
      for (int r = 0; r < ROWS; r++) {
        int32_t four;
        __builtin_memcpy(&four, at[r] + k, 4);
        __m256i a = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
        sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(a, v0));
        sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(a, v1));
      }
    }
    for (int r = 0; r < count; r++) {
      __m256i pairs = _mm256_hadd_epi32(sums[r][0], sums[r][1]);
      _mm256_storeu_si256((__m256i *)(out[r] + c), _mm256_permute4x64_epi64(pairs, 0xD8));
    }
  }
}

static inline int32_t total_of_eight(__m256i v) {
  __m128i four = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
  four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
  return _mm_cvtsi128_si32(_mm_add_epi32(four, _mm_shuffle_epi32(four, 0xB1)));
}

static void bytes_tile(const int8_t *const a[LEFT], const int8_t *const b[RIGHT], int width,
                       int32_t out[LEFT][RIGHT]) {
  __m256i sums[LEFT][RIGHT] = {};
  for (int k = 0; k < width; k += 16) {
    __m256i v0 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(a[0] + k)));
    __m256i v1 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(a[1] + k)));
#pragma clang loop unroll(full)
    for (int r = 0; r < RIGHT; r++) {
      __m256i right = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(b[r] + k)));
      sums[0][r] = _mm256_add_epi32(sums[0][r], _mm256_madd_epi16(v0, right));
      sums[1][r] = _mm256_add_epi32(sums[1][r], _mm256_madd_epi16(v1, right));
    }
  }
  for (int l = 0; l < LEFT; l++)
    for (int r = 0; r < RIGHT; r++) out[l][r] = total_of_eight(sums[l][r]);
}
#define DOT_TILE dot_tile
#define BYTES_TILE bytes_tile
#include "network.inc.h"
#pragma clang attribute pop
#endif
