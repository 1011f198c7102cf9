// The tables that names are compared by, made part of the program.
#ifndef BITESTO_COMPARISON_DATA_H
#define BITESTO_COMPARISON_DATA_H

#include "glossary_data.h"

/// Given names and their forms in other languages.
bitesto_glossary_file bitesto_given_names(void);

/// How letters are read in each family.
bitesto_glossary_file bitesto_letter_readings(void);

/// How far apart sounds are.
bitesto_glossary_file bitesto_sounds(void);

#endif
