/*
 * Writes down, in order, everything that a process does to the files of one folder, so that a test can work out what
 * the disk would hold had the power gone at any moment. Loaded with LD_PRELOAD; Linux only.
 *
 *   POLKU_DISK_FOLDER  the folder, an absolute real path; what is opened by a relative path is not seen
 *   POLKU_DISK_LOG     the file that it is written to; readDiskLog.ts knows its form. Without it nothing is written down
 *   POLKU_DISK_FAULTS  a file of 40 bytes that say what shall fail; may be changed while the process runs (struct faults),
 *                      and holds for all processes that are given it
 *
 * What the process writes to its standard output stands in the same order in the same log: an answer given before a
 * sync can be told from one given after it.
 *
 * Real syncs are left out where there is a log, since that alone decides what survived. System calls are made directly, not through the
 * library function in the way of which we stand, so that this works from the first instruction on.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum op { OPEN = 1, WRITE, TRUNCATE, SYNC, SYNC_FAILED, UNLINK, RENAME, LINK, MKDIR, RMDIR, SAID, UNKNOWN };

struct record {
  uint32_t op;
  uint32_t length;
  int64_t fd;
  int64_t at;
};

struct faults {
  /* this many syncs of files succeed, and then so many fail */
  int64_t syncs_before;
  int64_t failing_syncs;
  /* files may grow by so many bytes in all; negative when there is room for ever */
  int64_t room;
  /* when set, syncs of the log (-wal) neither fail nor count: only those that end a checkpoint do */
  int64_t spares_log;
  /* when set, nothing can be written */
  int64_t read_only;
};

#define MOST_FDS 4096
static struct { dev_t dev; ino_t ino; int is_log; } watched[MOST_FDS];
static const char *folder;
static size_t folder_length;
static int log_fd = -1;
static volatile struct faults *faults;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("POLKU_DISK_LOG"), *control = getenv("POLKU_DISK_FAULTS");
  const char *named = getenv("POLKU_DISK_FOLDER");
  if (!named || !control) return;
  /* a copy: the process may take these variables away, so that its own children are not watched */
  folder = strdup(named);
  if (!folder) abort();
  folder_length = strlen(folder);
  if (log) {
    log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (log_fd < 0) abort();
  }
  int fd = syscall(SYS_openat, AT_FDCWD, control, O_RDWR | O_CLOEXEC, 0);
  void *mapped = (void *)syscall(SYS_mmap, NULL, sizeof(struct faults), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (mapped == MAP_FAILED) abort();
  syscall(SYS_close, fd);
  faults = mapped;
}

static void note(enum op op, int64_t fd, int64_t at, const void *payload, size_t length) {
  if (log_fd < 0) return;
  struct record record = {op, (uint32_t)length, fd, at};
  struct iovec parts[2] = {{&record, sizeof record}, {(void *)payload, length}};
  if (syscall(SYS_writev, log_fd, parts, 2) != (ssize_t)(sizeof record + length)) abort();
}

