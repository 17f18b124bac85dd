/* Loaded before the C library: lets one call of a kind fail, or the disk be full.
 *   FAULT_CALL=fsync FAULT_AT=7 FAULT_ERROR=5 [FAULT_ON=1]   the 7th fsync fails with errno 5 (all from it on)
 *   FAULT_CALL=write FAULT_AT=3 FAULT_ERROR=short            the 3rd write writes half
 *   FAULT_BUDGET=40000                                       40,000 bytes, then the disk is full
 *   FAULT_REPORT=FILE                                        is made when a fault was injected
 * Counting begins with vanthu_faults_begin(). Standard streams are left alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { SHORT = -1 };

static int armed;
static const char *wanted = "";
static long at, counted, budget = -1;
static int error_number, from_then_on;
static const char *report;

static void say_injected(void) {
    if (report) {
        long fd = syscall(SYS_openat, AT_FDCWD, report, O_WRONLY | O_CREAT, 0666);
        if (fd >= 0) syscall(SYS_close, fd);
    }
}

void vanthu_faults_begin(void) {
    const char *value;
    if ((value = getenv("FAULT_CALL"))) wanted = value;
    if ((value = getenv("FAULT_AT"))) at = atol(value);
    if ((value = getenv("FAULT_ERROR"))) error_number = strcmp(value, "short") == 0 ? SHORT : atoi(value);
    if ((value = getenv("FAULT_BUDGET"))) budget = atol(value);
    from_then_on = getenv("FAULT_ON") != NULL;
    report = getenv("FAULT_REPORT");
    armed = 1;
}

/* 0: let it through; SHORT; else the errno that it must fail with. */
static int fault(const char *call) {
    if (!armed || at == 0 || strcmp(call, wanted) != 0) return 0;
    ++counted;
    if (counted != at && !(from_then_on && counted > at)) return 0;
    say_injected();
    return error_number;
}

#define REAL(type, name, ...)                                                                                          \
    static type (*real)(__VA_ARGS__);                                                                                  \
    if (!real) *(void **)(&real) = dlsym(RTLD_NEXT, #name)

#define FAIL_WITH(call, failure)                                                                                       \
    do {                                                                                                               \
        int error = fault(call);                                                                                       \
        if (error > 0) {                                                                                               \
            errno = error;                                                                                             \
            return failure;                                                                                            \
        }                                                                                                              \
    } while (0)

/* How much of it may be written; -1 and errno where nothing. */
static ssize_t allowed(int fd, size_t size) {
    int error;
    if (fd <= STDERR_FILENO || !armed) return (ssize_t)size;
    error = fault("write");
    if (error > 0) {
        errno = error;
        return -1;
    }
    if (error == SHORT) return (ssize_t)(size > 1 ? size / 2 : size);
    if (budget < 0) return (ssize_t)size;
    if (budget == 0 && size > 0) {
        say_injected();
        errno = ENOSPC;
        return -1;
    }
    if ((long)size > budget) size = (size_t)budget;
    budget -= (long)size;
    return (ssize_t)size;
}

ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    ssize_t part = allowed(fd, size);
    return part < 0 ? -1 : real(fd, bytes, (size_t)part);
}

#define PWRITE(name)                                                                                                   \
    ssize_t name(int fd, const void *bytes, size_t size, off_t offset) {                                               \
        REAL(ssize_t, name, int, const void *, size_t, off_t);                                                         \
        ssize_t part = allowed(fd, size);                                                                              \
        return part < 0 ? -1 : real(fd, bytes, (size_t)part, offset);                                                  \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define OPEN(name)                                                                                                     \
    int name(const char *path, int flags, ...) {                                                                       \
        REAL(int, name, const char *, int, ...);                                                                       \
        mode_t mode = 0;                                                                                               \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        if (flags & (O_CREAT | O_TMPFILE)) mode = va_arg(rest, mode_t);                                                \
        va_end(rest);                                                                                                  \
        FAIL_WITH("open", -1);                                                                                         \
        return real(path, flags, mode);                                                                                \
    }
OPEN(open)
OPEN(open64)

int fsync(int fd) {
    REAL(int, fsync, int);
    FAIL_WITH("fsync", -1);
    return real(fd);
}

int fdatasync(int fd) {
    REAL(int, fdatasync, int);
    FAIL_WITH("fsync", -1);
    return real(fd);
}

/* As Linux does: the descriptor is gone, whatever is said of it. */
int close(int fd) {
    REAL(int, close, int);
    int error = fd > STDERR_FILENO ? fault("close") : 0;
    int result = real(fd);
    if (error <= 0) return result;
    errno = error;
    return -1;
}

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    FAIL_WITH("rename", -1);
    return real(from, to);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, mkdir, const char *, mode_t);
    FAIL_WITH("mkdir", -1);
    return real(path, mode);
}

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    FAIL_WITH("unlink", -1);
    return real(path);
}

ssize_t read(int fd, void *bytes, size_t size) {
    REAL(ssize_t, read, int, void *, size_t);
    int error = fd > STDERR_FILENO ? fault("read") : 0;
    if (error > 0) {
        errno = error;
        return -1;
    }
    return real(fd, bytes, error == SHORT && size > 1 ? size / 2 : size);
}

#define TRUNCATE(name)                                                                                                 \
    int name(int fd, off_t size) {                                                                                     \
        REAL(int, name, int, off_t);                                                                                   \
        FAIL_WITH("ftruncate", -1);                                                                                    \
        return real(fd, size);                                                                                         \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define MMAP(name)                                                                                                     \
    void *name(void *where, size_t size, int protection, int flags, int fd, off_t offset) {                            \
        REAL(void *, name, void *, size_t, int, int, int, off_t);                                                      \
        FAIL_WITH("mmap", MAP_FAILED);                                                                                 \
        return real(where, size, protection, flags, fd, offset);                                                       \
    }
MMAP(mmap)
MMAP(mmap64)

/* dlsym() may want memory itself, so the C library's own names are used. */
extern void *__libc_malloc(size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_calloc(size_t, size_t);

void *malloc(size_t size) {
    FAIL_WITH("malloc", NULL);
    return __libc_malloc(size);
}

void *realloc(void *memory, size_t size) {
    FAIL_WITH("malloc", NULL);
    return __libc_realloc(memory, size);
}

void *calloc(size_t count, size_t size) {
    FAIL_WITH("malloc", NULL);
    return __libc_calloc(count, size);
}
