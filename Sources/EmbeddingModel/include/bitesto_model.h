#ifndef BITESTO_MODEL_H
#define BITESTO_MODEL_H
int bitesto_placeholder(void);
#endif
