// Plain C for every other processor.
#include "kernel_set.h"

#define SET portable
enum { ROWS = 4 };

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
#define DOT_TILE dot_tile
#include "network.inc.h"
