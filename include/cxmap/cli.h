/* cli: the command line. One file a command, one registry; the conventions of GNU and clig.dev. */
#ifndef CXMAP_CLI_H
#define CXMAP_CLI_H

#include "cxmap/compile.h"

/* Exit statuses; documented in --help. */
typedef enum CxExit {
  CX_EXIT_DONE = 0,
  CX_EXIT_DEFINITIONS = 1, /* the definitions have errors */
  CX_EXIT_USAGE = 2,       /* wrong command line */
  CX_EXIT_FILES = 3,       /* cannot read or write */
  CX_EXIT_BUG = 70,
} CxExit;

typedef struct CxCommand {
  const char *name;
  const char *usage;   /* "FILE… -o TARGET" */
  const char *summary; /* one line of --help */
  const char *details; /* paragraph and examples for COMMAND --help */
  const GOptionEntry *options;
  CxExit (*run)(int argc, char **argv); /* argv[0]: the command; options are taken out already */
} CxCommand;

const CxCommand *const *cx_commands(size_t *count);

/* Finds the command, its options, runs it. */
CxExit cx_cli_run(int argc, char **argv);

#endif