static int ends_with(const char *text, const char *end) {
  size_t length = strlen(text), end_length = strlen(end);
  return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* The path below the folder ("" for the folder itself); NULL when it lies elsewhere, or is what SQLite shares in memory. */
static const char *below(const char *path) {
  if (!faults || !path || strncmp(path, folder, folder_length) != 0) return NULL;
  path += folder_length;
  if (*path != '/' && *path != 0) return NULL;
  if (ends_with(path, "-shm")) return NULL;
  return *path == '/' ? path + 1 : path;
}

/* libuv closes files by a system call that nobody can stand in the way of, so a number alone says nothing. */
static int is_watched(int fd) {
  struct stat now;
  if (!faults || fd < 0 || fd >= MOST_FDS || watched[fd].ino == 0) return 0;
  if (fstat(fd, &now) == 0 && now.st_dev == watched[fd].dev && now.st_ino == watched[fd].ino) return 1;
  watched[fd].ino = 0;
  return 0;
}

static void lock(void) { pthread_mutex_lock(&one_at_a_time); }
static void unlock(void) {
  int error = errno;
  pthread_mutex_unlock(&one_at_a_time);
  errno = error;
}

static int open_path(int at, const char *path, int flags, mode_t mode) {
  const char *name = below(path);
  if (!name) return syscall(SYS_openat, at, path, flags, mode);
  lock();
  int fd = syscall(SYS_openat, at, path, flags, mode);
  struct stat now;
  if (fd >= MOST_FDS) abort();
  if (fd >= 0 && fstat(fd, &now) == 0) {
    watched[fd].dev = now.st_dev;
    watched[fd].ino = now.st_ino;
    watched[fd].is_log = ends_with(name, "-wal");
    note(OPEN, fd, S_ISDIR(now.st_mode), name, strlen(name));
    if (flags & O_TRUNC) note(TRUNCATE, fd, 0, NULL, 0);
  }
  unlock();
  return fd;
}

#define OPTIONAL_MODE(flags, mode)                    \
  mode_t mode = 0;                                    \
  if ((flags) & (O_CREAT | O_TMPFILE)) {              \
    va_list rest;                                     \
    va_start(rest, flags);                            \
    mode = va_arg(rest, int);                         \
    va_end(rest);                                     \
  }

int open(const char *path, int flags, ...) { OPTIONAL_MODE(flags, mode) return open_path(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { OPTIONAL_MODE(flags, mode) return open_path(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { OPTIONAL_MODE(flags, mode) return open_path(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { OPTIONAL_MODE(flags, mode) return open_path(at, path, flags, mode); }

/* How much of a write there is room for: a disk that fills up takes a part, and then nothing. */
static ssize_t room_for(int fd, size_t length, off_t at) {
  struct stat now;
  if (faults->room < 0 || fstat(fd, &now) != 0) return length;
  int64_t growth = (int64_t)at + (int64_t)length - now.st_size;
  if (growth <= 0) return length;
  int64_t lacking = growth - faults->room;
  if (lacking <= 0) {
    faults->room -= growth;
    return length;
  }
  if ((int64_t)length <= lacking) return 0;
  faults->room = 0;
  return length - lacking;
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off_t at) {
  lock();
  ssize_t done = faults->read_only ? 0 : room_for(fd, length, at);
  if (done == 0 && length > 0) {
    errno = faults->read_only ? EROFS : ENOSPC;
    done = -1;
  } else {
    done = syscall(SYS_pwrite64, fd, bytes, done, at);
  }
  if (done > 0) note(WRITE, fd, at, bytes, done);
  unlock();
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  return is_watched(fd) ? write_at(fd, bytes, length, at) : syscall(SYS_pwrite64, fd, bytes, length, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length) {
  if (fd == STDOUT_FILENO && log_fd >= 0) {
    lock();
    note(SAID, fd, 0, bytes, length);
    unlock();
    return length;
  }
  if (!is_watched(fd)) return syscall(SYS_write, fd, bytes, length);
  int appends = fcntl(fd, F_GETFL) & O_APPEND;
  off_t at = lseek(fd, 0, appends ? SEEK_END : SEEK_CUR);
  ssize_t done = write_at(fd, bytes, length, at);
  if (done > 0) lseek(fd, at + done, SEEK_SET);
  return done;
}

/* Nobody whom we watch writes several pieces at once; a test fails loudly should that change. */
static void unknown(const char *what) {
  lock();
  note(UNKNOWN, -1, 0, what, strlen(what));
  unlock();
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (is_watched(fd)) unknown("writev");
  return syscall(SYS_writev, fd, parts, count);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  if (is_watched(fd)) unknown("pwritev");
  return syscall(SYS_pwritev, fd, parts, count, at, 0);
}
int fallocate64(int fd, int mode, off64_t at, off64_t length) {
  if (is_watched(fd)) unknown("fallocate");
  return syscall(SYS_fallocate, fd, mode, at, length);
}
void *mmap64(void *address, size_t length, int protection, int flags, int fd, off64_t at) {
  if ((flags & MAP_SHARED) && (protection & PROT_WRITE) && is_watched(fd)) unknown("mmap");
  return (void *)syscall(SYS_mmap, address, length, protection, flags, fd, at);
}

int ftruncate64(int fd, off64_t size) {
  if (!is_watched(fd)) return syscall(SYS_ftruncate, fd, size);
  if (faults->read_only) {
    errno = EROFS;
    return -1;
  }
  lock();
  int result = syscall(SYS_ftruncate, fd, size);
  if (result == 0) note(TRUNCATE, fd, size, NULL, 0);
  unlock();
  return result;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int sync_fd(int fd, int number) {
  if (!is_watched(fd)) return syscall(number, fd);
  struct stat now;
  int result = 0;
  lock();
  int is_spared = faults->spares_log && watched[fd].is_log;
  if (faults->failing_syncs > 0 && !is_spared && fstat(fd, &now) == 0 && S_ISREG(now.st_mode)) {
    if (faults->syncs_before > 0) {
      faults->syncs_before--;
    } else {
      faults->failing_syncs--;
      result = -1;
    }
  }
  note(result == 0 ? SYNC : SYNC_FAILED, fd, 0, NULL, 0);
  if (result != 0) errno = EIO;
  else if (log_fd < 0) result = syscall(number, fd);
  unlock();
  return result;
}
int fsync(int fd) { return sync_fd(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_fd(fd, SYS_fdatasync); }

static int on_path(enum op op, const char *path, int number, int flag) {
  const char *name = below(path);
  if (!name) return syscall(number, AT_FDCWD, path, flag);
  lock();
  int result = syscall(number, AT_FDCWD, path, flag);
  if (result == 0) note(op, -1, 0, name, strlen(name));
  unlock();
  return result;
}
int unlink(const char *path) { return on_path(UNLINK, path, SYS_unlinkat, 0); }
int rmdir(const char *path) { return on_path(RMDIR, path, SYS_unlinkat, AT_REMOVEDIR); }
int mkdir(const char *path, mode_t mode) { return on_path(MKDIR, path, SYS_mkdirat, mode); }

static int on_two_paths(enum op op, const char *from, const char *to, int number) {
  const char *name = below(from), *other = below(to);
  lock();
  int result = syscall(number, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (result == 0 && (name || other)) {
    char names[8192];
    size_t first = name ? strlen(name) : 0, second = other ? strlen(other) : 0;
    if (!name || !other || first + second + 1 > sizeof names) {
      note(UNKNOWN, -1, 0, "a name from or to elsewhere", 27);
    } else {
      memcpy(names, name, first + 1);
      memcpy(names + first + 1, other, second);
      note(op, -1, 0, names, first + 1 + second);
    }
  }
  unlock();
  return result;
}
int rename(const char *from, const char *to) { return on_two_paths(RENAME, from, to, SYS_renameat2); }
int link(const char *from, const char *to) { return on_two_paths(LINK, from, to, SYS_linkat); }
