#include "bitesto_model.h"
int bitesto_placeholder(void) { return 1; }
