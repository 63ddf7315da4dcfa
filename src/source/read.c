/* Reading: the name of a file in, its text with a line map out.
 *
 * A file is read until it ends or proves too large, whatever its size claims to be, so that a device or a pipe that
 * never ends is refused like any large file. Only the user may name such; what a definition names is opened without
 * waiting for anybody and must be a regular file. A byte order mark is dropped. Whether the bytes are UTF-8 is not
 * asked.
 */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

CxSourceError cx_source_error_of(int error_number) {
  switch (error_number) {
  case ENOENT:
  case ENOTDIR:
  case ENAMETOOLONG: return CX_SOURCE_MISSING;
  case EACCES:
  case EPERM: return CX_SOURCE_DENIED;
  case EISDIR: return CX_SOURCE_DIRECTORY;
  default: return CX_SOURCE_FAILED;
  }
}

const char *cx_source_error_text(CxSourceError error) {
  switch (error) {
  case CX_SOURCE_OK: return "can be read";
  case CX_SOURCE_MISSING: return "does not exist";
  case CX_SOURCE_DENIED: return "may not be read: permission denied";
  case CX_SOURCE_DIRECTORY: return "is a directory";
  case CX_SOURCE_TOO_LARGE: return "is larger than 16 MiB";
  case CX_SOURCE_OUTSIDE: return "lies outside the project's root folder";
  case CX_SOURCE_FAILED: return "is no regular file, or cannot be read";
  }
  g_assert_not_reached();
}

static CxSourceError read_all(int file, GByteArray *bytes) {
  guint8 chunk[65536];
  while (bytes->len <= CX_LIMIT_FILE_BYTES) {
    ssize_t count = read(file, chunk, sizeof chunk);
    if (count == 0) return CX_SOURCE_OK;
    if (count > 0)
      g_byte_array_append(bytes, chunk, (guint)count);
    else if (errno != EINTR)
      return cx_source_error_of(errno);
  }
  return CX_SOURCE_TOO_LARGE;
}

CxSource *cx_source_from_text(CxArena *arena, const char *name, const char *text, size_t length) {
  if (length > CX_LIMIT_FILE_BYTES) return NULL;
  if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
    text += 3;
    length -= 3;
  }
  char *copy = cx_arena_alloc(arena, length + 1);
  if (length > 0) memcpy(copy, text, length);
  CxSource *source = cx_new(arena, CxSource);
  *source = (CxSource){.name = cx_arena_strdup(arena, name), .text = copy, .length = length};
  cx_source_map_lines(arena, source);
  return source;
}

static CxSource *read_open(CxArena *arena, int file, const char *name, CxSourceError *error) {
  GByteArray *bytes = g_byte_array_new();
  CxSource *source = NULL;
  *error = read_all(file, bytes);
  if (*error == CX_SOURCE_OK) source = cx_source_from_text(arena, name, (const char *)bytes->data, bytes->len);
  g_byte_array_unref(bytes);
  return source;
}

/* A directory is left to read(), which knows the error. */
static bool is_regular(int file) {
  struct stat status;
  return fstat(file, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

static CxSource *read_path(CxArena *arena, const char *path, bool must_be_regular, CxSourceError *error) {
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (must_be_regular ? O_NONBLOCK : 0));
  if (file < 0) {
    *error = cx_source_error_of(errno);
    return NULL;
  }
  CxSource *source = NULL;
  if (must_be_regular && !is_regular(file))
    *error = CX_SOURCE_FAILED;
  else
    source = read_open(arena, file, path, error);
  close(file);
  if (source != NULL) source->path = cx_source_canonical(arena, path);
  return source;
}

CxSource *cx_source_read(CxArena *arena, const char *path, CxSourceError *error) {
  return read_path(arena, path, true, error);
}

CxSource *cx_source_read_input(CxArena *arena, const char *path, CxSourceError *error) {
  if (strcmp(path, "-") == 0) return read_open(arena, STDIN_FILENO, "stdin", error);
  return read_path(arena, path, false, error);
}
