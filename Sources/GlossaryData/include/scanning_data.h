// The tables that names are found in texts by, made part of the program.
#ifndef BITESTO_SCANNING_DATA_H
#define BITESTO_SCANNING_DATA_H

#include "glossary_data.h"

/// What the ends of Cyrillic names become in the cases.
bitesto_glossary_file bitesto_case_endings(void);

/// Spellings of given names in Latin and Cyrillic letters.
bitesto_glossary_file bitesto_given_name_spellings(void);

#endif
