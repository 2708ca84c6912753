/* Writes down, in order, what a process changes in one folder and what it flushes, and ends the process (SIGKILL) at a
   chosen change. Loaded before the C library (LD_PRELOAD) by disk_log.py, which reads the journal again.

   A change is written down before it is made, under one lock, so that the order in the journal is the order on the disk and
   a kill leaves at most its last change unmade. A flush is written down when it begins and, outside the lock, when it has
   returned: what was written before the one is on the disk after the other. The log's index (-shm) is left out: it is mapped,
   never flushed, and made anew after a power cut. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE = 1, SIZE, ROOM, CREATE, FOLDER, RENAME, LINK, UNLINK, FLUSH, FLUSHED, IS, CAME_TO };
enum aim { ANY = 1, FLUSHES = 2, NAMES = 4, DATABASE = 8 };

/* The layouts that disk_log.py knows. */
struct head { uint32_t kind, first, second, size; uint64_t inode; int64_t place; };
struct control { _Atomic uint32_t aim; _Atomic int32_t left; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;
static char folder[PATH_MAX];
static struct control *control;
static int64_t flushes;

__attribute__((constructor)) static void load(void) {
    const char *where = getenv("HUIFANG_LOGGED"), *log = getenv("HUIFANG_JOURNAL"), *cut = getenv("HUIFANG_CUT");
    if (!where || !log || !cut || !realpath(where, folder)) return;
    int file = syscall(SYS_openat, AT_FDCWD, cut, O_RDWR | O_CLOEXEC);
    void *map = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (map == MAP_FAILED) abort();
    control = map;
    journal = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (journal < 0) abort();
}

static int ends(const char *path, const char *end) {
    size_t length = strlen(path), most = strlen(end);
    return length >= most && strcmp(path + length - most, end) == 0;
}

static int inside(const char *path) {
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || !path[length]) && !ends(path, "-shm");
}

/* Whether an open file or folder lies inside, and where. */
static int found(int file, struct stat *facts, char path[PATH_MAX]) {
    if (journal < 0) return 0;
    int before = errno, is = 0;
    char link[32];
    if (fstat(file, facts) == 0 && (S_ISREG(facts->st_mode) || S_ISDIR(facts->st_mode))) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        ssize_t length = readlink(link, path, PATH_MAX - 1);
        if (length > 0) { path[length] = 0; is = inside(path); }
    }
    errno = before;
    return is;
}

/* Whether a name lies inside; its folder must be there. */
static int named(int base, const char *name, char path[PATH_MAX]) {
    if (journal < 0 || !name) return 0;
    int before = errno, is = 0;
    char whole[2 * PATH_MAX], link[32], from[PATH_MAX];
    if (name[0] != '/' && base != AT_FDCWD) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", base);
        ssize_t length = readlink(link, from, sizeof from - 1);
        from[length > 0 ? length : 0] = 0;
        snprintf(whole, sizeof whole, "%s/%s", from, name);
    } else {
        snprintf(whole, sizeof whole, "%s%s", name[0] == '/' ? "" : "./", name);
    }
    while (strlen(whole) > 1 && ends(whole, "/")) whole[strlen(whole) - 1] = 0;
    char *slash = strrchr(whole, '/');
    *slash = 0;
    if (realpath(slash == whole ? "/" : whole, path) && strlen(path) + strlen(slash + 1) + 2 < PATH_MAX) {
        strcat(strcat(path, "/"), slash + 1);
        is = inside(path);
    }
    errno = before;
    return is;
}

static void put(enum kind kind, uint64_t inode, int64_t place, const char *first, const char *second,
                const struct iovec *parts, int count) {
    struct iovec all[3 + 64];
    struct head head = {kind, first ? strlen(first) : 0, second ? strlen(second) : 0, 0, inode, place};
    all[0] = (struct iovec){&head, sizeof head};
    all[1] = (struct iovec){(void *)first, head.first};
    all[2] = (struct iovec){(void *)second, head.second};
    if (count > 64) abort();
    for (int at = 0; at < count; at++) { all[3 + at] = parts[at]; head.size += parts[at].iov_len; }
    int before = errno;
    if (syscall(SYS_writev, journal, all, 3 + count) != (long)(sizeof head + head.first + head.second + head.size)) abort();
    errno = before;
}

/* The power is cut here when this is the change that it was to be cut at. */
static void pass(uint32_t what) {
    if ((atomic_load(&control->aim) & what) && atomic_fetch_sub(&control->left, 1) == 1) {
        kill(getpid(), SIGKILL);
        for (;;) pause();
    }
}

static uint32_t of(const char *path) { return ANY | (ends(path, ".sqlite") ? DATABASE : 0); }

static void came_to(int64_t done) { put(CAME_TO, 0, done < 0 ? 0 : done, NULL, NULL, NULL, 0); }

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* A write of parts at a place, made by `call`. */
#define WRITTEN(parts, count, place, call) \
    struct stat facts; char path[PATH_MAX]; \
    if (!found(file, &facts, path)) return call; \
    pthread_mutex_lock(&lock); \
    size_t wanted = 0; \
    for (int at = 0; at < (count); at++) wanted += (parts)[at].iov_len; \
    put(WRITE, facts.st_ino, place, path, NULL, parts, count); \
    pass(of(path)); \
    ssize_t done = call; \
    if (done != (ssize_t)wanted) came_to(done); \
    pthread_mutex_unlock(&lock); \
    return done

