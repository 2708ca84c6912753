#include <stdlib.h>
#include <turbojpeg.h>

// Decoding takes and frees pieces of many megabytes, which GNU's C library would keep for itself.
#ifdef __GLIBC__
#include <malloc.h>
static inline void huifang_give_memory_back(void) { malloc_trim(0); }
#else
static inline void huifang_give_memory_back(void) {}
#endif
