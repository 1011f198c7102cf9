#include "alignment_data.h"

static const uint8_t weights[] = {
#embed "alignment-weights.tsv"
};

const uint8_t *bitesto_alignment_weights(void) { return weights; }

size_t bitesto_alignment_weights_size(void) { return sizeof weights; }
