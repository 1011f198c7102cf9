// Plain C for every other processor.
#include "kernel_set.h"

#define SET portable
enum { ROWS = 4, LEFT = 1, RIGHT = 1 };

static int supported(void) { return 1; }

static void dot_tile(const uint8_t *const *rows, int count, int depth, const int8_t *values, int32_t out[ROWS][64]) {
  for (int r = 0; r < count; r++) {
    int32_t sums[64] = {0};
    for (int k = 0; k < depth; k += 4) {
      const int8_t *at = values + (size_t)k * 64;
      const uint8_t *a = rows[r] + k;
      for (int c = 0; c < 64; c++)
        sums[c] += a[0] * at[4 * c] + a[1] * at[4 * c + 1] + a[2] * at[4 * c + 2] + a[3] * at[4 * c + 3];
    }
    __builtin_memcpy(out[r], sums, sizeof sums);
  }
}

static void bytes_tile(const int8_t *const a[LEFT], const int8_t *const b[RIGHT], int width,
                       int32_t out[LEFT][RIGHT]) {
  int32_t sum = 0;
  for (int k = 0; k < width; k++) sum += a[0][k] * b[0][k];
  out[0][0] = sum;
}
#define DOT_TILE dot_tile
#define BYTES_TILE bytes_tile
#include "network.inc.h"
