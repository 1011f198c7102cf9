// ARMv8.2 dot products: 16 products an instruction. The rows' bytes are made signed by flipping the
// top bit; starting from 128 times the column sum gives the same integers as everywhere else.
#if defined(__aarch64__)
#include "kernel_set.h"

#include <arm_neon.h>
#if defined(__linux__)
#include <sys/auxv.h>
#endif

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)
#define SET neon
enum { ROWS = 4, LEFT = 4, RIGHT = 4 };

static int supported(void) {
#if defined(__linux__)
  return (getauxval(AT_HWCAP) >> 20 & 1) != 0;  // HWCAP_ASIMDDP
#else
  return 1;  // every Apple processor that runs macOS 14
#endif
}

static void dot_tile(const uint8_t *const *rows, int count, int depth, const int8_t *values, int32_t out[ROWS][64]) {
  const uint8_t *at[ROWS];
  for (int r = 0; r < ROWS; r++) at[r] = rows[r < count ? r : 0];
  const int8x16_t ones = vdupq_n_s8(1);
  for (int c = 0; c < 64; c += 16) {
    int32x4_t sums[ROWS][4] = {}, columns[4] = {};
    for (int k = 0; k < depth; k += 4) {
      const int8_t *from = values + (size_t)k * 64 + c * 4;
      int8x16_t v[4];
#pragma clang loop unroll(full)
      for (int i = 0; i < 4; i++) {
        v[i] = vld1q_s8(from + 16 * i);
        columns[i] = vdotq_s32(columns[i], v[i], ones);
      }
#pragma clang loop unroll(full)
      for (int r = 0; r < ROWS; r++) {
        uint32_t four;
        __builtin_memcpy(&four, at[r] + k, 4);
        int8x16_t a = vreinterpretq_s8_u32(vdupq_n_u32(four ^ 0x80808080u));
#pragma clang loop unroll(full)
        for (int i = 0; i < 4; i++) sums[r][i] = vdotq_s32(sums[r][i], v[i], a);
      }
    }
    for (int r = 0; r < count; r++)
      for (int i = 0; i < 4; i++)
        vst1q_s32(out[r] + c + 4 * i, vaddq_s32(sums[r][i], vshlq_n_s32(columns[i], 7)));
  }
}

static void bytes_tile(const int8_t *const a[LEFT], const int8_t *const b[RIGHT], int width,
                       int32_t out[LEFT][RIGHT]) {
  int32x4_t sums[LEFT][RIGHT] = {};
  for (int k = 0; k < width; k += 16) {
    int8x16_t v[LEFT];
#pragma clang loop unroll(full)
    for (int l = 0; l < LEFT; l++) v[l] = vld1q_s8(a[l] + k);
#pragma clang loop unroll(full)
    for (int r = 0; r < RIGHT; r++) {
      int8x16_t right = vld1q_s8(b[r] + k);
#pragma clang loop unroll(full)
      for (int l = 0; l < LEFT; l++) sums[l][r] = vdotq_s32(sums[l][r], v[l], right);
    }
  }
  for (int l = 0; l < LEFT; l++)
    for (int r = 0; r < RIGHT; r++) out[l][r] = vaddvq_s32(sums[l][r]);
}
#define DOT_TILE dot_tile
#define BYTES_TILE bytes_tile
#include "network.inc.h"
#pragma clang attribute pop
#endif
