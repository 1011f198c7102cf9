#include "text_data.h"

static const uint8_t abbreviations_east_slavic[] = {
#embed "abbreviations.east-slavic.tsv"
};
static const uint8_t abbreviations_en[] = {
#embed "abbreviations.en.tsv"
};
static const uint8_t abbreviations_it[] = {
#embed "abbreviations.it.tsv"
};
static const uint8_t encodings[] = {
#embed "encodings.tsv"
};
static const uint8_t furniture_be[] = {
#embed "furniture.be.tsv"
};
static const uint8_t furniture_en[] = {
#embed "furniture.en.tsv"
};
static const uint8_t furniture_it[] = {
#embed "furniture.it.tsv"
};
static const uint8_t furniture_ru[] = {
#embed "furniture.ru.tsv"
};
static const uint8_t furniture_uk[] = {
#embed "furniture.uk.tsv"
};
static const uint8_t html_entities[] = {
#embed "html-entities.tsv"
};
static const uint8_t html_hints[] = {
#embed "html-hints.tsv"
};
static const uint8_t starters_east_slavic[] = {
#embed "starters.east-slavic.txt"
};
static const uint8_t starters_en[] = {
#embed "starters.en.txt"
};
static const uint8_t starters_it[] = {
#embed "starters.it.txt"
};
static const uint8_t sentence_model_it[] = {
#embed "sentence-model.it.bin"
};
static const uint8_t sentence_model_en[] = {
#embed "sentence-model.en.bin"
};

static const bitesto_text_file files[] = {
    {"abbreviations.east-slavic.tsv", abbreviations_east_slavic, sizeof abbreviations_east_slavic},
    {"abbreviations.en.tsv", abbreviations_en, sizeof abbreviations_en},
    {"abbreviations.it.tsv", abbreviations_it, sizeof abbreviations_it},
    {"encodings.tsv", encodings, sizeof encodings},
    {"furniture.be.tsv", furniture_be, sizeof furniture_be},
    {"furniture.en.tsv", furniture_en, sizeof furniture_en},
    {"furniture.it.tsv", furniture_it, sizeof furniture_it},
    {"furniture.ru.tsv", furniture_ru, sizeof furniture_ru},
    {"furniture.uk.tsv", furniture_uk, sizeof furniture_uk},
    {"html-entities.tsv", html_entities, sizeof html_entities},
    {"html-hints.tsv", html_hints, sizeof html_hints},
    {"starters.east-slavic.txt", starters_east_slavic, sizeof starters_east_slavic},
    {"starters.en.txt", starters_en, sizeof starters_en},
    {"starters.it.txt", starters_it, sizeof starters_it},
    {"sentence-model.it.bin", sentence_model_it, sizeof sentence_model_it},
    {"sentence-model.en.bin", sentence_model_en, sizeof sentence_model_en},
};

int bitesto_text_file_count(void) { return sizeof files / sizeof *files; }

bitesto_text_file bitesto_text_file_at(int number) { return files[number]; }
