/* What the commands share: usage errors, compiling a batch of files, printing and writing. */
#ifndef CXMAP_CLI_SHARED_H
#define CXMAP_CLI_SHARED_H

#include "cxmap/cli.h"

#include <stdio.h>

/* ---- commands.c: the rows of the registry ---- */

extern const CxCommand cx_command_blank, cx_command_build, cx_command_check, cx_command_list;

/* ---- args.c: the command line ---- */

/* Takes the options of a command out of the arguments; argv is a copy that may be changed. *exit is set where the
 * command is not to run: its help was asked for, or the options are wrong. */
bool cx_args_parse(const CxCommand *command, int *argc, char ***argv, CxExit *exit);

/* Prints what is wrong, the suggestion (may be NULL) and where help is. Gives CX_EXIT_USAGE. */
CxExit cx_usage_error(const char *command, const char *suggestion, const char *message, ...) G_GNUC_PRINTF(3, 4);

/* Text of `command --help`; newly allocated. */
char *cx_args_help(const CxCommand *command);

/* ---- batch.c: the FILEs of a command, compiled, and their problems ---- */

typedef struct CxBatch {
  CxShaper *shaper; /* NULL where no text is laid out */
  CxCompile **runs; /* one a file; all live to the end, for their diagnostics point into them */
  size_t count;
} CxBatch;

/* Checks the words that stand for a language, a theme, a printer; gives CX_EXIT_DONE or CX_EXIT_USAGE. NULLs are fine.
 */
CxExit cx_batch_check_words(const char *command, const char *lang, const char *theme, const char *printer);

/* Compiles each file as far as the settings say. True where none has an error. */
bool cx_batch_compile(CxBatch *batch, char **files, size_t count, const CxSettings *settings);

/* The same for a text. */
bool cx_batch_compile_text(CxBatch *batch, const char *name, const char *text, size_t length,
                           const CxSettings *settings);
void cx_batch_clear(CxBatch *batch);

/* Reads the papers of --paper and --tile; NULL: not given. Gives CX_EXIT_DONE or CX_EXIT_USAGE. */
CxExit cx_batch_read_papers(const char *command, const char *paper, const char *tile, CxSettings *settings);

/* Prints the problems of all files as one list (printer NULL: human) and gives the status that follows from them. */
CxExit cx_batch_report(const CxBatch *batch, const char *printer, bool warnings_count, FILE *stream);

bool cx_batch_has_warnings(const CxBatch *batch);

/* ---- target.c: where a build writes ---- */

typedef struct CxTarget {
  const char *path; /* NULL: standard output */
  bool is_folder;   /* one file a map in `path` */
  CX_LIST(const CxBackend *) formats;
} CxTarget;

/* Makes sense of -o and -f; gives CX_EXIT_DONE or CX_EXIT_USAGE. */
CxExit cx_target_read(CxArena *arena, const char *command, const char *path, const char *formats, size_t file_count,
                      CxTarget *target);

/* The path of what a file gives: of the target itself, or in its folder STEM.pdf, and STEM-MAP.svg where `map` is set.
 */
const char *cx_target_path(CxArena *arena, const CxTarget *target, const char *file, const CxBackend *format,
                           const char *map);

/* What stands for each map in the names of files beside each other: its id, or where that is too long for a name, or
 * another differs from it in case only, an id with a number behind it. */
const char **cx_target_map_names(CxArena *arena, const char *file, const CxScenes *scenes);

/* The path of a further page, from 2: map.svg gives map-2.svg. */
const char *cx_target_page_path(CxArena *arena, const char *path, size_t page);

/* Whether a path (NULL: standard output) leads to what can hold one file only: a pipe, a device. */
bool cx_target_is_stream(const char *path);

/* ---- output.c: bytes out ---- */

bool cx_stream_is_terminal(FILE *stream);
bool cx_stream_has_colour(FILE *stream);

/* Writes and flushes. False, with errno set, where it cannot. */
bool cx_stream_write(FILE *stream, const void *bytes, size_t length);

/* The same with a message on standard error where it cannot, and the status that follows. */
CxExit cx_stream_print(FILE *stream, const char *text);

/* A line on standard error, made safe for a terminal. */
void cx_say(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* A file to be written. */
typedef struct CxOutputFile {
  const char *path; /* NULL: standard output */
  const void *bytes;
  size_t length;
  char *target, *temporary; /* output.c's own */
} CxOutputFile;

/* Writes all, each in one step: whoever reads one sees the old bytes or the new ones. All are written beside their
 * places before the first takes its own. A link stays and what it leads to is replaced; what is no regular file is
 * written to directly. Gives `count`, or which could not be written, with errno set. */
size_t cx_files_write(CxOutputFile *files, size_t count);

/* ---- outputs.c: maps become files ---- */

typedef struct CxDrawing {
  const char *command; /* for messages */
  CxRenderOptions options;
  const char *printer; /* as in cx_batch_report */
  bool warnings_count;
} CxDrawing;

/* Draws the maps of a compiled batch; `files` are the names of its sources. Says what is wrong, and what was written.
 * Gives the status that follows. */
CxExit cx_batch_draw(const CxBatch *batch, char **files, const CxTarget *target, const CxDrawing *drawing);

/* Refuses, as a usage error, to write over what was read. */
CxExit cx_batch_check_outputs(const CxBatch *batch, const char *command, const CxOutputFile *files, size_t count);

/* Writes files as cx_files_write does, reports what cannot be written. */
bool cx_batch_write_files(const CxBatch *batch, CxOutputFile *files, size_t count);

/* ---- inputs.c: no output takes the place of an input ---- */

/* The path of the first file that was read itself: as a FILE of the command line, standard input, or included by those.
 * NULL where there is none. */
const char *cx_batch_find_input(const CxBatch *batch, const CxOutputFile *files, size_t count);

#endif
