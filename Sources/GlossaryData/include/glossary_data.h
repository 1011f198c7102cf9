// The glossaries that ship and the tables of the name engine, made part of the program.
#ifndef BITESTO_GLOSSARY_DATA_H
#define BITESTO_GLOSSARY_DATA_H

#include <stddef.h>
#include <stdint.h>

/// A glossary file: its name and its bytes.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t size;
} bitesto_glossary_file;

/// How many there are.
int bitesto_glossary_count(void);

/// The file with a number below the count.
bitesto_glossary_file bitesto_glossary(int number);

/// How many tables of the name engine there are.
int bitesto_name_table_count(void);

/// The table with a number below the count.
bitesto_glossary_file bitesto_name_table(int number);

#endif
