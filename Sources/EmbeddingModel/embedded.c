// The model file, the word table, the translations and the sketch, made part of the program by the
// compiler.
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

static _Alignas(64) const uint8_t sketch[] = {
#embed "sketch.bin"
};

const uint8_t *bitesto_sketch_bytes(void) { return sketch; }
size_t bitesto_sketch_size(void) { return sizeof sketch; }

static _Alignas(64) const uint8_t translations[] = {
#embed "translations.bin"
};

const uint8_t *bitesto_translations_bytes(void) { return translations; }
size_t bitesto_translations_size(void) { return sizeof translations; }
