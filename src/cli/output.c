/* Output: bytes go to a stream or become a file, whole or not at all. Knows nothing of what they are. */
#include "shared.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool cx_stream_is_terminal(FILE *stream) {
  return isatty(fileno(stream));
}

bool cx_stream_has_colour(FILE *stream) {
  const char *no_colour = g_getenv("NO_COLOR");
  const bool is_wanted = no_colour == NULL || *no_colour == '\0';
  return is_wanted && g_strcmp0(g_getenv("TERM"), "dumb") != 0 && cx_stream_is_terminal(stream);
}

bool cx_stream_write(FILE *stream, const void *bytes, size_t length) {
  return fwrite(bytes, 1, length, stream) == length && fflush(stream) == 0;
}

CxExit cx_stream_print(FILE *stream, const char *text) {
  if (cx_stream_write(stream, text, strlen(text))) return CX_EXIT_DONE;
  fprintf(stderr, "cxmap: cannot write to standard %s: %s\n", stream == stdout ? "output" : "error", g_strerror(errno));
  return CX_EXIT_FILES;
}

static bool write_all(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes += written;
    length -= (size_t)written;
  }
  return true;
}

/* Closes in any case: some file systems report a full disk only then. */
static bool write_and_close(int file, const void *bytes, size_t length) {
  const bool is_written = write_all(file, bytes, length);
  const int failure = errno;
  const bool is_closed = close(file) == 0;
  if (!is_written) errno = failure;
  return is_written && is_closed;
}

static bool write_directly(const char *path, const void *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
  return file >= 0 && write_and_close(file, bytes, length);
}

/* `old` is what stands there now, NULL where nothing does: its permissions stay. GLib's own way to do this would wait
 * for the disk on every build, and replace permissions. */
static bool write_beside_and_rename(const char *path, const struct stat *old, const void *bytes, size_t length) {
  char *temporary = g_strconcat(path, ".XXXXXX", NULL);
  int file = g_mkstemp_full(temporary, O_WRONLY | O_CLOEXEC, 0666);
  bool is_done = file >= 0;
  if (is_done && old != NULL) is_done = fchmod(file, old->st_mode & 07777) == 0;
  if (file >= 0) is_done = write_and_close(file, bytes, length) && is_done && rename(temporary, path) == 0;
  const int failure = errno;
  if (file >= 0 && !is_done) unlink(temporary);
  g_free(temporary);
  errno = failure;
  return is_done;
}

bool cx_file_replace(const char *path, const void *bytes, size_t length) {
  struct stat old;
  const bool exists = stat(path, &old) == 0;
  const bool is_empty_link = !exists && g_file_test(path, G_FILE_TEST_IS_SYMLINK);
  if (is_empty_link || (exists && !S_ISREG(old.st_mode)) || g_str_has_prefix(path, "/dev/"))
    return write_directly(path, bytes, length);
  char *real = exists ? realpath(path, NULL) : NULL;
  const bool is_done = write_beside_and_rename(real != NULL ? real : path, exists ? &old : NULL, bytes, length);
  const int failure = errno;
  free(real);
  errno = failure;
  return is_done;
}
