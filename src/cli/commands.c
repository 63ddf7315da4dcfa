/* Commands: the registry, and the way from the words of the command line to the command that runs. A new command is one
 * file and one row here; its options and help come from its row.
 */
#include "shared.h"

#include <string.h>

static CxExit run_help(int argc, char **argv);

static const CxCommand command_help = {
    .name = "help",
    .usage = "[COMMAND]",
    .summary = "Explains a command.",
    .details = "Examples:\n  cxmap help build",
    .run = run_help,
};

static const CxCommand *const commands[] = {&cx_command_build, &cx_command_check, &cx_command_list, &cx_command_blank,
                                            &command_help};

const CxCommand *const *cx_commands(size_t *count) {
  *count = G_N_ELEMENTS(commands);
  return commands;
}

static const CxCommand *find_command(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    if (strcmp(commands[i]->name, name) == 0) return commands[i];
  return NULL;
}

static CxExit print_overview(FILE *stream) {
  GString *text = g_string_new("Usage:\n  cxmap COMMAND [OPTION…] …\n\n"
                               "Compiles definitions of personas, touchpoints and journeys to vector maps.\n\n"
                               "Commands:\n");
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    g_string_append_printf(text, "  %-8s %s\n", commands[i]->name, commands[i]->summary);
  g_string_append(text, "\nOptions:\n"
                        "  -h, --help     Show this help; cxmap COMMAND --help explains a command\n"
                        "  --version      Show the version\n\n"
                        "Examples:\n"
                        "  cxmap build journey.yaml -o map.pdf\n"
                        "  cxmap check journey.yaml\n\n"
                        "Exit status: 0 done, 1 the definitions have errors, 2 wrong command line,\n"
                        "3 cannot read or write, 70 a bug in cxmap.\n");
  CxExit exit = cx_stream_print(stream, text->str);
  g_string_free(text, TRUE);
  return exit;
}

static CxExit unknown_command(const char *word) {
  if (g_file_test(word, G_FILE_TEST_EXISTS)) {
    char *line = g_strdup_printf("cxmap build %s -o map.pdf", word);
    CxExit exit = cx_usage_error(NULL, line, "'%s' is a file, not a command", word);
    g_free(line);
    return exit;
  }
  const char *names[G_N_ELEMENTS(commands)];
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) names[i] = commands[i]->name;
  return cx_usage_error(NULL, cx_word_nearest(word, names, G_N_ELEMENTS(names)), "unknown command '%s'", word);
}

static CxExit run_help(int argc, char **argv) {
  if (argc < 2) return print_overview(stdout);
  const CxCommand *command = find_command(argv[1]);
  if (command == NULL) return unknown_command(argv[1]);
  char *help = cx_args_help(command);
  CxExit exit = cx_stream_print(stdout, help);
  g_free(help);
  return exit;
}

static CxExit run_option(const char *option) {
  static const char *const options[] = {"--help", "--version"};
  if (strcmp(option, "--help") == 0 || strcmp(option, "-h") == 0) return print_overview(stdout);
  if (strcmp(option, "--version") == 0) return cx_stream_print(stdout, "cxmap " CXMAP_VERSION "\n");
  return cx_usage_error(NULL, cx_word_nearest(option, options, G_N_ELEMENTS(options)), "unknown option '%s'", option);
}

CxExit cx_cli_run(int argc, char **argv) {
  if (argc < 2) {
    print_overview(stderr);
    return CX_EXIT_USAGE;
  }
  if (argv[1][0] == '-') return run_option(argv[1]);
  const CxCommand *command = find_command(argv[1]);
  if (command == NULL) return unknown_command(argv[1]);
  int count = argc - 1;
  char **words = argv + 1;
  CxExit exit = CX_EXIT_DONE;
  if (cx_args_parse(command, &count, &words, &exit)) exit = command->run(count, words);
  g_strfreev(words);
  return exit;
}
