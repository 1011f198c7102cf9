// The model file and the word table, made part of the program by the compiler.
#include "bitesto_model.h"

static _Alignas(64) const uint8_t model[] = {
#embed "model.bin"
};

const uint8_t *bitesto_model_bytes(void) { return model; }
size_t bitesto_model_size(void) { return sizeof model; }

static _Alignas(64) const uint8_t words[] = {
#embed "words.bin"
};

const uint8_t *bitesto_words_bytes(void) { return words; }
size_t bitesto_words_size(void) { return sizeof words; }
