/// The aligner's weights, made part of the program by the compiler.
#ifndef BITESTO_ALIGNMENT_DATA_H
#define BITESTO_ALIGNMENT_DATA_H

#include <stddef.h>
#include <stdint.h>

/// The table of weights (alignment-weights.tsv), UTF-8.
const uint8_t *bitesto_alignment_weights(void);
size_t bitesto_alignment_weights_size(void);

#endif
