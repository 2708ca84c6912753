/* Lets calls on files of one folder fail, as a broken or full disk does. Loaded before the C library (LD_PRELOAD) by
   faults.py, which says through a small mapped file which calls, on which files, how often and with which error. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITES = 1, FLUSHES = 2, TRUNCATES = 4, READS = 8 };

/* The layout that faulty_disk.py knows. */
struct control {
    _Atomic uint32_t armed;  /* which kinds fail; 0 while the disk is sound */
    uint32_t code;           /* errno */
    uint32_t every;          /* each how many of the calls that match fails */
    uint32_t torn;           /* whether half of a failing write reaches the file */
    _Atomic uint32_t met;    /* calls that matched */
    _Atomic uint32_t failed; /* calls that failed */
    _Atomic int64_t budget;  /* bytes by which files may still grow; below 0 for no limit */
    char folder[512];
    char part[64];           /* what the path inside the folder must hold; empty for any */
};

static struct control *control;

__attribute__((constructor)) static void load(void) {
    const char *path = getenv("HUIFANG_FAULTS");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *map = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (map != MAP_FAILED) control = map;
}

/* Whether the file lies in the folder and has the part in its path. */
static int matches(int file) {
    char link[32], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    size_t folder = strlen(control->folder);
    if (strncmp(path, control->folder, folder) != 0) return 0;
    const char *inside = path + folder;
    /* ".sqlite" is the database itself, not its log. */
    if (strcmp(control->part, ".sqlite") == 0) {
        size_t end = strlen(inside);
        return end >= 7 && strcmp(inside + end - 7, ".sqlite") == 0;
    }
    return strstr(inside, control->part) != NULL;
}

static int fails(uint32_t kind, int file) {
    if (!control || !(atomic_load(&control->armed) & kind)) return 0;
    int before = errno;
    int hit = matches(file) && (atomic_fetch_add(&control->met, 1) + 1) % control->every == 0;
    errno = before;
    if (hit) atomic_fetch_add(&control->failed, 1);
    return hit;
}

/* Whether there is room for what a write adds to a file; takes it from the budget. */
static int has_room(int file, off_t end) {
    struct stat facts;
    if (!control || atomic_load(&control->budget) < 0) return 1;
    int before = errno;
    int counts = matches(file) && fstat(file, &facts) == 0 && end > facts.st_size;
    errno = before;
    if (!counts) return 1;
    int64_t more = end - facts.st_size;
    if (atomic_fetch_sub(&control->budget, more) >= more) return 1;
    atomic_fetch_add(&control->budget, more);
    atomic_fetch_add(&control->failed, 1);
    return 0;
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define PLACED_WRITE(name) \
    ssize_t name(int file, const void *bytes, size_t count, off_t place) { \
        REAL(name); \
        if (fails(WRITES, file)) { \
            if (control->torn) real(file, bytes, count / 2, place); \
            errno = (int)control->code; \
            return -1; \
        } \
        if (!has_room(file, place + (off_t)count)) { errno = ENOSPC; return -1; } \
        return real(file, bytes, count, place); \
    }
PLACED_WRITE(pwrite)
PLACED_WRITE(pwrite64)

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(write);
    if (fails(WRITES, file)) {
        if (control->torn) real(file, bytes, count / 2);
        errno = (int)control->code;
        return -1;
    }
    if (control && atomic_load(&control->budget) >= 0) {
        int before = errno;
        off_t place = lseek(file, 0, SEEK_CUR);
        errno = before;
        if (place >= 0 && !has_room(file, place + (off_t)count)) { errno = ENOSPC; return -1; }
    }
    return real(file, bytes, count);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    REAL(writev);
    if (fails(WRITES, file)) { errno = (int)control->code; return -1; }
    return real(file, parts, count);
}

ssize_t read(int file, void *bytes, size_t count) {
    REAL(read);
    if (fails(READS, file)) { errno = (int)control->code; return -1; }
    return real(file, bytes, count);
}

#define PLACED_READ(name) \
    ssize_t name(int file, void *bytes, size_t count, off_t place) { \
        REAL(name); \
        if (fails(READS, file)) { errno = (int)control->code; return -1; } \
        return real(file, bytes, count, place); \
    }
PLACED_READ(pread)
PLACED_READ(pread64)

#define FLUSH(name) \
    int name(int file) { \
        REAL(name); \
        if (fails(FLUSHES, file)) { errno = (int)control->code; return -1; } \
        return real(file); \
    }
FLUSH(fsync)
FLUSH(fdatasync)

#define TRUNCATE(name) \
    int name(int file, off_t length) { \
        REAL(name); \
        if (fails(TRUNCATES, file)) { errno = (int)control->code; return -1; } \
        return real(file, length); \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)
