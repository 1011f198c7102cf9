#include "page_data.h"

static const uint8_t colors[] = {
#embed "colors.css"
};
static const uint8_t text[] = {
#embed "text.css"
};
static const uint8_t cards[] = {
#embed "cards.css"
};
static const uint8_t tools[] = {
#embed "tools.css"
};
static const uint8_t alignment[] = {
#embed "alignment.css"
};
static const uint8_t layout[] = {
#embed "layout.css"
};
static const uint8_t print_style[] = {
#embed "print.css"
};
static const uint8_t select[] = {
#embed "select.js"
};
static const uint8_t filter[] = {
#embed "filter.js"
};
static const uint8_t search[] = {
#embed "search.js"
};
static const uint8_t act[] = {
#embed "act.js"
};
static const uint8_t print_script[] = {
#embed "print.js"
};

static const bitesto_page_file files[] = {
    {"colors.css", colors, sizeof colors},
    {"text.css", text, sizeof text},
    {"cards.css", cards, sizeof cards},
    {"tools.css", tools, sizeof tools},
    {"alignment.css", alignment, sizeof alignment},
    {"layout.css", layout, sizeof layout},
    {"print.css", print_style, sizeof print_style},
    {"select.js", select, sizeof select},
    {"filter.js", filter, sizeof filter},
    {"search.js", search, sizeof search},
    {"act.js", act, sizeof act},
    {"print.js", print_script, sizeof print_script},
};

int bitesto_page_file_count(void) { return sizeof files / sizeof *files; }

bitesto_page_file bitesto_page_file_at(int number) { return files[number]; }
