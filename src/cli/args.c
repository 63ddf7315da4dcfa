/* Arguments: a command's option table and the words of the command line go in; the options' variables are set and the
 * remaining words come out. GOption parses; what it lacks is added here: values joined to a short option (-omap.pdf),
 * suggestions for mistyped options, and help through one's own stream.
 */
#include "shared.h"

#include <string.h>

static gboolean wants_help;

static const GOptionEntry help_entries[] = {
    {"help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, "Show this help", NULL},
    {0},
};

CxExit cx_usage_error(const char *command, const char *suggestion, const char *message, ...) {
  va_list arguments;
  va_start(arguments, message);
  char *text = g_strdup_vprintf(message, arguments);
  va_end(arguments);
  const char *space = command != NULL ? " " : "";
  if (command == NULL) command = "";
  cx_say("cxmap%s%s: %s", space, command, text);
  if (suggestion != NULL) cx_say("Did you mean '%s'?", suggestion);
  cx_say("Try 'cxmap%s%s --help'.", space, command);
  g_free(text);
  return CX_EXIT_USAGE;
}

static GOptionContext *context_new(const CxCommand *command) {
  GOptionContext *context = g_option_context_new(command->usage);
  g_option_context_set_help_enabled(context, FALSE);
  g_option_context_set_summary(context, command->summary);
  g_option_context_set_description(context, command->details);
  if (command->options != NULL) g_option_context_add_main_entries(context, command->options, NULL);
  g_option_context_add_main_entries(context, help_entries, NULL);
  char *name = g_strconcat("cxmap ", command->name, NULL);
  g_set_prgname(name);
  g_free(name);
  return context;
}

char *cx_args_help(const CxCommand *command) {
  GOptionContext *context = context_new(command);
  char *help = g_option_context_get_help(context, TRUE, NULL);
  g_option_context_free(context);
  return help;
}

static bool takes_value(const CxCommand *command, char short_name) {
  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    if (entry->short_name == short_name) return entry->arg != G_OPTION_ARG_NONE;
  return false;
}

/* "-omap.pdf" becomes "-o" "map.pdf". */
static char **split_joined_values(const CxCommand *command, char **argv) {
  GPtrArray *words = g_ptr_array_new();
  bool are_options = true;
  for (char **word = argv; *word != NULL; word++) {
    if (strcmp(*word, "--") == 0) are_options = false;
    const bool is_short = are_options && (*word)[0] == '-' && (*word)[1] != '-' && (*word)[1] != '\0';
    if (is_short && (*word)[2] != '\0' && takes_value(command, (*word)[1])) {
      g_ptr_array_add(words, g_strndup(*word, 2));
      g_ptr_array_add(words, g_strdup(*word + 2));
    } else {
      g_ptr_array_add(words, g_strdup(*word));
    }
  }
  g_ptr_array_add(words, NULL);
  return (char **)g_ptr_array_free(words, FALSE);
}

/* GOption's message for an unknown option ends with the option as it was typed. */
static CxExit report_parse_error(const CxCommand *command, const GError *error) {
  if (!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    return cx_usage_error(command->name, NULL, "%s", error->message);
  const char *space = strrchr(error->message, ' ');
  const char *typed = space != NULL ? space + 1 : error->message;
  const char *candidates[64] = {"help"};
  size_t count = 1;
  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    if (count < G_N_ELEMENTS(candidates)) candidates[count++] = entry->long_name;
  char *word = g_strndup(typed + strspn(typed, "-"), strcspn(typed + strspn(typed, "-"), "="));
  const char *nearest = strlen(word) > 1 ? cx_word_nearest(word, candidates, count) : NULL;
  char *suggestion = nearest != NULL ? g_strconcat("--", nearest, NULL) : NULL;
  CxExit exit = cx_usage_error(command->name, suggestion, "unknown option '%s'", typed);
  g_free(suggestion);
  g_free(word);
  return exit;
}

/* Drops the "--" that says where options end. */
static void drop_separator(char **argv) {
  for (; *argv != NULL; argv++) {
    if (strcmp(*argv, "--") != 0) continue;
    g_free(*argv);
    memmove(argv, argv + 1, (g_strv_length(argv + 1) + 1) * sizeof *argv);
    return;
  }
}

bool cx_args_parse(const CxCommand *command, int *argc, char ***argv, CxExit *exit) {
  *argv = split_joined_values(command, *argv);
  GOptionContext *context = context_new(command);
  GError *error = NULL;
  const bool is_parsed = g_option_context_parse_strv(context, argv, &error);
  if (!is_parsed) {
    *exit = report_parse_error(command, error);
  } else if (wants_help) {
    char *help = g_option_context_get_help(context, TRUE, NULL);
    *exit = cx_stream_print(stdout, help);
    g_free(help);
  }
  g_clear_error(&error);
  g_option_context_free(context);
  drop_separator(*argv);
  *argc = (int)g_strv_length(*argv);
  return is_parsed && !wants_help;
}
