// AVX-VNNI (256-bit): 32 products an instruction.
#if defined(__x86_64__)
#include "kernel_set.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)
#define SET avxvnni
enum { ROWS = 4 };

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
#define DOT_TILE dot_tile
#include "network.inc.h"
#pragma clang attribute pop
#endif
