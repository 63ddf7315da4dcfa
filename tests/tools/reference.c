/* The generated pages of docs/ and the fuzzer's dictionary, written from the tables to standard output. */
#include "cxmap/model.h"

#include <stdio.h>
#include <string.h>

static const char *severity_name(CxSeverity severity) {
  switch (severity) {
  case CX_NOTE: return "note";
  case CX_WARNING: return "warning";
  case CX_ERROR: return "error";
  }
  g_assert_not_reached();
}

static void write_diagnostics(GString *out) {
  size_t count;
  const CxCodeInfo *codes = cx_code_table(&count);
  g_string_append(out, "<!-- Written by `make docs` from src/diag/codes.c. -->\n# Diagnostics\n\n"
                       "What `cxmap check` reports, by code.\n\n| code | slug | severity | |\n|---|---|---|---|\n");
  for (size_t i = 0; i < count; i++)
    g_string_append_printf(out, "| [%s](#%s) | `%s` | %s | %s |\n", codes[i].id, codes[i].slug, codes[i].slug,
                           severity_name(codes[i].severity), codes[i].summary);
  for (size_t i = 0; i < count; i++)
    g_string_append_printf(out, "\n<a id=\"%s\"></a>\n## %s %s\n\n%s\n\n%s\n", codes[i].slug, codes[i].id,
                           codes[i].slug, codes[i].summary, codes[i].explanation);
}

static const char language_preface[] =
    "<!-- Written by `make docs` from the tables in src/model. -->\n"
    "# The language\n\n"
    "A definition file is YAML: one document, a map at top level. This page names every key. A key that is not on it "
    "is an\n"
    "error, so is a key that stands twice; keys that begin with `x-` are your own and are left alone. A key with an "
    "empty\n"
    "value counts as absent. The smallest useful file is in the [README](../README.md).\n\n"
    "| type | how it is written |\n|---|---|\n"
    "| text | any text, without markup; a line feed is a line break. In several languages a map: "
    "`{en: Order, zh-Hans: 订购, ko: 주문}`; one of them must be the document's `lang` |\n"
    "| list of items | a list, or one item alone; an item is a text, or a map where more is to be said |\n"
    "| id | letters and digits of any script, `_` and `-`; unique in its section, included files counted in |\n"
    "| id of … | an id that is defined elsewhere |\n"
    "| date | `2026`, `2026-03` or `2026-03-02` |\n"
    "| link | an address that begins with `https:`, `http:` or `mailto:` |\n"
    "| path | a file, seen from the file that names it; it must lie in the folder of the first file, or in `--root` |\n"
    "\nWhat a text looks like never changes its kind: `no`, `1.10` and `~` are texts until a key asks for a number, a "
    "date, or\n"
    "true and false. Anchors and aliases work; `<<` does not. Limits, each an error that names itself: 16 MiB a file, "
    "64\n"
    "levels, 200,000 values once aliases are expanded, 65,536 characters a text, 2,000 columns a map.\n\n";

static void write_language(GString *out) {
  g_string_append(out, language_preface);
  cx_schema_write_reference(&cx_table_document, out);
}

int main(int argc, char **argv) {
  GString *out = g_string_new(NULL);
  const char *page = argc == 2 ? argv[1] : "";
  if (strcmp(page, "language") == 0) write_language(out);
  if (strcmp(page, "diagnostics") == 0) write_diagnostics(out);
  if (strcmp(page, "dictionary") == 0) cx_schema_write_dictionary(&cx_table_document, out);
  const bool is_known = out->len > 0;
  fputs(is_known ? out->str : "usage: reference language|diagnostics|dictionary\n", is_known ? stdout : stderr);
  g_string_free(out, TRUE);
  return is_known ? 0 : 2;
}
