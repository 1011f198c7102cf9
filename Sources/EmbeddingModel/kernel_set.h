// One set of functions a processor family; kernels.c picks a set at run time.
#ifndef BITESTO_KERNEL_SET_H
#define BITESTO_KERNEL_SET_H

#include "bitesto_model.h"

typedef struct {
  const char *name;
  int (*supported)(void);
  void (*compute_pieces)(const bitesto_network *, const int32_t *, int32_t, void *,
                         bitesto_piece *const *);
  void (*pool_sentences)(const bitesto_network *, const bitesto_piece *const *, const int32_t *,
                         int32_t, void *, float *);
  void (*finish_sentences)(const bitesto_network *, const float *, const int32_t *, int32_t,
                           void *, float *);
  void (*dot_matrix)(const float *, int32_t, const float *, int32_t, int32_t, float *);
  void (*dot_selected)(const int16_t *, const int32_t *, int32_t, const int16_t *, const int32_t *,
                   int32_t, int32_t, int32_t *);
  void (*dot_bytes)(const int8_t *, const int32_t *, int32_t, const int8_t *, int32_t, int32_t,
                    int32_t *);
} bitesto_kernel_set;

#define BITESTO_DECLARE_SET(NAME) extern const bitesto_kernel_set bitesto_kernels_##NAME;

#if defined(__x86_64__)
BITESTO_DECLARE_SET(avx512vnni)
BITESTO_DECLARE_SET(avxvnni)
BITESTO_DECLARE_SET(avx2)
#elif defined(__aarch64__)
BITESTO_DECLARE_SET(neon)
#endif
BITESTO_DECLARE_SET(portable)

#endif
