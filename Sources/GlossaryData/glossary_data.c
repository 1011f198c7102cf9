#include "glossary_data.h"

static const uint8_t people[] = {
#embed "../../Glossaries/people.tsv"
};
static const uint8_t places[] = {
#embed "../../Glossaries/places.tsv"
};
static const uint8_t organizations[] = {
#embed "../../Glossaries/organizations.tsv"
};
static const uint8_t terms[] = {
#embed "../../Glossaries/terms.tsv"
};

static const uint8_t case_endings[] = {
#embed "case-endings.tsv"
};
static const uint8_t given_name_spellings[] = {
#embed "given-name-spellings.tsv"
};
static const uint8_t given_names[] = {
#embed "given-names.tsv"
};
static const uint8_t letter_readings[] = {
#embed "letter-readings.tsv"
};
static const uint8_t sounds[] = {
#embed "sounds.tsv"
};
static const uint8_t romanization[] = {
#embed "romanization.tsv"
};
static const uint8_t respelling[] = {
#embed "respelling.tsv"
};
static const uint8_t name_variants[] = {
#embed "name-variants.tsv"
};

static const bitesto_glossary_file files[] = {
    {"Glossaries/people.tsv", people, sizeof people},
    {"Glossaries/places.tsv", places, sizeof places},
    {"Glossaries/organizations.tsv", organizations, sizeof organizations},
    {"Glossaries/terms.tsv", terms, sizeof terms},
};

int bitesto_glossary_count(void) { return sizeof files / sizeof *files; }

bitesto_glossary_file bitesto_glossary(int number) { return files[number]; }

static const bitesto_glossary_file tables[] = {
    {"case-endings.tsv", case_endings, sizeof case_endings},
    {"given-name-spellings.tsv", given_name_spellings, sizeof given_name_spellings},
    {"given-names.tsv", given_names, sizeof given_names},
    {"letter-readings.tsv", letter_readings, sizeof letter_readings},
    {"sounds.tsv", sounds, sizeof sounds},
    {"romanization.tsv", romanization, sizeof romanization},
    {"respelling.tsv", respelling, sizeof respelling},
    {"name-variants.tsv", name_variants, sizeof name_variants},
};

int bitesto_name_table_count(void) { return sizeof tables / sizeof *tables; }

bitesto_glossary_file bitesto_name_table(int number) { return tables[number]; }
