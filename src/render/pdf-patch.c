/* What cairo's PDFs lack for people who hear them: the document's language, the language of single parts, what a figure
 * shows. A finished PDF goes in, the same with these notes comes out, and without what cairo says twice.
 *
 * cairo ends a file with a table of all objects' offsets and a trailer, plain text both. They are cut off; new versions
 * of the objects that get a note are appended, then the table with their offsets, then the trailer. All is found
 * through the table, nothing by searching the streams, so that no content can be taken for structure.
 */
#include "render.h"

#include <string.h>

/* "0000000015 00000 n \n" */
#define ENTRY_LENGTH 20

typedef struct Patch {
  GByteArray *pdf; /* up to the table, with what was appended */
  size_t old_length;
  char *tail;    /* from "xref" on */
  char *entries; /* in the tail */
  guint64 count, catalog;
} Patch;

/* ---- Reading ------------------------------------------------------------------------------------------------ */

/* Where the table stands, as the last lines say: "startxref\n1234\n%%EOF\n"; 0 where they do not. */
static size_t find_table(const GByteArray *pdf) {
  const size_t reach = MIN(pdf->len, 64);
  char *end = g_strndup((const char *)pdf->data + pdf->len - reach, reach);
  const char *mark = strstr(end, "startxref\n");
  const guint64 offset = mark != NULL ? g_ascii_strtoull(mark + strlen("startxref\n"), NULL, 10) : 0;
  g_free(end);
  return offset < pdf->len ? (size_t)offset : 0;
}

static bool open_patch(Patch *patch, GByteArray *pdf) {
  const size_t table = find_table(pdf);
  *patch = (Patch){.pdf = pdf, .old_length = table};
  if (table == 0) return false;
  patch->tail = g_strndup((const char *)pdf->data + table, pdf->len - table);
  if (!g_str_has_prefix(patch->tail, "xref\n0 ")) return false;
  char *end;
  patch->count = g_ascii_strtoull(patch->tail + strlen("xref\n0 "), &end, 10);
  patch->entries = end + 1;
  if (*end != '\n' || patch->count > strlen(patch->entries) / ENTRY_LENGTH) return false;
  const char *root = strstr(patch->entries + patch->count * ENTRY_LENGTH, "/Root ");
  patch->catalog = root != NULL ? g_ascii_strtoull(root + strlen("/Root "), NULL, 10) : 0;
  return patch->catalog > 0 && patch->catalog < patch->count;
}

/* Where an object begins; it lies wholly before the table. */
static const char *object_at(const Patch *patch, guint64 number) {
  const guint64 offset = g_ascii_strtoull(patch->entries + number * ENTRY_LENGTH, NULL, 10);
  return (const char *)patch->pdf->data + MIN(offset, patch->old_length);
}

/* The dictionary of an object that begins with `start`; NULL where it is another. */
static const char *dictionary_of(const Patch *patch, guint64 number, const char *start) {
  const char *object = object_at(patch, number), *end = (const char *)patch->pdf->data + patch->old_length;
  const char *line = memchr(object, '\n', (size_t)(end - object));
  const size_t length = strlen(start);
  if (line == NULL || (size_t)(end - line - 1) < length || memcmp(line + 1, start, length) != 0) return NULL;
  return line + 1;
}

/* ---- Writing ------------------------------------------------------------------------------------------------ */

/* Appends the object once more, with `addition` at the head of its dictionary, and points the table there. */
static void rewrite_object(Patch *patch, guint64 number, const char *dictionary, const char *addition) {
  const char *bytes = (const char *)patch->pdf->data;
  const size_t rest = patch->old_length - (size_t)(dictionary - bytes);
  const char *end = g_strstr_len(dictionary, (gssize)rest, "endobj\n");
  if (end == NULL) return;
  GString *object = g_string_new(NULL);
  g_string_append_printf(object, "%" G_GUINT64_FORMAT " 0 obj\n<< %s\n  ", number, addition);
  g_string_append_len(object, dictionary + strlen("<<"), end + strlen("endobj\n") - (dictionary + strlen("<<")));
  char offset[ENTRY_LENGTH];
  g_snprintf(offset, sizeof offset, "%010u", patch->pdf->len);
  memcpy(patch->entries + number * ENTRY_LENGTH, offset, 10);
  g_byte_array_append(patch->pdf, (const guint8 *)object->str, (guint)object->len);
  g_string_free(object, TRUE);
}

static bool is_language_tag(const char *lang) {
  return lang != NULL && lang[0] != '\0' && lang[strspn(lang, "-" G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS)] == '\0';
}

