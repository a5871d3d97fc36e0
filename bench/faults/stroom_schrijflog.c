/* Loaded before the C library (LD_PRELOAD): writes down, in order, what a process does to the files under
   SCHRIJFLOG_MAP, into SCHRIJFLOG. One record: kind, length of name, offset, length, name, data. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int file = -1;
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define IN_TURN(result, call, noted) \
    pthread_mutex_lock(&turn); result = call; noted; pthread_mutex_unlock(&turn); return result

static void note(char kind, const char *name, uint64_t offset, const void *data, uint64_t length) {
    const char *under = getenv("SCHRIJFLOG_MAP");
    if (!under || !name || strncmp(name, under, strlen(under))) return;
    if (file < 0) file = syscall(SYS_openat, AT_FDCWD, getenv("SCHRIJFLOG"), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    struct { uint32_t kind, name; uint64_t offset, length; } head = {kind, strlen(name), offset, length};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)name, head.name}, {(void *)data, data ? length : 0}};
    if (syscall(SYS_writev, file, parts, 3) < 0) abort();
}

static void note_fd(char kind, int fd, uint64_t offset, const void *data, int64_t length) {
    char link[64], name[4096];
    if (length < 0) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, name, sizeof name - 1);
    if (size < 1) return;
    name[size] = 0;
    note(kind, name, offset, data, length);
}

static int open_noted(const char *path, int flags, mode_t mode) {
    int fresh = (flags & O_CREAT) && access(path, F_OK);
    int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fd >= 0 && fresh) note_fd('C', fd, 0, 0, 0);
    if (fd >= 0 && !fresh && (flags & O_TRUNC)) note_fd('T', fd, 0, 0, 0);
    return fd;
}
#define OPEN(name) int name(const char *path, int flags, ...) { \
    va_list rest; int fd; va_start(rest, flags); mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; va_end(rest); \
    IN_TURN(fd, open_noted(path, flags, mode), (void)0); }
OPEN(open)
OPEN(open64)

#define PWRITE(name) ssize_t name(int fd, const void *data, size_t length, off_t offset) { ssize_t done; \
    IN_TURN(done, REAL(name)(fd, data, length, offset), note_fd('W', fd, offset, data, done)); }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int fd, const void *data, size_t length) { ssize_t done;
    IN_TURN(done, REAL(write)(fd, data, length), if (done >= 0) note_fd('W', fd, lseek(fd, 0, SEEK_CUR) - done, data, done)); }

#define CUT(name) int name(int fd, off_t length) { int failed; \
    IN_TURN(failed, REAL(name)(fd, length), if (!failed) note_fd('T', fd, length, 0, 0)); }
CUT(ftruncate)
CUT(ftruncate64)

#define SYNC(name) int name(int fd) { int failed; IN_TURN(failed, REAL(name)(fd), if (!failed) note_fd('S', fd, 0, 0, 0)); }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) { int failed;
    IN_TURN(failed, REAL(rename)(from, to), if (!failed) note('R', from, 0, to, strlen(to))); }
int unlinkat(int folder, const char *path, int flags) { char name[8192], link[64]; int failed; ssize_t size = 0;
    if (path[0] != '/' && folder != AT_FDCWD) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        size = readlink(link, name, 4095);
    }
    snprintf(name + size, 4096, size > 0 ? "/%s" : "%s", path);
    IN_TURN(failed, REAL(unlinkat)(folder, path, flags), if (!failed && !(flags & AT_REMOVEDIR)) note('U', name, 0, 0, 0)); }
ssize_t sendfile(int out, int in, off_t *offset, size_t length) { errno = EINVAL; return -1; } /* read and write instead */
int unlink(const char *path) { int failed;
    IN_TURN(failed, REAL(unlink)(path), if (!failed) note('U', path, 0, 0, 0)); }
