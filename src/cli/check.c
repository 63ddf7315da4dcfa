/* cxmap check: everything a build would find, on standard output; nothing is drawn or written. */
#include "shared.h"

static char *format, *root;
static gboolean warnings_count;

static const GOptionEntry options[] = {
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format, "How problems are printed: human, short or json", "FORMAT"},
    {"werror", 0, 0, G_OPTION_ARG_NONE, &warnings_count, "Warnings count as errors", NULL},
    {"root", 0, 0, G_OPTION_ARG_FILENAME, &root, "The folder that all files must lie in; the file's own by default",
     "DIR"},
    {0},
};

static CxExit run(int argc, char **argv) {
  if (argc < 2) return cx_usage_error(argv[0], "cxmap check journey.yaml", "which file?");
  if (cx_batch_check_words(argv[0], NULL, NULL, format) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  CxBatch batch;
  cx_batch_compile(&batch, argv + 1, (size_t)argc - 1, &(CxSettings){.until = CX_STAGE_SCENE, .root = root});
  CxExit exit = cx_batch_report(&batch, format, warnings_count, stdout);
  cx_batch_clear(&batch);
  return exit;
}

const CxCommand cx_command_check = {
    .name = "check",
    .usage = "FILE…",
    .summary = "Reports what is wrong in definition files.",
    .details = "A FILE of '-' is standard input. Problems go to standard output.\n\n"
               "Examples:\n"
               "  cxmap check journey.yaml\n"
               "  cxmap check --format json maps/*.yaml",
    .options = options,
    .run = run,
};
