#include "comparison_data.h"

static const uint8_t given_names[] = {
#embed "given-names.tsv"
};
static const uint8_t letter_readings[] = {
#embed "letter-readings.tsv"
};
static const uint8_t sounds[] = {
#embed "sounds.tsv"
};

bitesto_glossary_file bitesto_given_names(void) {
  return (bitesto_glossary_file){"given-names.tsv", given_names, sizeof given_names};
}

bitesto_glossary_file bitesto_letter_readings(void) {
  return (bitesto_glossary_file){"letter-readings.tsv", letter_readings, sizeof letter_readings};
}

bitesto_glossary_file bitesto_sounds(void) {
  return (bitesto_glossary_file){"sounds.tsv", sounds, sizeof sounds};
}
