// Tables and weights for reading texts, made part of the program.
#ifndef BITESTO_TEXT_DATA_H
#define BITESTO_TEXT_DATA_H

#include <stddef.h>
#include <stdint.h>

/// A file of this folder: its name and its bytes.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t size;
} bitesto_text_file;

/// How many there are.
int bitesto_text_file_count(void);

/// The file with a number below the count.
bitesto_text_file bitesto_text_file_at(int number);

#endif
