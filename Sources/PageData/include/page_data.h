// The style and the script of the HTML page, made part of the program.
#ifndef BITESTO_PAGE_DATA_H
#define BITESTO_PAGE_DATA_H

#include <stddef.h>
#include <stdint.h>

/// A file of this folder: its name and its bytes.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t size;
} bitesto_page_file;

/// How many there are.
int bitesto_page_file_count(void);

/// The file with a number below the count, in the order in which a page has them.
bitesto_page_file bitesto_page_file_at(int number);

#endif