static void append_alt(GString *addition, const char *alt) {
  glong length;
  gunichar2 *units = g_utf8_to_utf16(alt, -1, NULL, &length, NULL);
  if (units == NULL) return;
  g_string_append(addition, " /Alt <FEFF");
  for (glong i = 0; i < length; i++) g_string_append_printf(addition, "%04X", units[i]);
  g_string_append_c(addition, '>');
  g_free(units);
}

/* False where the object is not what the note is about. */
static bool add_note(Patch *patch, guint64 number, const CxPdfNote *note) {
  char *start = g_strdup_printf("<< /Type /StructElem\n   /S /%s\n", note->tag);
  const char *dictionary = dictionary_of(patch, number, start);
  g_free(start);
  if (dictionary == NULL) return false;
  GString *addition = g_string_new(NULL);
  if (is_language_tag(note->lang)) g_string_append_printf(addition, " /Lang (%s)", note->lang);
  if (note->alt != NULL) append_alt(addition, note->alt);
  if (addition->len > 0) rewrite_object(patch, number, dictionary, addition->str);
  g_string_free(addition, TRUE);
  return true;
}

/* Structure elements are numbered in the order they were begun in. */
static void add_element_notes(Patch *patch, const CxPdfNotes *notes) {
  size_t element = 0, next = 0;
  for (guint64 number = 1; number < patch->count && next < notes->elements.count; number++) {
    if (dictionary_of(patch, number, "<< /Type /StructElem\n") == NULL) continue;
    const CxPdfNote *note = &notes->elements.items[next];
    if (element++ != note->element) continue;
    if (!add_note(patch, number, note)) return;
    next++;
  }
}

static void add_document_notes(Patch *patch, const CxPdfNotes *notes) {
  const char *dictionary = dictionary_of(patch, patch->catalog, "<< /Type /Catalog");
  if (dictionary == NULL) return;
  GString *addition = g_string_new("/ViewerPreferences << /DisplayDocTitle true >>");
  if (is_language_tag(notes->lang)) g_string_append_printf(addition, " /Lang (%s)", notes->lang);
  rewrite_object(patch, patch->catalog, dictionary, addition->str);
  g_string_free(addition, TRUE);
}

/* ---- Repetitions -------------------------------------------------------------------------------------------- */

/* Blanks out, in a list of names and objects, what stands there again: " /x6 6 0 R /x6 6 0 R ". */
static void blank_repetitions(char *list, const char *end) {
  GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (char *at = memchr(list, '/', (size_t)(end - list)); at != NULL;) {
    char *next = memchr(at + 1, '/', (size_t)(end - at - 1));
    const size_t length = (size_t)((next != NULL ? next : end) - at);
    if (!g_hash_table_add(seen, g_strndup(at, length))) memset(at, ' ', length);
    at = next;
  }
  g_hash_table_destroy(seen);
}

/* cairo 1.16 names an image in a page's resources once for each time that it is drawn; names must not repeat. */
static void blank_repeated_images(Patch *patch) {
  static const char key[] = "\n   /XObject <<";
  const char *bytes = (const char *)patch->pdf->data;
  for (guint64 number = 1; number < patch->count; number++) {
    const char *resources = dictionary_of(patch, number, "<<\n");
    if (resources == NULL) continue;
    const gssize rest = (gssize)patch->old_length - (resources - bytes);
    const char *object_end = g_strstr_len(resources, rest, "endobj\n");
    const char *list = object_end != NULL ? g_strstr_len(resources, object_end - resources, key) : NULL;
    const char *end = list != NULL ? g_strstr_len(list, object_end - list, ">>") : NULL;
    if (end != NULL) blank_repetitions((char *)patch->pdf->data + (list + strlen(key) - bytes), end);
  }
}

static void close_patch(Patch *patch) {
  const guint table = patch->pdf->len;
  char *old_end = strstr(patch->entries + patch->count * ENTRY_LENGTH, "startxref\n");
  const size_t kept = old_end != NULL ? (size_t)(old_end - patch->tail) : strlen(patch->tail);
  g_byte_array_append(patch->pdf, (const guint8 *)patch->tail, (guint)kept);
  char *end = g_strdup_printf("startxref\n%u\n%%%%EOF\n", table);
  g_byte_array_append(patch->pdf, (const guint8 *)end, (guint)strlen(end));
  g_free(end);
}

void cx_pdf_patch(GByteArray *pdf, const CxPdfNotes *notes) {
  Patch patch;
  if (open_patch(&patch, pdf)) {
    g_byte_array_set_size(pdf, (guint)patch.old_length);
    blank_repeated_images(&patch);
    add_element_notes(&patch, notes);
    add_document_notes(&patch, notes);
    close_patch(&patch);
  }
  g_free(patch.tail);
}
