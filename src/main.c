/* The program: gets the process in order and runs the command line. */
#include "cxmap/cli.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* A standard stream that was closed by the caller is opened so that using it fails: otherwise the next file opened
 * would take its number and be read or written by mistake. */
static void occupy_standard_streams(void) {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
    if (fcntl(file, F_GETFD) == -1 && open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY) == -1)
      _exit(CX_EXIT_FILES);
}

#ifndef CX_ARENA_MALLOC /* sanitizers report crashes themselves */
static void report_bug(int signal_number) {
  static const char message[] =
      "cxmap: internal error: this is a bug in cxmap; please report it with the definition file\n";
  (void)signal_number;
  if (write(STDERR_FILENO, message, sizeof message - 1) < 0) _exit(CX_EXIT_BUG);
  _exit(CX_EXIT_BUG);
}

static void report_crashes(void) {
  static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
  for (size_t i = 0; i < G_N_ELEMENTS(signals); i++) signal(signals[i], report_bug);
}
#else
static void report_crashes(void) {
}
#endif

int main(int argc, char **argv) {
  occupy_standard_streams();
  report_crashes();
  signal(SIGPIPE, SIG_IGN); /* a reader that went away is an output that fails, not a sudden death */
  signal(SIGXFSZ, SIG_IGN); /* and so is a file that may not grow */
  return cx_cli_run(argc, argv);
}
