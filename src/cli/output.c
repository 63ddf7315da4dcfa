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

void cx_say(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  GString *line = g_string_new(NULL);
  cx_print_text(line, text);
  fprintf(stderr, "%s\n", line->str);
  g_string_free(line, TRUE);
  g_free(text);
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
 * for the disk on every build, and replace permissions. False, with errno set and nothing left, where it cannot. */
static bool write_beside(CxOutputFile *file, const struct stat *old) {
  file->temporary = g_strconcat(file->target, ".XXXXXX", NULL);
  const int temporary = g_mkstemp_full(file->temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (temporary >= 0) {
    const bool has_mode = old == NULL || fchmod(temporary, old->st_mode & 07777) == 0;
    if (write_and_close(temporary, file->bytes, file->length) && has_mode) return true;
    const int failure = errno;
    unlink(file->temporary);
    errno = failure;
  }
  g_clear_pointer(&file->temporary, g_free);
  return false;
}

/* Writes what is renamed later, or at once what cannot be renamed. */
static bool prepare(CxOutputFile *file) {
  struct stat old;
  if (file->path == NULL) return cx_stream_write(stdout, file->bytes, file->length);
  const bool exists = stat(file->path, &old) == 0;
  const bool is_empty_link = !exists && g_file_test(file->path, G_FILE_TEST_IS_SYMLINK);
  if (is_empty_link || (exists && !S_ISREG(old.st_mode)) || g_str_has_prefix(file->path, "/dev/"))
    return write_directly(file->path, file->bytes, file->length);
  char *real = exists ? realpath(file->path, NULL) : NULL;
  file->target = g_strdup(real != NULL ? real : file->path);
  free(real);
  return write_beside(file, exists ? &old : NULL);
}

static bool put_in_place(CxOutputFile *file) {
  if (file->temporary == NULL) return true;
  if (rename(file->temporary, file->target) != 0) return false;
  g_clear_pointer(&file->temporary, g_free);
  return true;
}

static void clear(CxOutputFile *file) {
  if (file->temporary != NULL) unlink(file->temporary);
  g_clear_pointer(&file->temporary, g_free);
  g_clear_pointer(&file->target, g_free);
}

size_t cx_files_write(CxOutputFile *files, size_t count) {
  size_t prepared = 0, done = 0;
  while (prepared < count && prepare(&files[prepared])) prepared++;
  while (prepared == count && done < count && put_in_place(&files[done])) done++;
  const int failure = errno;
  for (size_t i = 0; i < count; i++) clear(&files[i]);
  errno = failure;
  return prepared < count ? prepared : done;
}