static off_t stands(int file) {
    struct stat facts;
    if (fcntl(file, F_GETFL) & O_APPEND) return fstat(file, &facts) == 0 ? facts.st_size : 0;
    return lseek(file, 0, SEEK_CUR);
}

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(write);
    struct iovec part = {(void *)bytes, count};
    WRITTEN(&part, 1, stands(file), real(file, bytes, count));
}
ssize_t writev(int file, const struct iovec *parts, int many) {
    REAL(writev);
    WRITTEN(parts, many, stands(file), real(file, parts, many));
}
#define PLACED(name) \
    ssize_t name(int file, const void *bytes, size_t count, off_t place) { \
        REAL(name); \
        struct iovec part = {(void *)bytes, count}; \
        WRITTEN(&part, 1, place, real(file, bytes, count, place)); \
    }
PLACED(pwrite)
PLACED(pwrite64)

/* A change of a file's size; `good` says whether the call's result means that it was made. */
#define SIZED(kind, place, call, good) \
    struct stat facts; char path[PATH_MAX]; \
    if (!found(file, &facts, path)) return call; \
    pthread_mutex_lock(&lock); \
    put(kind, facts.st_ino, place, path, NULL, NULL, 0); \
    pass(of(path)); \
    int done = call; \
    if (!(good)) came_to(-1); \
    pthread_mutex_unlock(&lock); \
    return done
int ftruncate(int file, off_t size) { REAL(ftruncate); SIZED(SIZE, size, real(file, size), done == 0); }
int ftruncate64(int file, off64_t size) { REAL(ftruncate64); SIZED(SIZE, size, real(file, size), done == 0); }
int posix_fallocate(int file, off_t from, off_t more) {
    REAL(posix_fallocate);
    SIZED(ROOM, from + more, real(file, from, more), done == 0);
}

static int opened(int base, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    struct stat facts;
    if (!(flags & (O_CREAT | O_TRUNC)) || !named(base, name, path)) return syscall(SYS_openat, base, name, flags, mode);
    pthread_mutex_lock(&lock);
    int before = errno, was = lstat(path, &facts) == 0, makes = !was && flags & O_CREAT;
    errno = before;
    if (makes) { put(CREATE, 0, 0, path, NULL, NULL, 0); pass(ANY | NAMES); }
    int file = syscall(SYS_openat, base, name, flags, mode);
    if (makes && file < 0) came_to(-1);
    if (makes && file >= 0 && fstat(file, &facts) == 0) put(IS, facts.st_ino, 0, NULL, NULL, NULL, 0);
    if (was && file >= 0 && flags & O_TRUNC) put(SIZE, facts.st_ino, 0, path, NULL, NULL, 0);
    pthread_mutex_unlock(&lock);
    return file;
}

#define OPENED(base, flags) \
    va_list rest; va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    return opened(base, name, flags, mode)
int open(const char *name, int flags, ...) { OPENED(AT_FDCWD, flags); }
int open64(const char *name, int flags, ...) { OPENED(AT_FDCWD, flags); }
int openat(int base, const char *name, int flags, ...) { OPENED(base, flags); }

/* A change of one name, or of two. */
#define RENAMED(kind, base, name, other, call) \
    char path[PATH_MAX], target[PATH_MAX]; \
    int is = named(base, name, path), to = named(AT_FDCWD, other, target); \
    if (!is && !to) return call; \
    pthread_mutex_lock(&lock); \
    put(kind, 0, 0, path, to ? target : NULL, NULL, 0); \
    pass(ANY | NAMES); \
    int done = call; \
    struct stat facts; \
    if (done != 0) came_to(-1); \
    else if (kind == FOLDER && lstat(path, &facts) == 0) put(IS, facts.st_ino, 0, NULL, NULL, NULL, 0); \
    pthread_mutex_unlock(&lock); \
    return done
int mkdir(const char *name, mode_t mode) { REAL(mkdir); RENAMED(FOLDER, AT_FDCWD, name, NULL, real(name, mode)); }
int rmdir(const char *name) { REAL(rmdir); RENAMED(UNLINK, AT_FDCWD, name, NULL, real(name)); }
int unlink(const char *name) { REAL(unlink); RENAMED(UNLINK, AT_FDCWD, name, NULL, real(name)); }
int rename(const char *name, const char *other) { REAL(rename); RENAMED(RENAME, AT_FDCWD, name, other, real(name, other)); }
int link(const char *name, const char *other) { REAL(link); RENAMED(LINK, AT_FDCWD, name, other, real(name, other)); }

#define FLUSHING(name) \
    int name(int file) { \
        REAL(name); \
        struct stat facts; char path[PATH_MAX]; \
        if (!found(file, &facts, path)) return real(file); \
        pthread_mutex_lock(&lock); \
        int64_t number = ++flushes; \
        put(FLUSH, facts.st_ino, number, path, NULL, NULL, 0); \
        pass(ANY | FLUSHES); \
        pthread_mutex_unlock(&lock); \
        int done = real(file); \
        if (done != 0) return done; \
        pthread_mutex_lock(&lock); \
        put(FLUSHED, facts.st_ino, number, path, NULL, NULL, 0); \
        pass(ANY | FLUSHES); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
FLUSHING(fsync)
FLUSHING(fdatasync)
