#include "scanning_data.h"

static const uint8_t case_endings[] = {
#embed "case-endings.tsv"
};
static const uint8_t given_name_spellings[] = {
#embed "given-name-spellings.tsv"
};

bitesto_glossary_file bitesto_case_endings(void) {
  return (bitesto_glossary_file){"case-endings.tsv", case_endings, sizeof case_endings};
}

bitesto_glossary_file bitesto_given_name_spellings(void) {
  return (bitesto_glossary_file){"given-name-spellings.tsv", given_name_spellings,
                                 sizeof given_name_spellings};
}
