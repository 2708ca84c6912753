#include <sqlite3.h>

// Swift cannot call functions with a variable number of arguments.
// Returns SQLITE_MISUSE when the library is in use already.
static inline int csqlite_keep_no_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
